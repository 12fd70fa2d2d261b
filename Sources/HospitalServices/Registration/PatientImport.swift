import HospitalDomain
import HospitalRecords

/// Takes patients over from a table that was kept elsewhere: a row is a registration form, and either all rows are taken or
/// none (P1, P2).
package struct PatientImport: Sendable {
  private let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// One row of the table.
  package struct Row: Hashable, Sendable {
    /// The line of the file on which it begins, from 1.
    package let line: Int
    /// The form that it fills in.
    package let entry: PatientDetailsEntry

    package init(line: Int, entry: PatientDetailsEntry) {
      self.line = line
      self.entry = entry
    }
  }

  /// Takes the rows of a file.
  ///
  /// - Parameters:
  ///   - reason: why rows that look like patients on file are other people; empty to refuse them.
  ///   - isRehearsal: whether to find out only, and change nothing.
  ///   - progress: told how many rows were looked at; may throw to stop, and then nothing was changed.
  /// - Returns: how many patients were taken, or would have been; with a refused row nothing was changed.
  package func take(
    _ rows: [Row], from file: String, goingOnBecause reason: String = "", isRehearsal: Bool = false,
    progress: @escaping (_ done: Int, _ of: Int) throws -> Void
  ) throws -> ImportOutcome {
    let work = ImportWork(session, file: file, because: reason, isRehearsal: isRehearsal, progress: progress)
    return try work.run { records, scope, refused, progress in
      for (index, row) in rows.enumerated() {
        try progress(index, rows.count)
        try refused.collecting(file, line: row.line) {
          let details = try row.entry.check(today: session.workplace.today)
          _ = try RegistrationService(session).takeOver(details, because: reason, against: scope, in: records)
        }
      }
      try progress(rows.count, rows.count)
      return ["patient": rows.count]
    }
  }
}

extension RegistrationService {
  /// Registers a patient within a transaction that has begun, with an audit entry of their own.
  func takeOver(
    _ details: PatientDetails, because reason: String, against scope: DuplicateScope, in records: Records
  ) throws -> RegisteredPatient {
    if reason.isEmpty { try refuseDuplicate(of: PersonTraits(details), among: scope, in: records) }
    let patient = try add(details, as: records.newIdentifier(), isUnidentified: false, in: records)
    try session.note(.create, .importPatients, on: Self.subject(patient.id), because: reason, in: records)
    return patient
  }
}
