import HospitalDomain
import HospitalRecords

/// The medications: found as they are typed, added, changed as new versions, and taken off the list (M5).
package struct MedicationService: Sendable {
  /// The most medications that a list shows.
  package static let mostShown = 500

  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Medications as they are typed: any words of name, strength and form, the code, the ATC code. Nothing typed finds all.
  package func search(_ typed: String, limit: Int = mostShown) throws -> MedicationFinds {
    try session.look(.seeMedications) { try $0.medications.search(typed, limit: limit) }
  }

  /// One medication, on the list or not; nil if there is none.
  package func medication(_ id: MedicationID) throws -> MedicationRow? {
    try session.look(.seeMedications) { try $0.medications.row(id) }
  }

  /// The versions of a medication with who, when and why; the newest first.
  package func versions(of id: MedicationID) throws -> [MedicationVersion] {
    try session.look(.seeMedications) { try $0.medications.versions(of: id) }
  }

  /// Every category, the classes of the ATC among them.
  package func categories() throws -> [MedicationCategory] {
    try session.look(.seeMedications) { try $0.medications.categories() }
  }

  /// The medications of a category.
  package func medications(in category: MedicationCategory) throws -> [MedicationRow] {
    try session.look(.seeMedications) { try $0.medications.medications(in: category.id, limit: Self.mostShown) }
  }

  /// Adds a medication.
  package func add(_ entry: MedicationEntry) throws -> Medication {
    let checked = try entry.check()
    _ = try session.create(.manageMedications, "medication") { try $0.addMedication(checked) }
    return checked.medication
  }

  /// Changes a medication as a new version.
  package func change(_ row: MedicationRow, to entry: MedicationEntry, because reason: String) throws -> Medication {
    let checked = try entry.check()
    let reason = try WrittenReason.read(reason, to: "change \(row.medication.title)")
    try session.perform(.manageMedications, on: Self.subject(row.id), as: .update, because: reason) { records in
      try records.refuseTakenCode(checked.medication.code, besides: row.id)
      let categories = try records.categories(named: checked.categories)
      guard try records.medications.change(row, to: checked.medication, in: categories, because: reason) else {
        throw Refusal.changedMeanwhile
      }
    }
    return checked.medication
  }

  /// Takes a medication off the list: it is not found, prescribed or ordered any more. What is in stock stays.
  package func retire(_ row: MedicationRow, because reason: String) throws {
    let reason = try WrittenReason.read(reason, to: "take \(row.medication.title) off the list")
    try session.perform(.manageMedications, on: Self.subject(row.id), as: .update, because: reason) { records in
      guard let now = try records.medications.row(row.id), now.retiredAt == nil else {
        throw Refusal.medicationRetired(row.medication.title)
      }
      guard try records.medications.retire(row, because: reason) else { throw Refusal.changedMeanwhile }
    }
  }

  static func subject(_ id: MedicationID) -> AuditSubject { AuditSubject(kind: "medication", id: id.text) }
}

extension Records {
  /// Adds a medication whose code no other has.
  func addMedication(_ checked: MedicationEntry.Checked) throws -> MedicationID {
    try refuseTakenCode(checked.medication.code, besides: nil)
    return try medications.add(checked.medication, in: try categories(named: checked.categories))
  }

  func refuseTakenCode(_ code: String, besides id: MedicationID?) throws {
    guard let other = try medications.row(coded: code), other.id != id else { return }
    throw Refusal.medicationCodeTaken(code, by: other.medication.title)
  }

  /// The categories that were typed, by code or name; those that begin with a plus are made where they are not there.
  func categories(named words: [String]) throws -> [Identifier<MedicationCategory>] {
    try words.map { word in
      let name = String(word.drop { $0 == "+" })
      if let category = try medications.category(named: name) { return category.id }
      guard word.hasPrefix("+"), !name.isEmpty else { throw Refusal.noSuchCategory(name) }
      return try medications.addCategory(name).id
    }
  }
}
