import DatabaseKit
import HospitalDomain

/// What went over the counter on a prescription, for whoever reads it: to whom, and what was given in the place of something.
extension PrescribingRecords {
  /// To whom it was handed over, and when.
  func handovers(of id: String) throws -> [PrescriptionDetail.State] {
    try transaction.rows(
      """
      SELECT received_by, handed_at AS recorded_at, account.full_name AS recorder
      FROM medication_handover JOIN account ON account.id = medication_handover.handed_by
      WHERE prescription_id = \(id) ORDER BY handed_at
      """
    ).map { try Self.state($0, "handed over to \(try $0.text("received_by"))", "") }
  }

  /// What came back to the shelf, and why.
  func returns(of id: String) throws -> [PrescriptionDetail.State] {
    try transaction.rows(
      """
      SELECT gone.quantity, gone.reason, gone.done_at AS recorded_at, account.full_name AS recorder,
        medication.name, medication.strength, medication.form
      FROM medication_dispense AS gone JOIN account ON account.id = gone.done_by
        JOIN stock_lot ON stock_lot.id = gone.lot_id JOIN medication ON medication.id = stock_lot.medication_id
      WHERE gone.prescription_id = \(id) AND gone.kind = 'return' ORDER BY gone.done_at
      """
    ).map { row in
      try Self.state(
        row, "came back: \(try row.count("quantity")) \(try row.medicationTitle())", try row.text("reason"))
    }
  }

  /// What left the shelf in the place of what was prescribed, with the reason.
  func substitutes(of id: String) throws -> [PrescriptionDetail.State] {
    try transaction.rows(
      """
      SELECT gone.quantity, gone.reason, gone.done_at AS recorded_at, account.full_name AS recorder,
        wanted.name AS wanted_name, wanted.strength AS wanted_strength, wanted.form AS wanted_form,
        given.name AS given_name, given.strength AS given_strength, given.form AS given_form
      FROM medication_dispense AS gone JOIN account ON account.id = gone.done_by
        JOIN prescription_item ON prescription_item.id = gone.prescription_item_id
        JOIN medication AS wanted ON wanted.id = prescription_item.medication_id
        JOIN stock_lot ON stock_lot.id = gone.lot_id
        JOIN medication AS given ON given.id = stock_lot.medication_id AND given.id <> wanted.id
      WHERE gone.prescription_id = \(id) AND gone.kind = 'dispense' ORDER BY gone.done_at
      """
    ).map { row in
      func title(_ whose: String) throws -> String {
        try ["name", "strength", "form"].map { try row.text("\(whose)_\($0)") }.filter { !$0.isEmpty }
          .joined(separator: " ")
      }
      let (given, wanted) = (try title("given"), try title("wanted"))
      return try Self.state(
        row, "given instead of \(wanted): \(try row.count("quantity")) \(given)", try row.text("reason"))
    }
  }
}
