import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

/// The forms of a check-out, filled in while somebody else is at work on the same stay (A4).
@Suite("Two at work on one check-out")
struct CheckOutFormTests {
  let hospital: TestHospital
  let admission: AdmissionID
  private var room: RoomID { hospital.samples.rooms[0] }

  init() throws {
    hospital = try TestHospital()
    admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    hospital.clock.advance(by: .hours(1))
  }

  private func sheet(_ role: Role) throws -> CheckOutSheet {
    try CheckOutSheet(admission, session: hospital.session(role))
  }
  private func order() throws -> DischargeOrder? {
    try CheckOutService(hospital.session(.doctor)).again(admission).order
  }

  private func fill(_ form: inout ActForm, summary: String, reason: String = "") {
    form.form.fill("diagnosis", with: "Pneumonia")
    form.form.fill("summary", with: summary)
    form.form.fill("reason", with: reason)
  }

  @Test(
    "an order that somebody else wrote while the form was open is not written over; it says who, and keeps the text")
  func ordered() throws {
    var form = try sheet(.headDoctor).orderForm()
    fill(&form, summary: "Mine.")
    try hospital.orderDischarge(from: room)
    #expect(form.save() == nil)
    #expect(
      form.form.message?.sentence.contains("Test doctor wrote the discharge order of DUARTE, Inês at 2026/11/21 15:02")
        == true)
    #expect(form.form.text("summary") == "Mine." && form.form.text("diagnosis") == "Pneumonia")
    #expect(try order() == .sample)
  }

  @Test("the same for a change of a change, for all three steps at once, and for an order that was withdrawn")
  func changed() throws {
    try hospital.orderDischarge(from: room)
    var (first, second, atOnce) = (
      try sheet(.doctor).orderForm(), try sheet(.headDoctor).orderForm(), try sheet(.headDoctor).atOnceForm()
    )
    fill(&first, summary: "First.", reason: "a test")
    fill(&second, summary: "Second.", reason: "a test")
    fill(&atOnce, summary: "At once.", reason: "a test")
    #expect(first.save() != nil)
    for var form in [second, atOnce] {
      #expect(form.save() == nil)
      #expect(form.form.message?.sentence.contains("Test doctor wrote the discharge order") == true)
    }
    #expect(try order()?.summary == "First.")
    var late = try sheet(.headDoctor).orderForm()
    fill(&late, summary: "Late.", reason: "a test")
    _ = try CheckOutService(hospital.session(.doctor)).withdrawOrder(of: admission, because: "fever")
    #expect(late.save() == nil)
    #expect(late.form.message?.sentence.contains("was withdrawn") == true)
    #expect(try order() == nil)
  }

  @Test("a draft that was typed before somebody else wrote the order says so when it is gone on with")
  func draft() throws {
    let typed = Draft(
      id: Identifier("d"), form: "checkout.order", subject: admission.text, title: "", content: "",
      savedAt: hospital.clock.now)
    hospital.clock.advance(by: .minutes(1))
    try hospital.orderDischarge(from: room)
    var form = try sheet(.headDoctor).orderForm()
    form.goOn(with: typed)
    #expect(
      form.form.message?.sentence.contains("Test doctor wrote the order that stands after you typed this") == true)
  }

  @Test("where the ward sent a patient stands on the checklist beside the exit, where the order says otherwise")
  func wentTo() throws {
    try hospital.orderDischarge(from: room)
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room), to: .nursing)
    let steps = try sheet(.nurse).sections[0].lines.map(\.text)
    #expect(steps[0].hasSuffix("to: home") && steps[1].hasSuffix("went to: nursing home"))
  }

  @Test("a change of an order that stands asks for its reason, at once too; an order that is left as it is does not")
  func reason() throws {
    try hospital.orderDischarge(from: room)
    var form = try sheet(.headDoctor).atOnceForm()
    fill(&form, summary: "Another.")
    #expect(form.save() == nil)
    #expect(form.form["reason"]?.problem != nil)
    form.form.fill("reason", with: "he can not go home yet")
    #expect(form.save() != nil)
    #expect(try order()?.summary == "Another.")
  }

  @Test("what is done at once to an order that is left as it is leaves it as it was, whoever wrote it")
  func untouched() throws {
    try hospital.orderDischarge(from: room)
    var form = try sheet(.headDoctor).atOnceForm()
    #expect(form.save() != nil)
    let versions = try hospital.read {
      try $0.transaction.row("SELECT version FROM discharge_summary")?.integer("version")
    }
    #expect(try order() == .sample && versions == 1)
  }

  @Test("everything that is done at once is permitted before anything is begun")
  func permissions() throws {
    let needed = CheckOutAct.atOnce.permissions(for: try sheet(.headDoctor).checkOut)
    #expect(Set(needed) == [.orderDischarge, .recordExit, .closeAccount, .issueInvoice, .waiveOpenItem])
  }
}
