import DatabaseKit
import HospitalDomain
import HospitalTestSupport
import Testing

/// The rules of money that hold for every connection (I2, I3).
struct MoneyGuardTests {
  let hospital: TestHospital
  let invoice: ListedInvoice.ID
  private var patient: PatientID { hospital.samples.patients[0] }
  private var cashier: AccountID { hospital.account(.cashier) }

  /// An invoice of 100.00 of which 40.00 is paid, and 60.00 kept for the patient.
  init() throws {
    hospital = try TestHospital()
    invoice = try hospital.invoice(hospital.samples.patients[0], cents: 100_00, dueIn: 7, paid: 40_00)
    try hospital.execute(kept("k", "transfer", shift: nil))
  }

  private func kept(_ id: String, _ method: String, shift: String?) -> SQLStatement {
    """
    INSERT INTO patient_credit (id, hospital_id, patient_id, kind, method, amount_cents, reference, shift_id, received_at,
      received_by)
    VALUES (\(id), \(hospital.hospital.id), \(patient), 'deposit', \(method), 6000, 'R 1', \(shift), 0, \(cashier))
    """
  }

  private func open(_ shift: String, of account: AccountID, float: Int = 0) throws {
    try hospital.execute(
      """
      INSERT INTO cash_shift (id, hospital_id, account_id, opened_at, float_cents, explanation)
      VALUES (\(shift), \(hospital.hospital.id), \(account), 0, \(float), '')
      """)
  }

  private func refund(_ id: String, by method: String, cents: Int = 10_00) throws {
    try hospital.execute(
      """
      INSERT INTO refund (id, hospital_id, patient_id, amount_cents, method, reason, requested_at, requested_by)
      VALUES (\(id), \(hospital.hospital.id), \(patient), \(cents), \(method), 'moved away', 0, \(cashier))
      """)
    try hospital.execute(
      """
      UPDATE refund SET decision = 'approved', decided_at = 1, decided_by = \(hospital.account(.administrator))
      WHERE id = \(id)
      """)
  }

  private func payOut(_ id: String, reference: String? = "R 2", shift: String? = nil) -> SQLStatement {
    """
    UPDATE refund SET paid_at = 2, paid_by = \(cashier), reference = \(reference), shift_id = \(shift) WHERE id = \(id)
    """
  }

  @Test("I2: an invoice is paid when what it asks for came in, and not before")
  func balanced() throws {
    let settle: SQLStatement =
      "UPDATE invoice SET status = 'balanced', version = version + 1, change_reason = 'paid' WHERE id = \(invoice)"
    #expect(try hospital.refusal(of: settle)?.message == "an invoice is paid when all that it asks for is paid")
    try hospital.execute(
      """
      INSERT INTO payment (id, invoice_id, method, amount_cents, received_at, received_by, reference)
      VALUES ('p', \(invoice), 'card', 6000, 0, \(cashier), '88213')
      """)
    #expect(try hospital.refusal(of: settle) == nil)
  }

  @Test("I2: an invoice with a number is voided by a credit note, not struck out; a draft is")
  func struckOut() throws {
    let draft = try hospital.invoice(patient, cents: 1_00, dueIn: nil)
    func strikeOut(_ id: ListedInvoice.ID) throws -> String? {
      try hospital.refusal(
        of:
          "UPDATE invoice SET status = 'entered-in-error', version = version + 1, change_reason = 'x' WHERE id = \(id)")?
        .message
    }
    #expect(try strikeOut(invoice) == "an invoice that was issued is taken back by a credit note, not struck out")
    #expect(try strikeOut(draft) == nil)
  }

  @Test("I3: cash is taken in one's own open shift")
  func cash() throws {
    let sentence = "cash is taken in one's own open shift"
    func pay(_ id: String, shift: String?) throws -> String? {
      try hospital.refusal(
        of: """
          INSERT INTO payment (id, invoice_id, method, amount_cents, received_at, received_by, reference, shift_id)
          VALUES (\(id), \(invoice), 'cash', 100, 0, \(cashier), '', \(shift))
          """)?.message
    }
    #expect(try pay("p", shift: nil) == sentence)
    #expect(try hospital.refusal(of: kept("c", "cash", shift: nil))?.message == sentence)
    try open("s", of: cashier)
    #expect(try pay("p", shift: "s") == nil)
    #expect(try hospital.refusal(of: kept("c", "cash", shift: "s")) == nil)
  }

  @Test("I3: a refund is paid in cash out of one's own open shift, and no more than is in the till")
  func refunds() throws {
    let sentence = "a refund in cash is paid out of one's own open shift"
    try refund("r", by: "cash")
    try open("other", of: hospital.account(.administrator), float: 500_00)
    #expect(try hospital.refusal(of: payOut("r"))?.message == sentence)
    #expect(try hospital.refusal(of: payOut("r", shift: "other"))?.message == sentence)
    #expect(try hospital.refusal(of: "UPDATE refund SET shift_id = 'other'")?.message == sentence)
    try open("s", of: cashier, float: 9_99)
    #expect(
      try hospital.refusal(of: payOut("r", shift: "s"))?.message == "no more cash is paid out than is in the till")
    try hospital.execute(
      "UPDATE cash_shift SET closed_at = 1, counted_cents = 999, expected_cents = 999 WHERE id = 's'")
    #expect(try hospital.refusal(of: payOut("r", shift: "s"))?.message == sentence)
    try open("t", of: cashier, float: 10_00)
    #expect(try hospital.refusal(of: payOut("r", shift: "t")) == nil)
  }

  @Test("I3: a refund by transfer names its reference in a line, and no shift")
  func references() throws {
    try refund("r", by: "transfer")
    let sentence = "a refund by card or transfer is paid with its reference"
    for reference in ["", "  ", String(repeating: "9", count: 121)] {
      #expect(try hospital.refusal(of: payOut("r", reference: reference))?.message == sentence)
    }
    #expect(try hospital.refusal(of: payOut("r", reference: nil))?.message == sentence)
    try open("s", of: cashier, float: 500_00)
    #expect(
      try hospital.refusal(of: payOut("r", shift: "s"))?.message
        == "a refund in cash is paid out of one's own open shift")
    #expect(try hospital.refusal(of: payOut("r")) == nil)
  }

  @Test("P2: what is set free on an invoice is kept for the patient whose invoice it is")
  func owner() throws {
    func keep(_ owner: PatientID) throws -> String? {
      try hospital.refusal(
        of: """
          INSERT INTO patient_credit (id, hospital_id, patient_id, kind, method, amount_cents, reference, invoice_id,
            received_at, received_by)
          VALUES ('o', \(hospital.hospital.id), \(owner), 'overpayment', 'card', 1, 'R', \(invoice), 0, \(cashier))
          """)?.message
    }
    #expect(
      try keep(hospital.samples.patients[1]) == "what is set free on an invoice is kept for the patient of the invoice")
    #expect(try keep(patient) == nil)
  }
}
