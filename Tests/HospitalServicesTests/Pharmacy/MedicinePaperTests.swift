import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import PaperKit
import Testing

/// The label and the leaflet of what was dispensed (M4).
struct MedicinePaperTests {
  let hospital: TestHospital
  private var patient: PatientID { hospital.samples.patients[1] }
  private var pharmacy: PharmacyService { PharmacyService(hospital.session(.pharmacist)) }

  init() throws {
    hospital = try TestHospital()
    try hospital.makeDoctors()
    try hospital.keepInteractions()
    try hospital.write { records in
      try records.pharmacy.add(
        Medication(code: "5640-200", name: "ibuprofen", strength: "200 mg", form: "tablet", unitPrice: 30))
    }
    for (lot, code) in [("A", "5640"), ("B", "5640-200"), ("C", "1364430"), ("D", "308182")] {
      try hospital.receive(200, lot, of: code, expires: "2028/01/31")
    }
  }

  private func item(_ name: String, _ dose: String, _ frequency: DoseFrequency = .timesADay(3)) throws
    -> PrescriptionOrder.Item
  {
    PrescriptionOrder.Item(
      medication: try hospital.medicationNamed(name),
      dosage: Dosage(amount: try DoseAmount(entry: dose), route: .oral, frequency: frequency, days: 7), quantity: 21)
  }

  /// Prescribes, verifies and dispenses; gives the prescription.
  @discardableResult private func dispense(
    _ items: [PrescriptionOrder.Item], insteadOfFirst other: MedicationID? = nil, because reason: String = ""
  ) throws -> String {
    _ = try PrescribingService(hospital.session(.doctor)).prescribe(
      hospital.order(items, for: patient), because: reason)
    let id = try #require(try hospital.prescriptions(of: patient).first).id
    _ = try pharmacy.verify(id, because: reason)
    let entries = try pharmacy.preparation(of: id).items.enumerated().map { place, item in
      place == 0 && other != nil
        ? DispenseEntry(item.id, item.owed, instead: other, because: "none left") : DispenseEntry(item.id, item.owed)
    }
    _ = try pharmacy.dispense(id, entries)
    return id
  }

  private func papers(of id: String) throws -> (label: PaperDocument, leaflet: [String]) {
    let papers = try PaperService(hospital.session(.pharmacist)).medicinePapers(of: id, name: "OYELARAN, Tunde")
    let words = papers[1].blocks.compactMap { block in
      if case .paragraph(let text) = block { text } else { nil }
    }
    return (papers[0], words)
  }

  @Test("a weighed dose stands in pieces too, on both")
  func pieces() throws {
    let (label, leaflet) = try papers(of: dispense([item("amoxicillin", "500 mg")]))
    #expect(label.fact("Take") == "500 mg (2 capsules), by mouth, 3 times a day")
    #expect(leaflet[0] == "amoxicillin 250 mg capsule: take 500 mg (2 capsules), by mouth, 3 times a day.")
  }

  @Test("another strength in its place: in pieces of what is in the box, never of what was prescribed")
  func substitute() throws {
    let other = try hospital.medication("5640-200")
    let (label, leaflet) = try papers(of: dispense([item("ibuprofen 400", "400 mg")], insteadOfFirst: other))
    #expect(label.fact("Take") == "400 mg (2 tablets), by mouth, 3 times a day")
    #expect(leaflet[0].hasPrefix("ibuprofen 200 mg tablet: take 400 mg (2 tablets)"))
  }

  @Test("what is taken as needed is not to be taken to the end, and a dose of it is never missed")
  func asNeeded() throws {
    let id = try dispense([item("ibuprofen 400", "1 tablet", .asNeeded(atMost: 3))])
    #expect(try papers(of: id).label.fact("Take") == "1 tablet, by mouth, as needed, at most 3 times a day")
    let leaflet = try papers(of: id).leaflet.joined(separator: " ")
    #expect(leaflet.contains("Take it only when you need it, and no more than 3 times in a day"))
    #expect(leaflet.contains("When you no longer need it, stop."))
    #expect(!leaflet.contains("Do not stop early") && !leaflet.contains("missed dose"))
  }

  @Test("what is taken regularly, and both together: each is told of by its name")
  func regular() throws {
    let first = try dispense([item("amoxicillin", "500 mg")])
    let alone = try papers(of: first).leaflet.joined(separator: " ")
    #expect(alone.contains("Take it as the label says. Do not stop early") && alone.contains("A missed dose: "))
    #expect(!alone.contains("only when you need it"))
    _ = try pharmacy.handOver(first, to: "patient")
    hospital.clock.advance(by: .days(30))
    let id = try dispense([item("amoxicillin", "500 mg"), item("ibuprofen 400", "1 tablet", .asNeeded(atMost: 3))])
    let both = try papers(of: id).leaflet.joined(separator: " ")
    #expect(both.contains("Take amoxicillin 250 mg capsule as the label says. Do not stop early"))
    #expect(both.contains("Take ibuprofen 400 mg tablet only when you need it"))
    #expect(both.contains("A missed dose of amoxicillin 250 mg capsule: "))
  }

  @Test("an interaction that was passed is told in plain words, naming both; nothing where there is none")
  func interaction() throws {
    let first = try dispense([item("apixaban", "5 mg", .timesADay(2))])
    #expect(try !papers(of: first).leaflet.joined().contains("Look out for"))
    _ = try pharmacy.handOver(first, to: "patient")
    let second = try dispense([item("ibuprofen 400", "1 tablet")], because: "three days, watched")
    let told = try papers(of: second).leaflet.joined(separator: " ")
    #expect(
      told.contains(
        "You take ibuprofen 400 mg tablet together with apixaban 5 mg tablet. Look out for bruises, black stools, or "
          + "bleeding that does not stop."), "\(told)")
  }
}
