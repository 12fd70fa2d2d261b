import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCaseWorld {
  /// Charges, invoices and money in every state, mostly of OYELARAN.
  struct Papers: Sendable {
    let charge: ChargeID
    let draft, issued, paid, credited: ListedInvoice.ID
    let receipt, creditNote: PaperSubject
    /// A refund that another cashier asked for, and one that is approved.
    let asked, approved: Refund
    let price: Price

    init(in hospital: TestHospital, stay: AdmissionID) throws {
      let patient = hospital.samples.patients[1]
      let cashier = hospital.session(.cashier)
      let charges = ChargeService(cashier)
      _ = try charges.charge(ChargeEntry(code: "CON", servedOn: TestHospital.today), to: stay)
      guard let charge = try charges.again(stay).charges.first?.id else { throw Refusal.noSuchPatient }
      self.charge = charge
      draft = try hospital.invoice(patient, cents: 10_00, dueIn: nil)
      issued = try hospital.invoice(patient, cents: 20_00, dueIn: 14)
      paid = try hospital.invoice(patient, cents: 30_00, dueIn: 14)
      credited = try hospital.invoice(patient, cents: 40_00, dueIn: 14)
      _ = try PaymentService(cashier).pay(paid, PaymentEntry(.card, Money(cents: 30_00), reference: "88213"))
      _ = try InvoiceService(cashier).credit(credited, Money(cents: 1_00), because: "a dollar too much")
      let printing = PaperService(cashier)
      receipt = try printing.choices(of: paid)[1].subject
      creditNote = try printing.choices(of: credited)[1].subject
      (asked, approved) = try Self.refunds(of: patient, in: hospital)
      let price = try PriceService(cashier).list().price("LAB-CBC", on: TestHospital.today)
      guard let price else { throw Refusal.noSuchPatient }
      self.price = price
    }

    private static func refunds(of patient: PatientID, in hospital: TestHospital) throws -> (Refund, Refund) {
      let account = try AccountService(hospital.session(.administrator)).add(
        username: "till2", fullName: "Byrne, Ada", role: .cashier, password: "three green boats")
      let other = Session(
        workplace: hospital.workplace, account: account, hospital: hospital.hospital, terminal: "till 2")
      _ = try PaymentService(other).deposit(
        for: patient, PaymentEntry(.card, Money(cents: 90_00), reference: "88213"))
      for cents: Int64 in [5_00, 7_00] {
        _ = try TillService(other).requestRefund(
          Money(cents: cents), by: .transfer, for: patient, because: "moved away")
      }
      let till = TillService(hospital.session(.administrator))
      for refund in try till.refunds() where refund.amount == Money(cents: 7_00) {
        _ = try till.decide(refund, approved: true, because: "")
      }
      let all = try till.refunds()
      guard let asked = all.first(where: { $0.amount == Money(cents: 5_00) }),
        let approved = all.first(where: { $0.amount == Money(cents: 7_00) })
      else { throw Refusal.noSuchPatient }
      return (asked, approved)
    }
  }
}
