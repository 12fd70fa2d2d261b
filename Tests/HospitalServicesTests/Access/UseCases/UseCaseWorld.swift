import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

/// A hospital with something for every use case to be done to. Each try has a copy of its own.
final class UseCaseWorld: Sendable {
  let hospital: TestHospital
  let seats: Seats
  let papers: Papers
  /// A lot of 20, a draft of an order, and one that was sent.
  let lot: StockLotID
  let draft: PurchaseOrder
  let sent: PurchaseOrder
  let dispensary: Dispensary
  /// A patient whose record is restricted.
  let hidden: PatientID
  /// An opening of it by a nurse.
  let opening: AccessGrantID
  /// What a doctor and a nurse wrote about `other`.
  let consultation: ConsultationID
  let note: NursingNoteID
  private let everything: SQLStatement
  /// Everything on file before anything is tried, table by table.
  let contents: [String: String]

  /// The one that every test copies. Making it fails like any other test does.
  static let shared = Result { try UseCaseWorld() }

  /// Two days before the tests begin, so that there are nights to charge.
  private init() throws {
    hospital = try TestHospital(at: TestHospital.opening - .days(2), press: PaperTray().press)
    try hospital.setPrices()
    try hospital.keepMedications()
    try hospital.makeDoctors()
    var seats = try Seats(in: hospital)
    hospital.clock.now = TestHospital.opening
    try seats.letPeopleGo(in: hospital)
    self.seats = seats
    _ = try PrescribingService(hospital.session(.doctor)).prescribe(
      hospital.order([hospital.item("ibu", refills: 3)], for: hospital.samples.patients[0]))
    papers = try Papers(in: hospital, stay: seats.stay.admission)
    draft = try hospital.order()
    sent = try hospital.order(sent: true)
    dispensary = try Dispensary(in: hospital)
    _ = try hospital.write { try $0.pharmacy.add(name: "Annexe", address: "1 Mill Road", telephone: "none") }
    lot = try hospital.receive(20, "A", expires: "2028/01/31")
    (hidden, opening) = try Self.restrict(in: hospital)
    consultation = try CareService(hospital.session(.doctor)).write(CareWorld.words, for: hospital.samples.patients[1])
      .id
    _ = try CareService(hospital.session(.nurse)).write("Slept well", about: hospital.samples.patients[1])
    let record = try RegistrationService(hospital.session(.nurse)).open(hospital.samples.patients[1])
    guard let note = record.notes?.first?.id else { throw Refusal.noSuchEntry }
    self.note = note
    try Self.addSecondSteps(in: hospital)
    everything = try Self.everything(in: hospital.engine)
    contents = try Self.contents(of: hospital.engine, everything)
  }

  /// Registers somebody whose record is restricted, and opens it.
  private static func restrict(in hospital: TestHospital) throws -> (PatientID, AccessGrantID) {
    let details = PatientDetailsEntry([
      .familyName: "Hidden", .givenName: "Helen", .sex: "F", .birthDate: "1961/06/01", .telephone: "none",
      .address: "1 Mill Road", .emergencyName: "unknown", .emergencyTelephone: "none", .emergencyRelation: "unknown",
      .allergies: "none known",
    ])
    let patient = try RegistrationService(hospital.session(.reception)).register(details, goingOnBecause: "new").id
    let supervisor = RestrictedRecordService(hospital.session(.headNurse))
    _ = try supervisor.restrict(patient, as: .wellKnown, because: "an actor")
    try RestrictedRecordService(hospital.session(.nurse)).open(patient, because: "found unwell")
    guard let opening = try supervisor.openings().first else { throw Refusal.noSuchOpening }
    return (patient, opening.id)
  }

  /// Everybody has a second step, which they may take away.
  private static func addSecondSteps(in hospital: TestHospital) throws {
    for role in Role.allCases {
      let account = hospital.session(role).account
      let step = SecondStep(
        id: Identifier("step of \(role.rawValue)"), account: account.id, kind: .mail,
        address: try EmailAddress(entry: "\(role.rawValue)@hospital.example"), addedAt: hospital.clock.now,
        recoveryCodes: 0)
      try hospital.write { try $0.secondSteps.add(step, sealedSecret: "", lastStep: 0) }
    }
  }

  var samples: TestHospital.Samples { hospital.samples }
  /// The patient whose account the role of patient is.
  var own: PatientID { samples.patients[0] }
  /// Another patient.
  var other: PatientID { samples.patients[1] }
  var later: Timestamp { TestHospital.opening + .hours(6) }

  /// A copy of it that a try may change, and the session of a role in it.
  func copy() throws -> any DatabaseEngine { try hospital.engine.copyForRehearsal() }
  func session(_ role: Role, on copy: any DatabaseEngine) -> Session { hospital.session(role).on(copy) }

  /// Everything on file besides the audit trail, table by table.
  func contents(of engine: any DatabaseEngine) throws -> [String: String] { try Self.contents(of: engine, everything) }

  private static func contents(of engine: any DatabaseEngine, _ everything: SQLStatement) throws -> [String: String] {
    let rows = try engine.read { try $0.rows(everything) }
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("name"), try $0.text("said")) })
  }

  /// One statement that reads every table.
  private static func everything(in engine: any DatabaseEngine) throws -> SQLStatement {
    let tables = try engine.read { transaction in
      try transaction.rows(
        """
        SELECT m.name AS name,
          (SELECT group_concat('quote("' || i.name || '")', '||''|''||') FROM pragma_table_info(m.name) AS i) AS said
        FROM sqlite_master AS m
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'audit_entry'
        """
      ).map { (try $0.text("name"), try $0.text("said")) }
    }
    return tables.map { table, said in
      SQLStatement(
        trusted: "SELECT '\(table)' AS name, COALESCE(group_concat(\(said), char(10)), '') AS said FROM \"\(table)\"")
    }.joined(separator: " UNION ALL ")
  }
}
