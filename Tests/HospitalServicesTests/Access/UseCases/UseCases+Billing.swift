import HospitalDomain
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// Prices and what is charged.
  static let charges: [UseCase] = .table {
    UseCase("PriceService.list()", .needs(.seePrices)) { session, _ in try PriceService(session).list() }
    UseCase("PriceService.rates()", .needs(.seePrices)) { session, _ in try PriceService(session).rates() }
    UseCase("PriceService.set(_:over:because:)", .needs(.managePrices)) { session, _ in
      try PriceService(session).set(
        PriceEntry([.code: "CON", .item: "Consultation", .category: "con", .unit: "175", .validFrom: "T"]),
        because: "new year")
    }
    UseCase("PriceService.withdraw(_:because:)", .needs(.managePrices)) { session, world in
      try PriceService(session).withdraw(world.papers.price, because: "not offered")
    }
    UseCase("PriceService.set(_:for:over:)", .needs(.managePrices)) { session, _ in
      try PriceService(session).set(500, for: nil)
    }
    UseCase("ChargeService.account(of:)", .needs(.seeAccount)) { session, world in
      try ChargeService(session).account(of: world.seats.stay.admission)
    }
    UseCase("ChargeService.again(_:)", .needs(.seeAccount)) { session, world in
      try ChargeService(session).again(world.seats.stay.admission)
    }
    UseCase("ChargeService.charge(_:to:)", .needs(.recordCharge)) { session, world in
      try ChargeService(session).charge(
        ChargeEntry(code: "LAB-CBC", servedOn: TestHospital.today), to: world.seats.stay.admission)
    }
    UseCase("ChargeService.discount(_:by:because:)", .needs(.discountCharge)) { session, world in
      try ChargeService(session).discount(world.papers.charge, by: Money(cents: 1_00), because: "hardship")
    }
    UseCase("ChargeService.cancel(_:because:)", .needs(.discountCharge)) { session, world in
      try ChargeService(session).cancel(world.papers.charge, because: "wrong patient")
    }
    UseCase("UninvoicedService.list()", .needs(.seeInvoices)) { session, _ in try UninvoicedService(session).list() }
    UseCase("UninvoicedService.report(because:)", .needs(.seeInvoices)) { session, _ in
      try UninvoicedService(session).report(because: "CSV")
    }
    UseCase("UninvoicedService.document(from:to:for:)", .needs(.seeInvoices)) { session, _ in
      try UninvoicedService(session).document(from: nil, to: nil, for: PaperOrder(.pdf, to: .printer("ward4")))
    }
    UseCase("UninvoicedService.send(from:to:_:)", .needs(.seeInvoices)) { session, _ in
      try UninvoicedService(session).send(from: nil, to: nil, PaperOrder(.pdf, to: .printer("ward4")))
    }
  }

  /// Invoices and what is paid on them.
  static let invoices: [UseCase] = .table {
    UseCase("InvoiceService.list()", .needs(.seeInvoices)) { session, _ in try InvoiceService(session).list() }
    UseCase("InvoiceService.invoice(_:)", .needs(.seeInvoices)) { session, world in
      try InvoiceService(session).invoice(world.papers.issued)
    }
    UseCase("InvoiceService.invoice(year:number:)", .needs(.seeInvoices)) { session, _ in
      try InvoiceService(session).invoice(year: 2026, number: 1)
    }
    UseCase("InvoiceService.open(_:)", .needs(.seeInvoices)) { session, world in
      try InvoiceService(session).open(world.papers.issued)
    }
    UseCase("InvoiceService.detail(of:)", .needs(.seeInvoices)) { session, world in
      try InvoiceService(session).detail(of: world.papers.issued)
    }
    UseCase("InvoiceService.draft(for:)", .needs(.issueInvoice)) { session, world in
      try InvoiceService(session).draft(for: world.seats.stay.admission)
    }
    UseCase("InvoiceService.cancelDraft(_:asError:because:)", .needs(.issueInvoice)) { session, world in
      try InvoiceService(session).cancelDraft(world.papers.draft, because: "wrong insurer")
    }
    UseCase("InvoiceService.issue(_:)", .needs(.issueInvoice)) { session, world in
      try InvoiceService(session).issue(world.papers.draft)
    }
    UseCase("InvoiceService.credit(_:_:because:)", .needs(.creditInvoice)) { session, world in
      try InvoiceService(session).credit(world.papers.issued, Money(cents: 1_00), because: "a dollar too much")
    }
    UseCase("PaymentService.kept(for:)", .needs(.seeInvoices)) { session, world in
      try PaymentService(session).kept(for: world.other)
    }
    UseCase("PaymentService.pay(_:_:)", .needs(.takePayment)) { session, world in
      try PaymentService(session).pay(world.papers.issued, card)
    }
    UseCase("PaymentService.deposit(for:_:)", .needs(.takePayment)) { session, world in
      try PaymentService(session).deposit(for: world.own, card)
    }
  }

  /// Shifts and refunds.
  static let till: [UseCase] = .table {
    UseCase("TillService.shift()", .needs(.takePayment)) { session, _ in try TillService(session).shift() }
    UseCase("TillService.shifts()", .needs(.seeInvoices)) { session, _ in try TillService(session).shifts() }
    UseCase("TillService.refunds()", .needs(.seeInvoices)) { session, _ in try TillService(session).refunds() }
    UseCase("TillService.deposits()", .needs(.seeInvoices)) { session, _ in try TillService(session).deposits() }
    UseCase("TillService.open(float:)", .needs(.takePayment)) { session, _ in
      try TillService(session).open(float: Money(cents: 100_00))
    }
    UseCase("TillService.close(counted:explanation:)", .needs(.takePayment)) { session, _ in
      if session.may(.takePayment) { _ = try TillService(session).open(float: .zero) }
      return try TillService(session).close(counted: .zero, explanation: "")
    }
    UseCase("TillService.requestRefund(_:by:for:because:)", .needs(.requestRefund)) { session, world in
      try TillService(session).requestRefund(
        Money(cents: 1_00), by: .transfer, for: world.other, because: "moved away")
    }
    UseCase("TillService.decide(_:approved:because:)", .needs(.approveRefund)) { session, world in
      try TillService(session).decide(world.papers.asked, approved: true, because: "")
    }
    UseCase("TillService.payOut(_:reference:)", .needs(.requestRefund)) { session, world in
      try TillService(session).payOut(world.papers.approved, reference: "T 99")
    }
  }

  private static let card = PaymentEntry(.card, Money(cents: 5_00), reference: "88213")
}
