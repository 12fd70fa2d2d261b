import HospitalDomain
import HospitalRecords

/// Doctors and staff, the departments that they belong to, and whom they look after (A5, A6, B1, B2).
package struct StaffService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Every department in use, by number.
  package func departments() throws -> [Department] {
    try session.look(.seeStaff) { try $0.departments.all() }
  }

  /// The doctors at work, by name.
  package func doctors() throws -> [Doctor] {
    try session.look(.seeStaff) { try $0.doctors.all() }
  }

  /// The staff at work, by name; those of one department if one is named.
  package func staff(of department: DepartmentID? = nil) throws -> [StaffMember] {
    try session.look(.seeStaff) { try $0.staff.all(in: department) }
  }

  /// The rooms and patients of every employee of a department (A5).
  package func assignments(of department: DepartmentID) throws -> [AssignmentLine] {
    try session.look(.seeBoard) { try $0.assignments.lines(of: department) }
  }

  /// Adds a doctor.
  package func addDoctor(_ details: EmployeeProfile) throws -> DoctorID {
    try add(details, kind: "doctor") { try $0.doctors.add(details) }
  }

  /// Adds a member of staff.
  package func addStaff(_ details: EmployeeProfile) throws -> StaffID {
    try add(details, kind: "staff") { try $0.staff.add(details) }
  }

  private func add<Kind>(
    _ details: EmployeeProfile, kind: String, _ act: (Records) throws -> Identifier<Kind>
  ) throws -> Identifier<Kind> {
    try session.create(.manageStaff, kind) { records in
      try PresenceRule.check(department: records.departments.department(details.department))
      return try act(records)
    }
  }

  /// Changes a doctor's details, as a new version.
  package func change(_ doctor: Doctor, to details: EmployeeProfile, because reason: String) throws {
    try update("doctor", doctor.id.text, to: "change \(doctor.number)", because: reason) { records, reason in
      try PresenceRule.check(department: records.departments.department(details.department))
      return try records.doctors.change(doctor.id, from: doctor.version, to: details, because: reason)
    }
  }

  /// Changes the details of a member of staff, as a new version.
  package func change(_ member: StaffMember, to details: EmployeeProfile, because reason: String) throws {
    try update("staff", member.id.text, to: "change \(member.number)", because: reason) { records, reason in
      try PresenceRule.check(department: records.departments.department(details.department))
      return try records.staff.change(member.id, from: member.version, to: details, because: reason)
    }
  }

  /// Records that a doctor has left; refused while they have patients.
  package func leave(_ doctor: Doctor, because reason: String) throws {
    try update("doctor", doctor.id.text, to: "record that they left", because: reason) { records, reason in
      if session.account.employee == .doctor(doctor.id) { throw Refusal.ownLeaving }
      try refuseWithPatients(doctor.number, doctor.details, in: records)
      return try records.doctors.leave(doctor.id, from: doctor.version, because: reason)
    }
  }

  /// Records that a member of staff has left; refused while they have patients.
  package func leave(_ member: StaffMember, because reason: String) throws {
    try update("staff", member.id.text, to: "record that they left", because: reason) { records, reason in
      if session.account.employee == .staff(member.id) { throw Refusal.ownLeaving }
      try refuseWithPatients(member.number, member.details, in: records)
      return try records.staff.leave(member.id, from: member.version, because: reason)
    }
  }

  private func refuseWithPatients(_ number: String, _ details: EmployeeProfile, in records: Records) throws {
    let rooms = try records.assignments.lines(of: details.department)
      .filter { $0.employeeNumber == number }.compactMap { $0.place?.roomNumber }
    if !rooms.isEmpty { throw Refusal.employeeHasPatients(details.name, rooms: rooms) }
  }

  private func update(
    _ kind: String, _ id: String, to act: String, because reason: String,
    _ work: (Records, _ reason: String) throws -> Bool
  ) throws {
    let reason = try WrittenReason.read(reason, to: act)
    try session.perform(.manageStaff, on: AuditSubject(kind: kind, id: id), as: .update, because: reason) { records in
      guard try work(records, reason) else { throw Refusal.changedMeanwhile }
    }
  }
}
