import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Opening a patient's whole record (P5), each opening in the audit trail (H5), and nobody else's for a patient (H2).
struct OpeningTests {
  let hospital: TestHospital
  private var samples: TestHospital.Samples { hospital.samples }
  private var patient: PatientID { samples.patients[0] }

  init() throws {
    hospital = try TestHospital()
  }

  private func service(_ role: Role = .nurse) -> RegistrationService { RegistrationService(hospital.session(role)) }

  /// An admission in its second room, an appointment, a prescription and an invoice that is partly paid.
  private func live(of patient: PatientID) throws {
    try hospital.admit(patient, to: samples.rooms[1])
    hospital.clock.advance(by: .hours(2))
    _ = try BedService(hospital.session(.nurse)).transfer(hospital.bedside(samples.rooms[1]), to: samples.rooms[0])
    _ = try BedService(hospital.session(.nurse))
      .isolate(hospital.bedside(samples.rooms[0]), .contact, because: "MRSA", blockingBay: false)
    try hospital.write { records in
      let now = records.now
      try records.appointments.book(
        patient, with: samples.doctors[1], in: samples.surgical, from: now + .days(1),
        to: now + .days(1) + .minutes(30),
        status: "booked", purpose: "knee")
      let medication = Medication(code: "5640", name: "ibuprofen", strength: "400 mg", form: "tablet", unitPrice: 60)
      try records.pharmacy.add(medication)
      try records.pharmacy.prescribe(
        [
          PrescribedItem(
            medication: "5640", dose: "1 tablet", route: "by mouth", frequency: "three times a day", days: 5,
            quantity: 15)
        ], for: patient, in: nil, by: samples.doctors[0], to: samples.pharmacies[0], status: "active",
        priority: "urgent")
      let item = ChargedItem(
        servedOn: TestHospital.today, code: "LAB-CBC", item: "Full blood count", quantity: 2, unit: 2225)
      let invoice = try records.invoices.draft([item, item], for: patient, in: nil)
      try records.invoices.issue(invoice, year: 2026, due: TestHospital.today)
      try records.invoices.pay(invoice, 5000, by: "card", reference: "8")
    }
  }

  @Test("P5: everything on file about a patient stands on the record")
  func wholeRecord() throws {
    try live(of: patient)
    let record = try service().open(patient)
    #expect(record.details.name.listed == "DUARTE, Inês")
    #expect(record.room?.number == "4A-01" && record.room?.department.name == "4A Medical")
    #expect(record.occupancy?.isolation == .contact && record.occupancy?.since == hospital.clock.now)
    #expect(record.occupancy?.staffName.listed == "OKAFOR, Ngozi")
    #expect(record.occupancy?.doctorName.listed == "LINDQVIST, Maja")
    #expect(record.allergies.map(\.entry.description) == ["Penicillin (rash)"])
    #expect(record.admissions.first?.stays.map(\.roomNumber) == ["4A-02", "4A-01"])
    #expect(record.admissions.first?.doctor.listed == "LINDQVIST, Maja")
    #expect(record.appointments.map(\.purpose) == ["knee"])
    #expect(record.prescriptions.first?.items.map(\.medication) == ["ibuprofen 400 mg tablet"])
    #expect(record.prescriptions.first?.pharmacy == "Quay Pharmacy")
    #expect(record.invoices.map(\.number) == ["INV-2026-0001"])
    #expect(record.invoices.first?.total == Money(cents: 8900) && record.balance == Money(cents: 3900))
    #expect(record.versions.count == 1 && record.merged.isEmpty && record.mergedAway == nil)
  }

  @Test("P2, P5: what is on a merged record stands on the one that survives")
  func mergedRecord() throws {
    try live(of: samples.patients[3])
    _ = try service(.reception).merge(samples.patients[3], into: patient, because: "one person")
    let record = try service().open(patient)
    #expect(record.room?.number == "4A-01" && record.admissions.count == 1 && record.appointments.count == 1)
    #expect(record.prescriptions.count == 1 && record.balance == Money(cents: 3900))
  }

  @Test("H5: every opening of a record is in the audit trail, by whom, and why")
  func audited() throws {
    _ = try service(.doctor).open(patient, because: "ward round")
    hospital.clock.advance(by: .minutes(1))
    _ = try service(.cashier).open(patient)
    let looks = try hospital.read { try $0.audit.entries(about: patient, limit: 10) }
    #expect(looks.map(\.actor) == ["cashier", "doctor"])
    #expect(looks.map(\.action) == [.read, .read] && looks.last?.reason == "ward round")
  }

  @Test("H2: only those with the permission open a record; who is refused is noted", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let refused = try refusal { try service(role).open(samples.patients[1]) }
    #expect((refused == nil) == Permission.readPatient.roles.contains(role))
    let last = try hospital.read { try $0.audit.newest(1).first }
    #expect(last?.action == (refused == nil ? .read : .refused) && last?.subject.patient == samples.patients[1])
  }

  @Test("H2: a patient opens their own record and no other, and finds nobody")
  func ownRecord() throws {
    #expect(try service(.patient).ownRecord().id == patient)
    #expect(try service(.patient).open(patient).id == patient)
    for other in samples.patients.dropFirst() {
      #expect(try refusal { try service(.patient).open(other) }?.code == "access.notPermitted")
    }
    #expect(try refusal { try service(.patient).search("duarte") } != nil)
    #expect(try refusal { try service(.patient).likelyDuplicates(for: .filled()) } != nil)
    #expect(try refusal { try service(.patient).conflict(over: samples.patients[1], from: 1, mine: .filled()) } != nil)
    #expect(try refusal { try service(.nurse).ownRecord() } != nil)
  }

  @Test("H2: a patient whose record was merged opens the one that survives")
  func ownMergedRecord() throws {
    _ = try service(.reception).merge(patient, into: samples.patients[2], because: "one person")
    #expect(try service(.patient).ownRecord().id == samples.patients[2])
    #expect(try refusal { try service(.patient).open(samples.patients[2]) } != nil)
  }

  @Test("A record that is not there is said plainly")
  func noRecord() throws {
    #expect(try refusal { try service().open(Identifier("nobody")) } == .noSuchPatient)
  }

  @Test("A death is recorded once, not before the birth or after now, and can be taken back")
  func death() throws {
    let now = hospital.clock.now
    #expect(try refusal { try service(.doctor).recordDeath(of: patient, at: now + .minutes(1)) }?.field == "diedAt")
    #expect(
      try refusal { try service(.doctor).recordDeath(of: patient, at: now - .days(365 * 40)) }?.field == "diedAt")
    let done = try service(.doctor).recordDeath(of: patient, at: now - .hours(1))
    #expect(try service().open(patient).patient.diedAt == now - .hours(1))
    #expect(try service().search("duarte").patients.first?.isDeceased == true)
    #expect(try refusal { try service(.doctor).recordDeath(of: patient, at: now) }?.code == "patient.died")
    #expect(try refusal { try service(.nurse).recordDeath(of: patient, at: now) } != nil)
    _ = try done.undo?(hospital.session(.doctor))
    #expect(try service().open(patient).patient.diedAt == nil)
  }
}
