import HospitalDomain
import HospitalRecords
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit

@testable import HospitalTerminal

/// How one form of the program is opened in a test hospital: who fills it in, and what it is about.
struct FormCase {
  let role: Role
  /// The record that it is about, as its drafts name it.
  var subject: String = ""
  /// What is pressed after it was opened, until one can type.
  var steps: (ScriptedTerminal) -> Void = { _ in }
}

/// A hospital in which there is something to fill every form of the program with.
struct FormWorld {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital(.file, at: TestHospital.opening - .days(2))
    try hospital.setPrices()
    try hospital.keepMedications()
    let samples = hospital.samples
    for place in 0..<2 { try hospital.admit(samples.patients[place], to: samples.rooms[place]) }
    try hospital.orderDischarge(from: samples.rooms[0])
    hospital.clock.now = TestHospital.opening
    try hospital.makeDoctors()
    try hospital.keepInteractions()
    _ = try PrescribingService(hospital.session(.doctor)).prescribe(
      hospital.order([hospital.item("ibuprofen", refills: 2)], for: samples.patients[2]))
    _ = try ChargeService(hospital.session(.cashier)).charge(
      ChargeEntry(code: "CON", servedOn: TestHospital.today), to: try admission(0))
  }

  func admission(_ place: Int) throws -> AdmissionID { try hospital.bedside(hospital.samples.rooms[place]).admission }

  /// The case of a form; nil for one that no case is known of: then one has to be added here.
  func form(_ name: FormName) throws -> FormCase? {
    if let act = BedAct.allCases.first(where: { .bed($0) == name }) { return try bed(act) }
    return try registration(name) ?? checkOut(name) ?? billing(name) ?? staff(name) ?? care(name)
      ?? prescribing(name) ?? stock(name) ?? pharmacy(name)
  }

  private func bed(_ act: BedAct) throws -> FormCase {
    let room = hospital.samples.rooms[2].text
    switch act {
    case .admit, .hold: return FormCase(role: .reception, subject: "rooms/\(room)")
    case .block: return FormCase(role: .headNurse, subject: "rooms/\(room)")
    default: return FormCase(role: .headNurse, subject: "admission/\(try admission(0))")
    }
  }

  private func registration(_ name: FormName) throws -> FormCase? {
    let (first, second) = (hospital.samples.patients[0], hospital.samples.patients[3])
    switch name {
    case .newPatient, .unidentified: return FormCase(role: .reception)
    case .details, .allergies: return FormCase(role: .reception, subject: first.text)
    case .merge:
      let number = try RegistrationService(hospital.session(.reception)).open(second).number
      return FormCase(role: .reception, subject: "\(second)/\(first)") { terminal in
        terminal.type(number.description)
        terminal.press(.control("s"))
      }
    case .parting:
      let third = hospital.samples.patients[2]
      if try RegistrationService(hospital.session(.reception)).open(third).mergedAway == nil {
        _ = try RegistrationService(hospital.session(.reception)).merge(third, into: first, because: "one person")
      }
      return FormCase(role: .reception, subject: "\(first)/\(third)")
    default: return nil
    }
  }

  private func checkOut(_ name: FormName) throws -> FormCase? {
    let (ordered, staying) = (try admission(0).text, try admission(1).text)
    switch name {
    case .dischargeOrder: return FormCase(role: .doctor, subject: staying)
    case .goesOnLeave: return FormCase(role: .nurse, subject: staying)
    case .atOnce: return FormCase(role: .headDoctor, subject: staying)
    case .exit: return FormCase(role: .nurse, subject: ordered)
    case .takingBack: return FormCase(role: .doctor, subject: ordered)
    case .waiver:
      let items = try CheckOutService(hospital.session(.cashier)).again(try admission(0)).openItems
      return FormCase(role: .cashier, subject: "\(ordered)/\(items[0].id)")
    default: return nil
    }
  }

  private func billing(_ name: FormName) throws -> FormCase? {
    let (patient, cashier) = (hospital.samples.patients[0], hospital.session(.cashier))
    switch name {
    case .charge: return FormCase(role: .cashier, subject: try admission(0).text)
    case .discount, .cancelledCharge:
      let charges = try ChargeService(cashier).account(of: try admission(0)).charges
      let charge = charges.first { $0.category != .room }
      return FormCase(role: .cashier, subject: "\(try admission(0))/\(charge?.id.text ?? "")")
    case .cancelledDraft, .struckDraft:
      return FormCase(role: .cashier, subject: try hospital.invoice(patient, cents: 100, dueIn: nil))
    case .creditNote, .payment:
      return FormCase(role: .cashier, subject: try hospital.invoice(patient, cents: 100, dueIn: 14))
    case .print:
      return FormCase(role: .cashier, subject: "invoice/\(try hospital.invoice(patient, cents: 100, dueIn: 14))")
    case .shiftClosing:
      _ = try TillService(cashier).open(float: .zero)
      return FormCase(role: .cashier)
    case .shiftOpening, .deposit, .refund: return FormCase(role: .cashier)
    case .declinedRefund: return FormCase(role: .administrator, subject: try refund().id.text)
    case .paidRefund:
      let refund = try refund()
      _ = try TillService(hospital.session(.administrator)).decide(refund, approved: true, because: "")
      return FormCase(role: .cashier, subject: refund.id.text)
    default: return nil
    }
  }

  private func refund() throws -> Refund {
    let (cashier, patient) = (hospital.session(.cashier), hospital.samples.patients[0])
    _ = try PaymentService(cashier).deposit(
      for: patient, PaymentEntry(.transfer, Money(cents: 60_00), reference: "T 1"))
    _ = try TillService(cashier).requestRefund(Money(cents: 60_00), by: .card, for: patient, because: "moved away")
    guard let refund = try TillService(cashier).refunds().first else { throw Refusal.draftIsHomeless }
    return refund
  }

  private func staff(_ name: FormName) throws -> FormCase? {
    let samples = hospital.samples
    switch name {
    case .department: return administrator(samples.medical.text)
    case FormName.department.ending:
      // One that nobody lies or works in.
      let service = StaffService(hospital.session(.administrator))
      return administrator(try service.addDepartment(name: "Annexe", genderRule: .any).text)
    case .room, FormName.room.ending: return administrator(samples.rooms[2].text)
    case .doctor, FormName.doctor.ending: return administrator(samples.doctors[0].text)
    case .staffMember, FormName.staffMember.ending: return administrator(samples.staff[0].text)
    case .price, FormName.price.ending: return administrator("CON")
    case .rate: return administrator("rate/")
    case FormName.rate.ending:
      try PriceService(hospital.session(.administrator)).set(5_000, for: "Mutual")
      return administrator("rate/\(TextFolding.fold("Mutual"))")
    case .account: return administrator("")
    case .accountRole, .accountEmployee, .accountSecondStep, FormName.account.ending:
      return administrator(hospital.account(.nurse).text)
    default: return nil
    }
  }

  private func stock(_ name: FormName) throws -> FormCase? {
    switch name {
    case .medication, FormName.medication.ending:
      return FormCase(role: .pharmacist, subject: try hospital.medication().text)
    case .supply, FormName.supply.ending: return FormCase(role: .pharmacist, subject: try hospital.supply().text)
    case .supplier, FormName.supplier.ending:
      return FormCase(role: .pharmacist, subject: try hospital.supplier().text)
    case .pharmacyDetails, FormName.pharmacyDetails.ending: return administrator(hospital.samples.pharmacies[0].text)
    case .order: return FormCase(role: .pharmacist)
    case .orderLine, .orderRemoval, .orderCancelling:
      return FormCase(role: .pharmacist, subject: try hospital.order().id.text)
    case .orderReceipt: return FormCase(role: .pharmacist, subject: try hospital.order(sent: true).id.text)
    case _ where FormName.stockActs.contains(name):
      return FormCase(role: .pharmacist, subject: try hospital.receive(20, "FORM", expires: "2028/01/31").text)
    default: return nil
    }
  }

  private func care(_ name: FormName) throws -> FormCase? {
    let patient = hospital.samples.patients[0]
    switch name {
    case .consultation: return FormCase(role: .doctor, subject: patient.text)
    case .nursingNote: return FormCase(role: .nurse, subject: patient.text)
    case .amendedConsultation, .addendum:
      let words = ConsultationEntry(complaint: "Cough", plan: "Rest")
      let written = try CareService(hospital.session(.doctor)).write(words, for: patient)
      return FormCase(role: .doctor, subject: "\(patient)/\(written.id)")
    case .amendedNote, .struckEntry:
      _ = try CareService(hospital.session(.nurse)).write("Slept well", about: patient)
      let note = try RegistrationService(hospital.session(.nurse)).open(patient).notes?.first
      return FormCase(role: .nurse, subject: "\(patient)/\(note?.id.text ?? "")")
    default: return nil
    }
  }

  private func pharmacy(_ name: FormName) throws -> FormCase? {
    guard FormName.pharmacy.contains(name) else { return nil }
    try hospital.prescribe(for: hospital.samples.patients[0])
    let service = PharmacyService(hospital.session(.pharmacist))
    try hospital.receive(100, "A1", expires: "2027/08/31")
    guard let id = try service.queue().prescriptions.last?.id else { return nil }
    switch name {
    case .holdPrescription: return FormCase(role: .pharmacist, subject: id)
    case .declinePrescription: return FormCase(role: .pharmacist, subject: "\(id)/allergy")
    case .answerPharmacy:
      _ = try service.decline(id, for: .allergy, because: "penicillin")
      return FormCase(role: .doctor, subject: id)
    case .verifyNevertheless:
      try hospital.prescribe("855332", for: hospital.samples.patients[0])
      return FormCase(role: .pharmacist, subject: id)
    default:
      _ = try service.verify(id)
      guard name != .dispense else { return FormCase(role: .pharmacist, subject: id) }
      let items = try service.preparation(of: id).items
      _ = try service.dispense(id, items.map { DispenseEntry($0.id, $0.owed) })
      return FormCase(role: .pharmacist, subject: id)
    }
  }

  private func prescribing(_ name: FormName) throws -> FormCase? {
    let patient = hospital.samples.patients[2]
    switch name {
    case .prescription: return FormCase(role: .doctor, subject: patient.text)
    case .changedPrescription, .stoppedPrescription, .renewedPrescription:
      let rx = try hospital.prescriptions(of: patient).first
      return FormCase(role: .doctor, subject: "\(patient)/\(rx?.id ?? "")")
    default: return nil
    }
  }

  private func administrator(_ subject: String) -> FormCase { FormCase(role: .administrator, subject: subject) }
}

