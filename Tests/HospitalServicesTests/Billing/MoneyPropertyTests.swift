import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import PaperKit
import Testing

/// Any sequence of charges, discounts, payments, credit notes and refunds balances to the cent (B9, I1–I3).
struct MoneyPropertyTests {
  /// Chance that a seed decides (SplitMix64).
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func money(_ most: Int64) -> Money { Money(cents: Int64.random(in: -1...max(1, most), using: &self)) }
  }

  private struct World {
    let hospital: TestHospital
    let admission: AdmissionID
    var patient: PatientID { hospital.samples.patients[0] }
    var cashier: Session { hospital.session(.cashier) }

    init() throws {
      hospital = try TestHospital(at: TestHospital.opening - .days(2))
      try hospital.setPrices()
      admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
      hospital.clock.now = TestHospital.opening
      try PriceService(hospital.session(.administrator)).set(1_350, for: nil)
      try PriceService(hospital.session(.administrator)).set(3_333, for: "Vhi")
      try hospital.execute("UPDATE patient SET insurer = 'Vhi', version = version + 1")
      _ = try TillService(cashier).open(float: Money(cents: 100_00))
    }

    /// Does something at random; what the rules refuse is refused, and nothing else goes wrong.
    func act(_ dice: inout Dice) throws {
      do {
        try tryAct(&dice)
      } catch is Refusal {
      } catch is InvalidEntry {
      }
    }

    private func tryAct(_ dice: inout Dice) throws {
      let charges = ChargeService(cashier)
      let account = try charges.again(admission)
      let invoices = InvoiceService(cashier)
      let invoice = account.invoices.randomElement(using: &dice)?.id ?? ""
      switch Int.random(in: 0...11, using: &dice) {
      case 0, 1:
        let code = ["CON", "LAB-CBC"].randomElement(using: &dice) ?? ""
        let entry = ChargeEntry(
          code: code, quantity: Int.random(in: 0...7, using: &dice), servedOn: TestHospital.today)
        _ = try charges.charge(entry, to: admission)
      case 2:
        guard let charge = account.charges.randomElement(using: &dice) else { return }
        _ = try charges.discount(charge.id, by: dice.money(charge.amount.cents + 10), because: "chance")
      case 3:
        guard let charge = account.charges.randomElement(using: &dice) else { return }
        _ = try charges.cancel(charge.id, because: "chance")
      case 4: _ = try invoices.draft(for: admission)
      case 5: _ = try invoices.issue(invoice)
      case 6, 7:
        let method = PaymentMethod.allCases.randomElement(using: &dice) ?? .cash
        let most = (account.invoices.first { $0.id == invoice }?.balance.cents ?? 0) + 50_00
        _ = try PaymentService(cashier).pay(
          invoice, PaymentEntry(method, dice.money(most), reference: "R 1", keepsRest: Bool.random(using: &dice)))
      case 8:
        let amount = Bool.random(using: &dice) ? nil : dice.money(500_00)
        _ = try invoices.credit(invoice, amount, because: "chance")
      case 9: _ = try PaymentService(cashier).deposit(for: patient, PaymentEntry(.cash, dice.money(200_00)))
      case 10:
        let most = try PaymentService(cashier).kept(for: patient).cents + 5
        _ = try TillService(cashier).requestRefund(dice.money(most), by: .cash, for: patient, because: "chance")
      default:
        guard let refund = try TillService(cashier).refunds().randomElement(using: &dice) else { return }
        if refund.state == .approved {
          _ = try TillService(cashier).payOut(refund, reference: "R 2")
        } else {
          _ = try TillService(hospital.session(.administrator)).decide(
            refund, approved: Bool.random(using: &dice), because: "chance")
        }
      }
    }

    /// The sum that a statement finds, in cents.
    func cents(_ statement: SQLStatement) throws -> Int64 {
      try hospital.read {
        try $0.transaction.row("SELECT COALESCE((\(part: statement)), 0) AS cents")?.integer("cents") ?? 0
      }
    }

    /// I5: whatever was issued is printed, and its paper ends with what is due.
    private func checkPapers() throws {
      let issue = PaperIssue(
        hospital: hospital.hospital, printedAt: hospital.clock.now, printedBy: "test", clock: .utc)
      for listed in try InvoiceService(cashier).list().invoices where listed.invoice.number != nil {
        let paper = InvoicePaper(listed, try InvoiceService(cashier).detail(of: listed.id), issue: issue)
        #expect(try paper.document().sums.last?.amount == "\(listed.invoice.due)")
      }
    }

    func check() throws {
      let list = try InvoiceService(cashier).list().invoices.map(\.invoice)
      let sums = try InvoiceSums(list)
      #expect(sums.total.cents == sums.paid.cents + sums.due.cents + sums.drafted.cents)
      #expect(list.allSatisfy { $0.balance >= .zero && ($0.status != "balanced" || $0.balance == .zero) })
      #expect(
        list.allSatisfy { $0.status != "cancelled" || ($0.paid == .zero && ($0.number == nil || $0.net == .zero)) })
      try checkPapers()
      let income = try cents(
        "SELECT (SELECT COALESCE(SUM(amount_cents), 0) FROM payment) + (SELECT COALESCE(SUM(amount_cents), 0) FROM patient_credit WHERE kind <> 'credit-note')"
      )
      let paidBack = try cents("SELECT SUM(amount_cents) FROM refund WHERE paid_at IS NOT NULL")
      let promised = try cents(
        "SELECT SUM(amount_cents) FROM refund WHERE paid_at IS NULL AND (decision IS NULL OR decision = 'approved')")
      let kept = try PaymentService(cashier).kept(for: patient).cents
      #expect(kept >= 0)
      let account = try ChargeService(cashier).again(admission)
      #expect(account.movements.reduce(0) { $0 + $1.amount.cents } == kept, "the account tells how it came to that")
      #expect(income - paidBack == sums.paid.cents + kept + promised, "every cent that came in is somewhere")
      let charged = try cents(
        """
        SELECT SUM(quantity * unit_cents - (SELECT COALESCE(SUM(amount_cents), 0) FROM charge_discount WHERE charge_id = charge.id))
        FROM charge WHERE id NOT IN (SELECT charge_id FROM charge_cancellation)
        """)
      let billed = try cents(
        """
        SELECT SUM(quantity * unit_cents - discount_cents) FROM invoice_line JOIN invoice ON invoice.id = invoice_id
        WHERE status IN ('draft', 'issued', 'balanced')
        """)
      #expect(charged == billed + (try ChargeService(cashier).again(admission).unbilled.cents))
      let issued = try cents(
        """
        SELECT SUM(quantity * unit_cents - discount_cents) FROM invoice_line JOIN invoice ON invoice.id = invoice_id
        WHERE status IN ('issued', 'balanced')
        """)
      let waiting = try UninvoicedSums(UninvoicedService(cashier).list().items)
      let nights = waiting.parts[.night] ?? .zero
      #expect(charged + nights.cents == issued + waiting.total.cents, "every service is on an invoice or in the report")
      let shift = try #require(try TillService(cashier).shift())
      let cash = try cents(
        "SELECT (SELECT COALESCE(SUM(amount_cents), 0) FROM payment WHERE method = 'cash') + (SELECT COALESCE(SUM(amount_cents), 0) FROM patient_credit WHERE method = 'cash')"
      )
      #expect(shift.expected.cents == 100_00 + cash - paidBack)
    }
  }

  @Test("whatever is done in whatever order, every cent is somewhere", arguments: 1...8)
  func balances(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let world = try World()
    for step in 0..<90 {
      try world.act(&dice)
      if step % 6 == 5 { try world.check() }
    }
    try world.check()
    for table in ["payment", "charge", "charge_discount", "patient_credit", "refund"] {
      let count = try world.cents(SQLStatement(trusted: "SELECT COUNT(*) FROM \(table)"))
      #expect(count > 0, "chance did not reach \(table)")
    }
    let broken = try world.hospital.read { records in
      try RuleCheck.all.flatMap { rule in try rule.broken(in: records).map { "\(rule.rule): \($0)" } }
    }
    #expect(broken == [])
    _ = try TillService(world.cashier).close(
      counted: try #require(try TillService(world.cashier).shift()).expected, explanation: "")
  }
}
