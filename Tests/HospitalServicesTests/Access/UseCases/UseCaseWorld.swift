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
    var seats = try Seats(in: hospital)
    hospital.clock.now = TestHospital.opening
    try seats.letPeopleGo(in: hospital)
    self.seats = seats
    papers = try Papers(in: hospital, stay: seats.stay.admission)
    everything = try Self.everything(in: hospital.engine)
    contents = try Self.contents(of: hospital.engine, everything)
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
