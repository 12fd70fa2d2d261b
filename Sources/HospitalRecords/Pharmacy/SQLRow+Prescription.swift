import DatabaseKit
import HospitalDomain

extension SQLRow {
  /// A prescription, of its own columns, the doctor's name and `pharmacy_name`.
  func prescription(items: [PatientPrescription.Item]) throws -> PatientPrescription {
    PatientPrescription(
      id: try text("id"), number: try integer("number"), writtenAt: try timestamp("written_at"),
      doctor: try personName(), pharmacy: try text("pharmacy_name"), status: try text("status"),
      priority: try text("priority"), note: try text("note"), items: items)
  }

  /// An item of a prescription, of its own columns and those of its medication.
  func prescribedItem() throws -> PatientPrescription.Item {
    let words = [try text("name"), try text("strength"), try text("form")].filter { !$0.isEmpty }
    return PatientPrescription.Item(
      medication: words.joined(separator: " "), dose: try text("dose"), route: try text("route"),
      frequency: try text("frequency"), days: try count("duration_days"), quantity: try count("quantity"),
      refills: try count("refills"))
  }
}
