import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database refuses of a patient's row from any connection (B8, B10, B12).
struct PatientGuardTests {
  let hospital: TestHospital
  var patient: PatientID { hospital.samples.patients[0] }

  init() throws {
    hospital = try TestHospital()
  }

  private func change(_ assignment: SQLStatement) -> SQLStatement {
    "UPDATE patient SET version = version + 1, \(part: assignment) WHERE id = \(patient)"
  }

  @Test(
    "B8: a date that does not exist, or is written otherwise, is refused",
    arguments: [
      "", "2001/02/29", "1900/02/29", "2001/04/31", "2001/13/01", "2001/00/10", "2001/01/00", "2001/01/32",
      "2001-01-01", "01/01/2001", "2001/1/1", "20010101", "2001/01/01 ", "２００１/01/01",
    ])
  func refusesDate(_ date: String) throws {
    #expect(try hospital.refusal(of: change("birth_date = \(date)")) != nil)
  }

  @Test("B8: a date that exists is taken", arguments: ["2000/02/29", "1904/02/29", "1999/12/31", "2001/01/01"])
  func takesDate(_ date: String) throws {
    #expect(try hospital.refusal(of: change("birth_date = \(date)")) == nil)
  }

  @Test("Only F, M, X and U are a sex", arguments: ["", "f", "W", "female", "?"])
  func refusesSex(_ sex: String) throws {
    #expect(try hospital.refusal(of: change("sex = \(sex)"))?.kind == .check)
  }

  @Test("B10: a change that skips, repeats or takes back a version is refused", arguments: [0, 2, -1])
  func refusesVersion(step: Int) throws {
    let statement: SQLStatement = "UPDATE patient SET version = version + \(step), town = 'Bray' WHERE id = \(patient)"
    #expect(
      try hospital.refusal(of: statement)?.message == "a change of patient is a new version: nothing is overwritten")
  }

  @Test("B10: the row as it was is kept beside every change, whoever makes it")
  func keepsVersion() throws {
    try hospital.execute(change("town = 'Bray'"))
    try hospital.execute(change("town = 'Sligo'"))
    let kept = try hospital.read {
      try $0.transaction.rows(
        "SELECT town, version FROM patient_version WHERE patient_id = \(patient) ORDER BY version"
      )
      .map { "\(try $0.count("version")) \(try $0.text("town"))" }
    }
    #expect(kept == ["1 Cork", "2 Bray"])
  }

  @Test(
    "What names a patient never changes",
    arguments: ["id = 'other'", "number = 11", "registered_at = 0", "hospital_id = 'other'"] as [SQLStatement])
  func refusesOtherName(_ assignment: SQLStatement) throws {
    #expect(try hospital.refusal(of: change(assignment))?.message == "what names a row of patient never changes")
  }

  @Test("A patient has a name, in one of its two parts at least")
  func refusesNameless() throws {
    #expect(try hospital.refusal(of: change("family_name = ' ', given_name = ''"))?.kind == .check)
    #expect(try hospital.refusal(of: change("family_name = '', given_name = 'Madonna'")) == nil)
    #expect(try hospital.refusal(of: change("family_name = 'Sukarno', given_name = ''")) == nil)
  }

  @Test(
    "What is mandatory is never empty", arguments: ["telephone", "address", "emergency_name", "emergency_telephone"])
  func refusesEmpty(_ column: String) throws {
    let column = SQLStatement(trusted: column)
    #expect(try hospital.refusal(of: change("\(part: column) = '  '"))?.kind == .check)
    #expect(try hospital.refusal(of: change("\(part: column) = NULL"))?.kind == .notNull)
  }

  @Test("Nobody is born after their record was made or changed, or dies before birth or after it was recorded")
  func refusesImpossibleLives() throws {
    let recorded: SQLStatement = "recorded_at = \(hospital.clock.now)"
    #expect(try hospital.refusal(of: change("\(part: recorded), birth_date = '2026/11/23'"))?.kind == .trigger)
    #expect(try hospital.refusal(of: change("\(part: recorded), birth_date = '2026/11/21'")) == nil)
    let before = LocalTime.utc.start(of: TestHospital.today) - .days(3)
    #expect(
      try hospital.refusal(of: change("died_at = \(before)"))?.message == "a patient does not die before they are born")
    #expect(try hospital.refusal(of: change("died_at = \(hospital.clock.now + .days(2))"))?.kind == .check)
  }

  @Test("The pharmacy of a patient is one of the pharmacies (B7)")
  func refusesStrangePharmacy() throws {
    #expect(try hospital.refusal(of: change("pharmacy_id = 'nowhere'"))?.kind == .foreignKey)
  }
}
