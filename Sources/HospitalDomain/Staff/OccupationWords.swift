extension JobTitle {
  /// The words for what somebody does, from what is stored: a job title's code, or a doctor's speciality as it stands.
  package static func words(for stored: String) -> String { JobTitle(rawValue: stored)?.title ?? stored }
}

extension EmployeeProfile {
  /// What the employee does, in the words for the screen.
  package var occupationTitle: String { JobTitle.words(for: occupation) }
}

extension AssignmentLine {
  /// What the employee does, in the words for the screen.
  package var occupationTitle: String { JobTitle.words(for: occupation) }
}
