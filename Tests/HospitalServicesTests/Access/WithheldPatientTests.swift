import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Who sees who a restricted patient is, and who acts on one without a reason (H6, docs/decisions/026).
@Suite("Restricted patients on lists, and acts on them (H6)")
struct WithheldPatientTests {
  private let hospital: TestHospital
  private var patient: PatientID { hospital.samples.patients[0] }
  private var room: RoomID { hospital.samples.rooms[0] }

  init() throws {
    hospital = try TestHospital()
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    let marking = RestrictedRecordService(hospital.session(.headNurse))
    _ = try marking.restrict(hospital.samples.patients[0], as: .wellKnown, because: "an actor")
  }

  private func line(_ role: Role) throws -> RoomBoardRow.PatientLine {
    try #require(try BedService(hospital.session(role)).room(room).occupancy).patient
  }

  /// Makes the account of a role that of an employee.
  private func link(_ role: Role, doctor: DoctorID? = nil, staff: StaffID? = nil) throws {
    try hospital.execute(
      """
      UPDATE account SET doctor_id = \(doctor), staff_id = \(staff), version = version + 1,
        recorded_at = \(hospital.clock.now), recorded_by = \(hospital.account(.administrator)), change_reason = 'a test'
      WHERE id = \(hospital.account(role))
      """)
  }

  @Test("who has no business with the patient sees neither name, number nor birth date; room, sex and allergies stay")
  func withheld() throws {
    for role in [Role.nurse, .doctor, .reception, .cashier, .pharmacist, .headNurse, .administrator] {
      let line = try line(role)
      #expect(line.isWithheld && line.name.listed == "restricted", "\(role)")
      #expect("\(line.number)" == "restricted" && "\(line.birthDate)" == "restricted")
      #expect(line.birthDate.age(on: TestHospital.today).isEmpty)
    }
    let row = try BedService(hospital.session(.reception)).room(room)
    #expect(
      row.occupancy?.allergies != nil && row.occupancy?.patient.sex == .female && row.occupancy?.patient.id == patient)
  }

  @Test("the assigned member of staff, the treating doctor and their department's own people see who it is")
  func carers() throws {
    let occupancy = try #require(try BedService(hospital.session(.nurse)).room(room).occupancy)
    try link(.nurse, staff: occupancy.staff)
    try link(.doctor, doctor: occupancy.doctor)
    #expect(try line(.nurse).name.family == "Duarte" && line(.doctor).name.family == "Duarte")
    let others = hospital.samples.staff.filter { $0 != occupancy.staff }
    for other in others {
      try link(.headNurse, staff: other)
      let isSame = try hospital.read { records in
        try records.transaction.exists(
          """
          SELECT 1 FROM staff JOIN room ON room.department_id = staff.department_id
          WHERE staff.id = \(other) AND room.id = \(room)
          """)
      }
      #expect(try line(.headNurse).isWithheld != isSame)
    }
    #expect(!others.isEmpty)
  }

  @Test("an opening shows it for its time, to that account alone")
  func opened() throws {
    _ = try RestrictedRecordService(hospital.session(.cashier)).open(patient, because: "the bill is asked for")
    #expect(try !line(.cashier).isWithheld && line(.nurse).isWithheld)
    hospital.clock.advance(by: .minutes(30))
    #expect(try line(.cashier).isWithheld)
  }

  @Test("who does not care for the patient acts on them only after opening the record; carers act at once")
  func acts() throws {
    func isolate(_ role: Role) throws {
      _ = try BedService(hospital.session(role)).isolate(
        hospital.bedside(room), .contact, because: "screening", blockingBay: false)
    }
    let said = try refusal { try isolate(.headNurse) }
    #expect(said?.code == Refusal.restrictedCode && said?.opens == patient)
    #expect(said.map { !$0.sentence.contains("000") && !$0.sentence.contains("DUARTE") } == true)
    #expect(try BedService(hospital.session(.nurse)).room(room).occupancy?.isolation == nil)
    let occupancy = try #require(try BedService(hospital.session(.nurse)).room(room).occupancy)
    try link(.nurse, staff: occupancy.staff)
    try link(.doctor, doctor: occupancy.doctor)
    #expect(throws: Never.self) { try isolate(.nurse) }
    _ = try RestrictedRecordService(hospital.session(.doctor)).open(patient, because: "goes home")  // To read; then
    try hospital.orderDischarge(from: room)
    #expect(throws: Never.self, "the one who lets the patient go cares for them until they have") {
      _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    }
  }

  @Test("the database takes no entry of such an act from any connection")
  func guarded() throws {
    func note(_ role: Role, _ permission: Permission) throws {
      let (account, patient, hospital) = (hospital.account(role), patient, hospital.hospital.id)
      try self.hospital.write { records in
        try records.audit.append(
          .update, permission: permission.code, on: AuditSubject(kind: "patient", id: patient.text, patient: patient),
          by: account, named: role.rawValue, at: "shell", in: hospital, reason: "", occurredAt: records.now)
      }
    }
    #expect(throws: (any Error).self) { try note(.nurse, .updatePatient) }
    #expect(throws: Never.self) { try note(.headNurse, .restrictRecords) }
    let staff = try #require(try BedService(hospital.session(.nurse)).room(room).occupancy).staff
    try link(.nurse, staff: staff)
    #expect(throws: Never.self) { try note(.nurse, .updatePatient) }
  }

  @Test("a search names a restricted patient to who typed the name or the number, not to who typed a room or a date")
  func search() throws {
    func found(_ typed: String) throws -> FoundPatient? {
      try RegistrationService(hospital.session(.reception)).search(typed).patients.first { $0.id == patient }
    }
    let number = try #require(try hospital.read { try $0.patients.line(patient) }).number
    for typed in ["duarte", "\(number)", "ines"] { #expect(try found(typed)?.name.family == "Duarte", "\(typed)") }
    for typed in ["d", "1991/03/12", "4A", "i"] {
      if let line = try found(typed) { #expect(line.number == .withheld && line.name == .withheld, "\(typed)") }
    }
    #expect(try found("1991/03/12") != nil, "they are found all the same")
    let newcomer = PatientDetailsEntry.filled([.familyName: "Duarte", .givenName: "Inês", .birthDate: "1991/03/12"])
    let likely = try RegistrationService(hospital.session(.reception)).likelyDuplicates(for: newcomer)
    #expect(likely.contains { $0.id == patient } && likely.allSatisfy { $0.patient.name.family != "Duarte" })
  }

  @Test("a draft's title does not name them once the opening is over")
  func drafts() throws {
    let service = DraftService(hospital.session(.cashier))
    _ = try RestrictedRecordService(hospital.session(.cashier)).open(patient, because: "the bill is asked for")
    try service.keep(
      Draft(
        id: Identifier("d"), form: "billing.payment", subject: "", title: "Payment, DUARTE, Inês", content: "x",
        savedAt: hospital.clock.now))
    #expect(try service.drafts().map(\.title) == ["Payment, DUARTE, Inês"])
    hospital.clock.advance(by: .minutes(30))
    let kept = try service.drafts()
    #expect(kept.map(\.title) == ["restricted"] && kept.map(\.content) == ["x"])
  }
}
