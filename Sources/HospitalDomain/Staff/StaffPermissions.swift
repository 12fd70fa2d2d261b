extension Permission {
  /// See who works where, and their room and patient assignments.
  package static let seeStaff = Permission("staff.see", "see the staff list", Role.staff)
  /// Hire, move, suspend or release staff.
  package static let manageStaff = Permission("staff.manage", "manage staff", [.humanResources, .administrator])

  /// The permissions of this area.
  package static let staff: [Permission] = [seeStaff, manageStaff]
}
