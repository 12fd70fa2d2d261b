import BuiltProgramSupport
import Testing

/// Invoices and payments by real processes on one database file (I2, I3).
@Suite struct MoneyRaceTests {
  private let home: RaceHome

  init() throws { home = try RaceHome() }

  /// Numbers of the running year as they stand on file, from the lowest.
  private func numbers() throws -> [Int] {
    try home.sql(
      """
      SELECT number FROM invoice WHERE number IS NOT NULL AND year = (SELECT MAX(year) FROM invoice) ORDER BY number
      """
    ).compactMap { Int($0) }
  }

  /// I2: fifty processes issue invoices of one hospital and year at once, and each of them tries a draft of its neighbour too.
  @Test func fiftyProcessesIssueInvoicesFromOneToTheLastWithoutAGapOrADouble() throws {
    let (processes, each) = (50, 6)
    try home.drafts(processes * each, "race")
    let before = try numbers().count
    let cashiers = try home.contenders(processes, as: "cashier")
    for round in 0..<each {
      for (place, cashier) in cashiers.enumerated() {
        cashier.say("issue race-\(place * each + round + 1)")
        cashier.say("issue race-\((place + 1) % processes * each + round + 1)")
      }
    }
    let answers = cashiers.flatMap { cashier in (0..<2 * each).map { _ in cashier.hear() ?? "silent" } }
    let issued = answers.compactMap { $0.hasPrefix("done ") ? String($0.dropFirst(5)) : nil }
    #expect(issued.count == processes * each && Set(issued).count == issued.count)
    let turnedAway = answers.filter { $0.hasPrefix("refused invoice.issued") }
    #expect(turnedAway.count == processes * each, "\(Set(answers).prefix(5))")
    #expect(try numbers() == Array(1...(before + processes * each)))
    try home.expectSound()
  }

  /// I2, I3: processes are killed while they issue and take payments. What was answered is there; of the one act that each
  /// kill met, everything is there or nothing is.
  @Test func killedCashiersLeaveNoGapNoHalfInvoiceAndNoHalfPayment() throws {
    let shift = try #require(try home.contenders(1, as: "cashier").first?.ask("shift"))
    #expect(shift.hasPrefix("done"), "\(shift)")
    let (before, credits) = (try numbers().count, try home.number("SELECT COUNT(*) FROM patient_credit"))
    var (answered, kills) = ((issued: 0, paid: 0), 0)
    for round in 0..<12 {
      for place in 0..<4 { try home.drafts(60, "kill-\(round)-\(place)") }
      let cashiers = try home.contenders(4, as: "cashier")
      for (place, cashier) in cashiers.enumerated() {
        let name = "kill-\(round)-\(place)"
        for number in 1...60 {
          cashier.say("issue \(name)-\(number)")
          cashier.say("pay \(name)-\(number) 6000 cash")
          cashier.say("pay \(name)-\(number) 10000 card")
        }
      }
      for cashier in cashiers {
        for _ in 0..<Int.random(in: 1...60) { _ = count(cashier.hear(), &answered) }
        cashier.kill()
        kills += 1
        while count(cashier.hear(), &answered) {}
      }
    }
    try expectWhole(answered, kills, invoicesBefore: before, creditsBefore: credits)
  }

  /// Counts an answer; false when there is none.
  private func count(_ answer: String?, _ answered: inout (issued: Int, paid: Int)) -> Bool {
    guard let answer else { return false }
    #expect(answer.hasPrefix("done"), "\(answer)")
    if answer.hasPrefix("done INV") { answered.issued += 1 } else { answered.paid += 1 }
    return true
  }

  private func expectWhole(
    _ answered: (issued: Int, paid: Int), _ kills: Int, invoicesBefore: Int, creditsBefore: Int
  ) throws {
    let numbers = try numbers()
    #expect(numbers == Array(1...numbers.count))
    let issued = numbers.count - invoicesBefore
    let paid = try home.number("SELECT COUNT(*) FROM payment WHERE invoice_id LIKE 'kill-%'")
    #expect(answered.issued > 100 && answered.paid > 200)
    #expect((0...kills).contains(issued + paid - answered.issued - answered.paid), "\(issued) \(paid) \(answered)")

    // An invoice is a draft, issued, paid in part, or paid with 10.00 kept for the patient; each with as many entries.
    let states = Set(
      try home.sql(
        """
        SELECT DISTINCT status, (SELECT COUNT(*) FROM invoice_line WHERE invoice_id = invoice.id),
          (SELECT COALESCE(SUM(amount_cents), 0) FROM payment WHERE invoice_id = invoice.id),
          (SELECT COALESCE(SUM(amount_cents), 0) FROM patient_credit WHERE invoice_id = invoice.id),
          (SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'invoice' AND subject_id = invoice.id)
        FROM invoice WHERE id LIKE 'kill-%'
        """))
    #expect(states.contains("balanced|2|15000|1000|3"))
    let whole: Set = ["draft|2|0|0|0", "issued|2|0|0|1", "issued|2|6000|0|2", "balanced|2|15000|1000|3"]
    #expect(states.isSubset(of: whole), "kept by half: \(states.subtracting(whole))")

    // The till has what was paid in cash, and what is kept is what was paid too much.
    let (cash, balanced) = (
      try home.number("SELECT COUNT(*) FROM payment WHERE invoice_id LIKE 'kill-%' AND method = 'cash'"),
      try home.number("SELECT COUNT(*) FROM invoice WHERE id LIKE 'kill-%' AND status = 'balanced'")
    )
    #expect(try home.number("SELECT COUNT(*) FROM patient_credit") - creditsBefore == balanced)
    let inTill = try home.number(
      """
      SELECT SUM(amount_cents) FROM payment JOIN cash_shift ON cash_shift.id = shift_id
      WHERE closed_at IS NULL AND method = 'cash'
      """)
    #expect(inTill == cash * 6000)
    try home.expectSound()
  }
}