/// Opens one form as soon as it is seen.
struct DoorPane: Pane {
  static let keyTable: [Command<DoorPane>] = []
  var asks = Asks()
  let draft: Draft
  let desk: Desk
  private var isOpened = false
  var title: String { "Door" }

  init(_ name: FormName, about subject: String, at desk: Desk) {
    self.desk = desk
    let kept = desk.draft(of: name, subject: subject)
    draft =
      kept
      ?? Draft(id: Identifier("door"), form: name.text, subject: subject, title: "", content: "", savedAt: desk.now)
  }

  mutating func appear() {
    if !isOpened { goOn(with: draft, at: desk) }
    isOpened = true
  }

  mutating func draw(on canvas: inout Canvas) {}
}

/// A terminal at which one form is open.
struct FormStation {
  let desk: Desk
  let terminal = ScriptedTerminal()
  let shell: Shell

  init(_ name: FormName, _ form: FormCase, in hospital: TestHospital) {
    let desk = hospital.desk(form.role)
    self.desk = desk
    let host = HospitalHost(desk) { desk in
      [ShellTab(1, "Door") { DoorPane(name, about: form.subject, at: desk) }] + MainMenu.tabs(desk).dropFirst()
    }
    shell = Shell(host: host)
    terminal.start(shell)
    form.steps(terminal)
  }
}
