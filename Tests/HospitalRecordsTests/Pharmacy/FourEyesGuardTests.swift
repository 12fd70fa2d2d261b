import DatabaseKit
import HospitalDomain
import HospitalTestSupport
import Testing

@testable import HospitalRecords

@Suite("The database lets nobody judge at the pharmacy what they judged when it was prescribed (M3, B12)")
struct FourEyesGuardTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital()
    try hospital.makeDoctors()
    try hospital.keepInteractions()
    // Written in the name of LINDQVIST, whose account is the doctor's, by the administrator.
    try write("rx")
  }

  private func write(_ id: String) throws {
    let order = hospital.order(
      try ["methotrexate", "trimethoprim"].map { try hospital.item($0, refills: 2) }, for: hospital.samples.patients[1])
    try hospital.write { _ = try $0.prescribing.write(order, as: id, by: hospital.samples.doctors[0]) }
  }

  /// What the database says of a signature for the pair, by SQL alone; nil when it takes it.
  private func sign(_ id: String, by signer: Role, recordedBy recorder: Role) throws -> String? {
    try databaseRefusal {
      try hospital.execute(
        """
        INSERT INTO finding_override VALUES (\("\(id) \(signer) \(recorder)"), \(id), 'interaction', 'contraindicated',
          'methotrexate', 'trimethoprim', 'no other', \(hospital.account(signer)), 1, \(hospital.account(recorder)))
        """)
    }
  }

  private func verify(_ id: String = "rx", by verifier: Role, with second: Role?) throws -> String? {
    try databaseRefusal {
      try hospital.execute(
        """
        INSERT INTO pharmacy_task (id, prescription_id, stage, second_by, version, recorded_at, recorded_by, change_reason)
        VALUES (\("task of \(id)"), \(id), 'verified', \(second.map { hospital.account($0) }), 1, \(hospital.clock.now),
          \(hospital.account(verifier)), '')
        """)
    }
  }

  @Test(
    "nobody verifies what they prescribed: not who wrote it, not whose name stands on it, whoever changed its state since",
    arguments: [Role.administrator, .doctor])
  func verifier(role: Role) throws {
    #expect(try sign("rx", by: .pharmacist, recordedBy: .doctor) == nil)
    for status in ["on-hold", "active"] {
      try hospital.execute(
        """
        UPDATE prescription SET status = \(status), version = version + 1, recorded_by = \(hospital.account(.pharmacist)),
          change_reason = 'asked'
        """)
    }
    #expect(try verify(by: role, with: nil)?.contains("nobody verifies") == true)
    #expect(try verify(by: .pharmacist, with: nil) == nil)
  }

  @Test("the second to sign is neither who prescribed it nor who signed then", arguments: [Role.doctor, .pharmacist])
  func second(role: Role) throws {
    #expect(try sign("rx", by: .pharmacist, recordedBy: .doctor) == nil)
    #expect(try verify(by: .headNurse, with: role)?.contains("not the second") == true)
    #expect(try sign("rx", by: role, recordedBy: .headNurse)?.contains("not the second") == true)
    #expect(try sign("rx", by: .headDoctor, recordedBy: .pharmacist) == nil)
    #expect(try verify(by: .pharmacist, with: .headDoctor) == nil)
  }

  @Test("what waits again is guarded as what waits first; a signature of the pharmacy is none of the prescriber")
  func again() throws {
    #expect(try sign("rx", by: .pharmacist, recordedBy: .doctor) == nil)
    #expect(try sign("rx", by: .headDoctor, recordedBy: .pharmacist) == nil)
    #expect(try verify(by: .pharmacist, with: .headDoctor) == nil)
    func change(_ stage: String, second: Role?) throws -> String? {
      try databaseRefusal {
        try hospital.execute(
          """
          UPDATE pharmacy_task SET stage = \(stage), second_by = \(second.map { hospital.account($0) }),
            version = version + 1, recorded_by = \(hospital.account(.pharmacist)), change_reason = 'again'
          """)
      }
    }
    #expect(try change("waiting", second: nil) == nil)
    #expect(try change("verified", second: .doctor)?.contains("not the second") == true)
    #expect(try change("verified", second: .headDoctor) == nil)
  }

  @Test("who signed for a prescription is not the second to sign for its renewal")
  func renewal() throws {
    #expect(try sign("rx", by: .headDoctor, recordedBy: .doctor) == nil)
    try write("again")
    try hospital.write { try $0.prescribing.link("again", to: "rx", asRenewal: true, because: "asked") }
    #expect(try sign("again", by: .headDoctor, recordedBy: .pharmacist)?.contains("not the second") == true)
    let look = try hospital.read { try $0.prescribing.firstLook(at: "again") }
    #expect(look.signers == [hospital.account(.headDoctor)])
    #expect(look.prescribers == [hospital.account(.administrator), hospital.account(.doctor)])
  }

  @Test("the guards look things up by index")
  func plans() throws {
    let plans = try hospital.plans { records in
      for condition in [FourEyesSchema.isPrescriber("NEW.recorded_by"), FourEyesSchema.hasJudged("NEW.second_by")] {
        var text = "SELECT \(condition) AS answer"
        for column in ["prescription_id", "recorded_by", "second_by"] {
          text = text.split(separator: "NEW.\(column)").joined(separator: "'rx'")
        }
        _ = try records.transaction.rows(SQLStatement(trusted: text))
      }
      _ = try records.prescribing.firstLook(at: "rx")
    }
    #expect(plans.count == 5)
    for plan in plans { #expect(plan.scans.isEmpty, "\(plan)") }
  }
}
