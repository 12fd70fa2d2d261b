import DatabaseKit
import HospitalDomain

extension SQLRow {
  /// A prescription, of its own columns, the doctor's name, `pharmacy_name` and the `stage` of the pharmacy's task.
  ///
  /// - Parameter lastsUntil: until when it is taken, of what was handed over and is not used up.
  func prescription(items: [PatientPrescription.Item], lasting lastsUntil: CalendarDate? = nil) throws
    -> PatientPrescription
  {
    PatientPrescription(
      id: try text("id"), number: try integer("number"), writtenAt: try timestamp("written_at"),
      doctor: try personName(), pharmacy: try text("pharmacy_name"), status: try text("status"),
      stage: try optionalText("stage").flatMap(PharmacyStage.init), lastsUntil: lastsUntil,
      priority: try text("priority"), note: try text("note"), items: items)
  }

  /// Until when it lasts, of the column `lasts_until`; nil where that is over.
  func lastsUntil(after now: Timestamp) throws -> CalendarDate? {
    try optionalTimestamp("lasts_until").flatMap { $0 > now ? LocalTime.utc.date(of: $0) : nil }
  }

  /// What a medication is called, of its own columns: `ibuprofen 400 mg tablet`.
  func medicationTitle() throws -> String {
    [try text("name"), try text("strength"), try text("form")].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// An item of a prescription, of its own columns and those of its medication.
  func prescribedItem() throws -> PatientPrescription.Item {
    PatientPrescription.Item(
      medication: try medicationTitle(), dose: try text("dose"), route: try text("route"),
      frequency: try text("frequency"), days: try count("duration_days"), quantity: try count("quantity"),
      refills: try count("refills"))
  }
}

extension SQLRow {
  /// The structured dosage of an item, of the columns of `prescription_dosage` and `duration_days`; nil for an item that
  /// was written in words alone.
  func optionalDosage() throws -> Dosage? {
    guard let thousandths = try optionalInteger("amount_thousandths") else { return nil }
    guard let amount = DoseAmount(thousandths: Int(thousandths), unit: try code("unit")),
      let frequency = DoseFrequency(code: try text("frequency_code"), count: try count("frequency_count"))
    else { throw DatabaseFault.unexpectedColumn("frequency_code") }
    return Dosage(
      amount: amount, route: try code("route_code"), frequency: frequency, days: try count("duration_days"))
  }
}
