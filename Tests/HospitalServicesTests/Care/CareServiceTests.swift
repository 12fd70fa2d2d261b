import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Consultations and nurses' notes (C1, C3): written, amended and struck out by their author for 24 hours, added to (B11).
struct CareServiceTests {
  let hospital: TestHospital
  private var patient: PatientID { hospital.samples.patients[0] }

  init() throws {
    hospital = try TestHospital()
  }

  private func care(_ role: Role) -> CareService { CareService(hospital.session(role)) }

  private func record(_ role: Role = .doctor) throws -> PatientRecord {
    try RegistrationService(hospital.session(role)).open(patient)
  }

  private static let cough = ConsultationEntry(complaint: "Cough", findings: "Crackles", plan: "X-ray")

  private func written() throws -> Consultation {
    _ = try care(.doctor).write(Self.cough, for: patient)
    return try #require(try record().consultations?.first)
  }

  @Test("a consultation stands on the record, on the admission that is open, with who and when")
  func writes() throws {
    let admission = try hospital.admit(patient, to: hospital.samples.rooms[0])
    let found = try written()
    #expect(found.words == Self.cough && found.admission == admission)
    #expect(found.standing.written == Recorded(by: "Test doctor", at: hospital.clock.now))
    let entry = try #require(try hospital.read { try $0.audit.newest(2) }.last)
    #expect(entry.action == .create && entry.subject.kind == "consultation" && entry.subject.patient == patient)
  }

  @Test("those who are not clinical read the record without them", arguments: [Role.reception, .cashier, .pharmacist])
  func hidden(_ role: Role) throws {
    _ = try written()
    let record = try record(role)
    #expect(record.consultations == nil && record.notes == nil && record.prescriptionStandings.isEmpty)
  }

  @Test("its author amends it with a reason, and what stood before is kept")
  func amends() throws {
    let first = try written()
    var words = first.words
    words.diagnosis = "Pneumonia"
    #expect(try refusal { try care(.doctor).amend(first.id, from: 1, to: words, because: " ") }?.field == "reason")
    _ = try care(.doctor).amend(first.id, from: 1, to: words, because: "X-ray seen")
    let now = try #require(try record().consultations?.first)
    #expect(now.words.diagnosis == "Pneumonia" && now.standing.isAmended && now.standing.reason == "X-ray seen")
    let before = try hospital.read {
      try $0.transaction.row("SELECT diagnosis FROM consultation_version WHERE version = 1")?.text("diagnosis")
    }
    #expect(before == "")
  }

  @Test("a change that began from an older version is refused, and nothing is overwritten")
  func stale() throws {
    let first = try written()
    var words = first.words
    words.plan = "Home"
    _ = try care(.doctor).amend(first.id, from: 1, to: words, because: "better")
    words.plan = "Stay"
    #expect(
      try refusal { try care(.doctor).amend(first.id, from: 1, to: words, because: "worse") } == .changedMeanwhile)
    #expect(try refusal { try care(.doctor).strikeOut(first.entry, from: 1, because: "wrong") } == .changedMeanwhile)
    #expect(try record().consultations?.first?.words.plan == "Home")
  }

  @Test("a colleague does not, and adds an addendum with their name; after 24 hours the author adds one too")
  func others() throws {
    let first = try written()
    let colleague = try refusal {
      try care(.headDoctor).amend(first.id, from: 1, to: Self.cough, because: "better")
    }
    #expect(colleague?.code == "entry.another")
    _ = try care(.headDoctor).add("Agreed at the round", to: first.entry)
    hospital.clock.advance(by: .hours(24))
    let late = try refusal { try care(.doctor).strikeOut(first.entry, from: 1, because: "wrong patient") }
    #expect(late?.code == "entry.fixed")
    _ = try care(.doctor).add("Cultures: no growth", to: first.entry)
    let addenda = try #require(try record().consultations?.first?.standing.addenda)
    #expect(addenda.map(\.text) == ["Agreed at the round", "Cultures: no growth"])
    #expect(addenda.map(\.written.by) == ["Test head doctor", "Test doctor"])
  }

  @Test("an entry that is struck out stays readable, with who, when and why")
  func strikesOut() throws {
    _ = try care(.nurse).write("Slept well", about: patient)
    let note = try #require(try record(.nurse).notes?.first)
    _ = try care(.nurse).strikeOut(note.entry, from: 1, because: "other patient")
    let struck = try #require(try record(.nurse).notes?.first)
    #expect(struck.text == "Slept well" && struck.standing.isStruckOut && struck.standing.reason == "other patient")
    #expect(struck.standing.changed.by == "Test nurse")
    #expect(try refusal { try care(.nurse).add("more", to: note.entry) }?.code == "entry.struckOut")
    #expect(
      try refusal { try care(.nurse).amend(note.id, from: 2, to: "x", because: "y y") }?.code == "entry.struckOut")
  }

  @Test("a prescription is struck out by who wrote it for 24 hours, unless it was handed over")
  func prescriptions() throws {
    let samples = hospital.samples
    try hospital.write { records in
      for status in ["active", "completed"] {
        try records.pharmacy.prescribe(
          [], for: patient, in: nil, by: samples.doctors[0], to: samples.pharmacies[0], status: status,
          priority: "routine")
      }
    }
    let record = try record()
    let entries = record.prescriptions.map { ($0.status, ClinicalEntry.prescription($0.id)) }
    for (_, entry) in entries {
      #expect(try refusal { try care(.doctor).strikeOut(entry, from: 1, because: "wrong") }?.code == "entry.another")
    }
    #expect(record.prescriptionStandings.count == 2)
  }
}
