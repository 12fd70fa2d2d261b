import HospitalDomain
import HospitalRecords

extension StaffService {
  /// Adds a department (A6).
  package func addDepartment(name: String, genderRule: GenderRule) throws -> DepartmentID {
    let name = try Self.name(name)
    return try session.create(.manageRooms, "department") { records in
      if try records.departments.isTaken(name: name, besides: nil) { throw Refusal.departmentNameTaken(name) }
      return try records.departments.add(name: name, genderRule: genderRule)
    }
  }

  /// Changes a department, as a new version.
  package func change(_ department: Department, name: String, genderRule: GenderRule, because reason: String) throws {
    let name = try Self.name(name)
    let reason = try WrittenReason.read(reason, to: "change \(department.name)")
    try session.perform(.manageRooms, on: subject(department), as: .update, because: reason) { records in
      if try records.departments.isTaken(name: name, besides: department.id) { throw Refusal.departmentNameTaken(name) }
      let isChanged = try records.departments.change(
        department.id, from: department.version, name: name, genderRule: genderRule, because: reason)
      guard isChanged else { throw Refusal.changedMeanwhile }
    }
  }

  /// Retires a department; refused while it has rooms or people.
  package func retire(_ department: Department, because reason: String) throws {
    let reason = try WrittenReason.read(reason, to: "retire \(department.name)")
    try session.perform(.manageRooms, on: subject(department), as: .update, because: reason) { records in
      let burden = try records.departments.burden(of: department.id)
      guard burden == (0, 0) else {
        throw Refusal.departmentInUse(department.name, rooms: burden.rooms, people: burden.people)
      }
      guard try records.departments.retire(department.id, from: department.version, because: reason) else {
        throw Refusal.changedMeanwhile
      }
    }
  }

  private func subject(_ department: Department) -> AuditSubject {
    AuditSubject(kind: "department", id: department.id.text)
  }

  private static func name(_ entry: String) throws -> String {
    do throws(Misentry) {
      return try SafeText.requiredLine(entry, limit: SafeText.nameLimit, hint: "write the department's name")
    } catch {
      throw InvalidEntry(problems: [error.at("name")])
    }
  }
}
