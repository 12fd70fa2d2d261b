import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

/// A quantity that was worked out must not be left behind by the dose: the patient would be handed half of what they take.
@Suite("A worked-out quantity follows the dose; a typed one stays (M2)")
struct WorkedOutQuantityTests {
  let hospital: TestHospital
  let desk: Desk
  let patient: PatientRecordScreen

  init() throws {
    hospital = try TestHospital(.file)
    try hospital.makeDoctors()
    try hospital.keepInteractions()
    desk = hospital.desk(.doctor)
    patient = try PatientRecordScreen(hospital.samples.patients[1], desk: desk)
  }

  /// The form that changes a prescription of one tablet twice a day for 14 days.
  private func changing(quantity: Int) throws -> PrescribeForm {
    let item = PrescriptionOrder.Item(
      medication: try hospital.medicationNamed("ibuprofen"),
      dosage: Dosage(amount: try DoseAmount(entry: "1 tablet"), route: .oral, frequency: .timesADay(2), days: 14),
      quantity: quantity, refills: 0)
    _ = try PrescribingService(hospital.session(.doctor)).prescribe(hospital.order([item], for: patient.record.id))
    let id = try #require(try hospital.prescriptions(of: patient.record.id).first?.id)
    return try PrescriptionScreen(id, of: patient, at: desk).changing()
  }

  /// An empty form in which that is typed.
  private func typed() throws -> PrescribeForm {
    var form = try PrescribeForm(for: patient.record, banner: patient.banner, at: desk)
    for (field, text) in [("medication1", "ibuprofen"), ("dose1", "1 tablet"), ("frequency1", "2"), ("days1", "14")] {
      form.type(text, into: field)
    }
    return form
  }

  @Test(
    "in the form of a change, what was worked out is worked out again, and what somebody typed stays",
    arguments: [(28, "56"), (30, "30")])
  func change(quantity: Int, then: String) throws {
    var form = try changing(quantity: quantity)
    #expect(form.form.text("quantity1") == "\(quantity)" && !form.form.isModified)
    form.type("2 tablets", into: "dose1")
    #expect(form.form.text("quantity1") == then)
    #expect(form.quantityNotes.isEmpty == (quantity == 28))
  }

  @Test("every part of the dosage is followed, one after the other")
  func parts() throws {
    var form = try typed()
    #expect(form.form.text("quantity1") == "28")
    form.type("3", into: "frequency1")
    #expect(form.form.text("quantity1") == "42")
    form.type("7", into: "days1")
    #expect(form.form.text("quantity1") == "21")
    form.type("30", into: "quantity1")
    form.type("2 tablets", into: "dose1")
    #expect(form.form.text("quantity1") == "30")
  }

  @Test("what was left half done and is gone on with follows the dose too", arguments: [("28", "56"), ("30", "30")])
  func draft(quantity: String, then: String) throws {
    var left = try typed()
    if quantity != "28" { left.type(quantity, into: "quantity1") }
    var form = try PrescribeForm(for: patient.record, banner: patient.banner, at: desk)
    form.goOn(
      with: Draft(
        id: Identifier("draft"), form: form.name.text, subject: form.subject, title: "",
        content: left.form.draft.description, savedAt: desk.now))
    #expect(form.form.text("quantity1") == quantity)
    form.type("2 tablets", into: "dose1")
    #expect(form.form.text("quantity1") == then)
  }

  @Test("a medication that is taken out takes with it what was worked out for it, and nothing is asked for the item")
  func takenOut() throws {
    var form = try typed()
    form.type("paracetamol", into: "medication2")
    form.type("1 tablet", into: "dose2")
    #expect(form.form.text("route2") == "by mouth" && form.form["days2"]?.isRequired == true)
    _ = form.form.checkAll()
    #expect(form.form["days2"]?.problem == "needed; or clear medication 2")
    form.type("", into: "medication2")
    form.type("", into: "dose2")
    #expect(form.form.text("route2").isEmpty && form.form["days2"]?.isRequired == false)
    form.form.choose(FieldChoice("Quay", value: hospital.samples.pharmacies[0].text), for: "pharmacy")
    _ = form.form.checkAll()
    #expect(form.form.wrongFields.map(\.id).filter { $0.hasSuffix("2") }.isEmpty)
  }

  @Test("the first medication is needed; Tab stays on the page, and says where the next medications are")
  func keepsToPage() throws {
    var form = try PrescribeForm(for: patient.record, banner: patient.banner, at: desk).form
    for field in ["medication1", "dose1", "frequency1", "days1", "quantity1"] {
      #expect(form[field]?.isRequired == true, "\(field)")
    }
    form.focus(on: "reason")
    form.next()
    #expect(form.focused.id == "reason")
    #expect(
      form.message?.sentence == "This is the last field of the page. ^S saves the form; PgDn goes to MEDICATION 3.")
    form.down()
    #expect(form.focused.id == "reason")
    form.pageDown()
    #expect(form.focused.id == "medication3")
    form.previous()
    #expect(form.focused.id == "medication3")
  }
}

extension PrescribeForm {
  /// Types into a field and leaves it.
  fileprivate mutating func type(_ text: String, into field: FormField.ID) {
    form.focus(on: field)
    form.clearField()
    for character in text { form.type(String(character)) }
    form.focus(on: "note")
    edited()
  }
}
