import HospitalDomain
import HospitalServices

/// The records of everybody who lies in a department, restricted or not (H6).
extension DepartmentsScreen {
  /// Why this person may not restrict records; nil if they may.
  package var restrictRefusal: String? { session.refusal(of: .restrictRecords)?.sentence }

  /// What is asked before the records of a department are restricted, or are no longer.
  package func restricting(_ row: DepartmentCensus) -> DirectoryEnding {
    row.isRestricted
      ? DirectoryEnding(
        title: "Lift the restriction of \(row.department.name)?",
        lines: ["The records of those who lie there open again without a reason."], act: "Lift it")
      : DirectoryEnding(
        title: "Restrict \(row.department.name)?",
        lines: ["The records of those who lie there open with a reason only; each opening is reported."],
        act: "Restrict")
  }

  /// Restricts the records of a department, or lifts that; returns the sentence that says which.
  package func restrict(_ row: DepartmentCensus, because reason: String) throws -> String {
    try RestrictedRecordService(session).toggle(row.department.id, because: reason)
      ? "Records of \(row.department.name) are restricted." : "Records of \(row.department.name) are open again."
  }
}
