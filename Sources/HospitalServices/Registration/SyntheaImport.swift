import HospitalDomain
import HospitalRecords

/// Takes over a folder of Synthea's CSV files: organisations become departments, providers doctors, patients patients with
/// their allergies, encounters stays, medications medications, and claims invoices of what was done. All of the folder is taken, or nothing. What was
/// taken before is known again by Synthea's identifiers and left alone.
package struct SyntheaImport: Sendable {
  /// What the records call where it came from.
  static let source = "synthea"

  private let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The files of the folder, as far as they are there.
  package struct Files: Sendable {
    package var organizations: [SyntheaRow] = []
    package var providers: [SyntheaRow] = []
    package var patients: [SyntheaRow]
    package var allergies: [SyntheaRow] = []
    package var encounters: [SyntheaRow] = []
    package var procedures: [SyntheaRow] = []
    package var immunizations: [SyntheaRow] = []
    package var medications: [SyntheaRow] = []
    package var claims: [SyntheaRow] = []

    /// The files of a folder in which there are patients at least.
    package init(patients: [SyntheaRow]) { self.patients = patients }
  }

  /// What came of it.
  package struct Result: Sendable {
    package let outcome: ImportOutcome
    /// How many rows an earlier import had taken already: `["patient": 27]`.
    package let known: [String: Int]
    /// The claims that were taken, or would have been; their invoices come to the same, to the cent.
    package let claims: ClaimSums
    /// The claims that ask for something else than their services come to, and why their invoices agree all the same.
    package let differences: [RefusedRow]
  }

  /// Takes the files; see `PatientImport.take` for the parameters.
  ///
  /// - Throws: a refusal where invoices would not come to what was claimed; nothing was changed then.
  package func take(
    _ files: Files, from folder: String, goingOnBecause reason: String = "", isRehearsal: Bool = false,
    progress: @escaping (_ done: Int, _ of: Int) throws -> Void
  ) throws -> Result {
    var known: [String: Int] = [:]
    var ledger = SyntheaLedger()
    let work = ImportWork(session, file: folder, because: reason, isRehearsal: isRehearsal, progress: progress)
    let outcome = try work.run { records, scope, refused, progress in
      let before = try records.imports(from: Self.source).claimSums()
      var transfer = SyntheaTransfer(session: session, files: files, records: records, reason: reason, against: scope)
      try transfer.run(&refused, progress: progress)
      (known, ledger) = (transfer.known, transfer.ledger)
      let after = try records.imports(from: Self.source).claimSums()
      try ledger.sums.checkTaken(before: before, after: after)
      return transfer.taken
    }
    return Result(outcome: outcome, known: known, claims: ledger.sums, differences: ledger.differences)
  }
}

/// What an import keeps of the claims that it takes.
struct SyntheaLedger {
  var sums = ClaimSums()
  var differences: [RefusedRow] = []
}

/// One row of a Synthea file: its values by their headings.
package struct SyntheaRow: Hashable, Sendable {
  /// The line of the file on which it begins, from 1.
  package let line: Int
  private let values: [String: String]

  package init(line: Int, values: [String: String]) {
    self.line = line
    self.values = values
  }

  /// A value without space at its ends; empty when the file has no such heading.
  subscript(heading: String) -> String {
    let text = values[heading] ?? ""
    return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// A person's name: Synthea adds digits to the parts of names, which are dropped.
  func name(_ heading: String) -> String { self[heading].filter { !$0.isNumber } }

  /// A description without the kind of term that SNOMED adds: `Latex (substance)` is `Latex`.
  func term(_ heading: String) -> String {
    let text = self[heading]
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else { return text }
    return String(text[..<text.index(before: open)])
  }

  /// Words written in capitals, as a heading: `GENERAL PRACTICE` is `General practice`.
  func sentence(_ heading: String) -> String {
    let text = self[heading].lowercased()
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A time such as `2023-01-27T16:17:47Z`, or nil for none. Throws when it is no such time.
  func time(_ heading: String) throws(Misentry) -> Timestamp? {
    let text = self[heading]
    if text.isEmpty { return nil }
    let parts = text.split { "-T:Z".contains($0) }.compactMap { Int($0) }
    guard parts.count == 6, let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]),
      (0..<24).contains(parts[3]), (0..<60).contains(parts[4]), (0..<61).contains(parts[5])
    else { throw Misentry("\(heading) is no time: \(text)") }
    let seconds = Int64(date.dayNumber) * 86_400 + Int64(parts[3] * 3_600 + parts[4] * 60 + parts[5])
    return Timestamp(milliseconds: seconds * 1_000)
  }
}
