import HospitalDomain
import HospitalRecords

/// Takes medications over from a table that was kept elsewhere: a row is a form, and either all rows are taken or none (M5).
package struct MedicationImport: Sendable {
  private let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// One row of the table.
  package struct Row: Hashable, Sendable {
    /// The line of the file on which it begins, from 1.
    package let line: Int
    /// The form that it fills in.
    package let entry: MedicationEntry

    package init(line: Int, entry: MedicationEntry) {
      self.line = line
      self.entry = entry
    }
  }

  /// Takes the rows of a file; see `PatientImport.take` for the parameters.
  package func take(
    _ rows: [Row], from file: String, isRehearsal: Bool = false,
    progress: @escaping (_ done: Int, _ of: Int) throws -> Void
  ) throws -> ImportOutcome {
    let work = ImportWork(
      session, file: file, because: "", needing: .manageMedications, isRehearsal: isRehearsal, progress: progress)
    return try work.run { records, _, refused, progress in
      for (index, row) in rows.enumerated() {
        try progress(index, rows.count)
        try refused.collecting(file, line: row.line) {
          let id = try records.addMedication(try row.entry.check())
          try session.note(.create, .manageMedications, on: MedicationService.subject(id), because: "", in: records)
        }
      }
      try progress(rows.count, rows.count)
      return ["medication": rows.count]
    }
  }
}

extension SyntheaTransfer {
  /// A medication of the files, once; one whose code is on file is left alone.
  mutating func medication(_ row: SyntheaRow) throws -> Fate {
    let code = try SafeText.requiredLine(row["CODE"], limit: 40, hint: "it has no CODE")
    guard seen["medication", default: []].insert(code).inserted else { return .unused }
    if try records.medications.row(coded: code) != nil { return .known }
    let text = SyntheaMedicationText(
      try SafeText.requiredLine(row["DESCRIPTION"], limit: 400, hint: "it has no DESCRIPTION"), code: code)
    let checked = try MedicationEntry([
      .code: code, .name: text.name, .strength: text.strength, .form: text.form.isEmpty ? "unit" : text.form,
      .route: text.route?.rawValue ?? "", .atc: text.atc, .price: "\(try row.money("BASE_COST"))",
      .controlled: text.isControlled ? "yes" : "no",
    ]).check()
    let medication = checked.medication
    let id = try records.medications.add(
      Medication(
        code: code, name: text.name, strength: medication.strength, form: medication.form,
        unitPrice: medication.unitPrice, isControlled: medication.isControlled, route: medication.route,
        atc: medication.atc))
    try note("medication", id.text)
    return .taken
  }
}
