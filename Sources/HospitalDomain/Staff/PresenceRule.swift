/// Who may be given patients, rooms or colleagues: people who are at work and departments that are in use (A3, A6, B5).
package enum PresenceRule {
  /// Whether a doctor may have a patient now; nil for one who is not on file.
  package static func check(doctor: Doctor?, clock: LocalTime) throws(Refusal) {
    guard let doctor else { throw .noSuchDoctor }
    if let left = doctor.leftAt {
      throw .employeeLeft(doctor.details.name, on: clock.date(of: left), field: "doctor", instead: "another doctor")
    }
  }

  /// Whether a member of staff may be assigned to a room now; nil for one who is not on file.
  package static func check(staff member: StaffMember?, clock: LocalTime) throws(Refusal) {
    guard let member else { throw .noSuchStaff }
    if let left = member.leftAt {
      throw .employeeLeft(member.details.name, on: clock.date(of: left), field: "staff", instead: "somebody else")
    }
  }

  /// Whether a department may take rooms and people; nil for one that is not on file.
  package static func check(department: Department?) throws(Refusal) {
    guard let department else { throw .noSuchDepartment }
    if department.retiredAt != nil { throw .departmentRetired(department.name) }
  }
}
