import DatabaseKit
import HospitalDomain
import HospitalTestSupport
import Testing

/// What the database refuses of invoices and payments (B6, B9, I2).
struct InvoiceGuardTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital()
    let patient = hospital.samples.patients[0]
    for id in ["issued", "draft"] {
      try hospital.execute(
        """
        INSERT INTO invoice (id, hospital_id, patient_id, status, version, recorded_at, recorded_by, change_reason)
        VALUES (\(id), \(hospital.hospital.id), \(patient), 'draft', 1, 0, \(hospital.account(.cashier)), '')
        """)
      try hospital.execute(line(1, of: id))
    }
    try hospital.execute(issue("issued", number: 1))
    try hospital.execute(
      """
      INSERT INTO payment (id, invoice_id, method, amount_cents, received_at, received_by, reference)
      VALUES ('p', 'issued', 'card', 500, 0, \(hospital.account(.cashier)), '')
      """)
  }

  private func line(_ position: Int, of invoice: String, quantity: Int = 2, cents: Int = 2225, discount: Int = 0)
    -> SQLStatement
  {
    """
    INSERT INTO invoice_line (id, invoice_id, position, served_on, code, item, quantity, unit_cents, discount_cents)
    VALUES (\("\(invoice) \(position)"), \(invoice), \(position), '2026/11/18', 'LAB-CBC', 'Full blood count',
      \(quantity), \(cents), \(discount))
    """
  }

  private func issue(_ id: String, number: Int) -> SQLStatement {
    """
    UPDATE invoice SET status = 'issued', year = 2026, number = \(number), issued_at = 1, due_on = '2026/12/21',
      version = version + 1 WHERE id = \(id)
    """
  }

  @Test("I2: the lines of an issued invoice are frozen; a draft's are not")
  func freezesLines() throws {
    let sentence = "the lines of an issued invoice are frozen: correct it by a credit note"
    #expect(try hospital.refusal(of: line(2, of: "issued"))?.message == sentence)
    for invoice in ["issued", "draft"] {
      let expected = invoice == "issued" ? sentence : nil
      #expect(
        try hospital.refusal(of: "UPDATE invoice_line SET unit_cents = 1 WHERE invoice_id = \(invoice)")?.message
          == expected)
      #expect(
        try hospital.refusal(of: "DELETE FROM invoice_line WHERE invoice_id = \(invoice)")?.message == expected)
    }
  }

  @Test("I3: a payment is never changed or removed, and is of something")
  func freezesPayments() throws {
    #expect(try hospital.refusal(of: "UPDATE payment SET amount_cents = 1")?.kind == .trigger)
    #expect(try hospital.refusal(of: "DELETE FROM payment")?.kind == .trigger)
    for cents in [0, -500] {
      let payment: SQLStatement = """
        INSERT INTO payment (id, invoice_id, method, amount_cents, received_at, received_by, reference)
        VALUES ('q', 'issued', 'card', \(cents), 0, \(hospital.account(.cashier)), '')
        """
      #expect(try hospital.refusal(of: payment)?.kind == .check)
    }
  }

  @Test("I2: a number is given once in a year, and none but a draft is without one")
  func numbers() throws {
    #expect(try hospital.refusal(of: issue("draft", number: 1))?.kind == .trigger)
    #expect(
      try hospital.refusal(of: "UPDATE invoice SET status = 'issued', version = version + 1 WHERE id = 'draft'")?
        .kind == .check)
    #expect(try hospital.refusal(of: issue("draft", number: 2)) == nil)
  }

  @Test("B9: amounts are not negative, discounts not above the amount, the currency is dollars")
  func amounts() throws {
    #expect(try hospital.refusal(of: line(2, of: "draft", quantity: 0))?.kind == .check)
    #expect(try hospital.refusal(of: line(2, of: "draft", cents: -1))?.kind == .check)
    #expect(try hospital.refusal(of: line(2, of: "draft", discount: 4451))?.kind == .check)
    #expect(try hospital.refusal(of: line(2, of: "draft", discount: 4450)) == nil)
    #expect(try hospital.refusal(of: "UPDATE hospital SET currency = 'EUR'")?.kind == .check)
  }
}
