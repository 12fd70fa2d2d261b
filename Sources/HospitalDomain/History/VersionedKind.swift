/// A kind of record whose every version is kept (B10): what it is called, and who may read its history.
///
/// Kinds are open: an area that adds a table with versions adds its kind here; a test finds one that has none.
package struct VersionedKind: Hashable, Sendable {
  /// The table, and the kind of record in the audit trail.
  package let table: String
  /// One of them in words: `room`.
  package let noun: String
  /// Who may read the record, and so its history.
  package let permission: Permission
  /// Whether it stands on a patient's record: then looking at its history stands in the audit trail.
  package let isOfPatient: Bool
  /// How its versions are kept.
  package let keeping: Keeping

  /// How versions are kept.
  package enum Keeping: Hashable, Sendable {
    /// In a table of their own, each change with who, when and why.
    case versions
    /// As rows of the same table, of which each follows the one before with the same key.
    case additions(key: String, reason: String?)
  }

  package init(
    _ table: String, _ noun: String, _ permission: Permission, isOfPatient: Bool = false, keeping: Keeping = .versions
  ) {
    self.table = table
    self.noun = noun
    self.permission = permission
    self.isOfPatient = isOfPatient
    self.keeping = keeping
  }

  package static let patient = VersionedKind("patient", "patient", .readPatient, isOfPatient: true)
  package static let admission = VersionedKind("admission", "admission", .readPatient, isOfPatient: true)
  package static let stay = VersionedKind("stay", "stay", .readPatient, isOfPatient: true)
  package static let dischargeSummary = VersionedKind(
    "discharge_summary", "discharge order", .readPatient, isOfPatient: true)
  package static let appointment = VersionedKind("appointment", "appointment", .readPatient, isOfPatient: true)
  package static let invoice = VersionedKind("invoice", "invoice", .seeInvoices, isOfPatient: true)
  package static let prescription = VersionedKind("prescription", "prescription", .seePrescriptions, isOfPatient: true)
  package static let consultation = VersionedKind("consultation", "consultation", .readCare, isOfPatient: true)
  package static let nursingNote = VersionedKind("nursing_note", "nurse's note", .readCare, isOfPatient: true)
  package static let room = VersionedKind("room", "room", .seeBoard)
  package static let department = VersionedKind("department", "department", .seeStaff)
  package static let doctor = VersionedKind("doctor", "doctor", .seeStaff)
  package static let staff = VersionedKind("staff", "member of staff", .seeStaff)
  package static let account = VersionedKind("account", "account", .seeAccounts)
  package static let pharmacy = VersionedKind("pharmacy", "pharmacy", .seeStock)
  package static let price = VersionedKind(
    "price", "price", .seePrices, keeping: .additions(key: "code", reason: "reason"))
  /// The tax, or what an insurer pays; by the insurer's name as it is looked for, and an empty one for the tax.
  package static let rate = VersionedKind(
    "billing_rate", "rate", .seePrices, keeping: .additions(key: "name", reason: nil))

  package static let medication = VersionedKind("medication", "medication", .seeMedications)
  package static let supply = VersionedKind("supply", "supply", .seeStock)
  package static let supplier = VersionedKind("supplier", "supplier", .seeStock)
  package static let purchaseOrder = VersionedKind("purchase_order", "purchase order", .seeStock)
  package static let stockMinimum = VersionedKind("stock_minimum", "minimum", .seeStock)
  package static let pharmacyTask = VersionedKind("pharmacy_task", "task of the pharmacy", .seePrescriptions)

  /// Every kind.
  package static let all: [VersionedKind] = [
    medication, supply, supplier, purchaseOrder, stockMinimum, pharmacyTask,
    patient, admission, stay, dischargeSummary, appointment, invoice, prescription, consultation, nursingNote, room,
    department, doctor, staff, account, pharmacy, price, rate,
  ]
}

/// A record whose versions are kept.
package struct VersionedRecord: Hashable, Sendable {
  package let kind: VersionedKind
  /// Its identifier, or the key of what is kept by additions.
  package let id: String

  package init(_ kind: VersionedKind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

extension ClinicalEntry {
  /// The entry as a record whose versions are kept.
  package var record: VersionedRecord {
    switch self {
    case .consultation: VersionedRecord(.consultation, id)
    case .nursingNote: VersionedRecord(.nursingNote, id)
    case .prescription: VersionedRecord(.prescription, id)
    }
  }
}
