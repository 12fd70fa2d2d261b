import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database itself refuses about restricted records (H6, B12), whoever connects.
@Suite struct RestrictionGuardTests {
  private let hospital: TestHospital
  private let patient: PatientID

  init() throws {
    hospital = try TestHospital()
    patient = hospital.samples.patients[0]
    let patient = patient
    _ = try hospital.write { try $0.restrictions.restrict(patient: patient, as: .wellKnown, because: "an actor") }
  }

  /// Notes in the trail that an account read the patient's record, as any connection could.
  private func read(as role: Role, _ action: AuditAction = .read, permission: String = "patient.read") throws {
    let (account, patient, hospital) = (hospital.account(role), patient, hospital.hospital.id)
    try self.hospital.write { records in
      try records.audit.append(
        action, permission: permission, on: AuditSubject(kind: "patient", id: patient.text, patient: patient),
        by: account, named: role.rawValue, at: "shell", in: hospital, reason: "", occurredAt: records.now)
    }
  }

  private func grant(to role: Role, from begun: Timestamp, until end: Timestamp, reason: String = "she is unwell")
    throws
  {
    try hospital.execute(
      """
      INSERT INTO access_grant (id, patient_id, account_id, terminal, reason, begun_at, ends_at)
      VALUES ('g1', \(patient), \(hospital.account(role)), 'shell', \(reason), \(begun), \(end))
      """)
  }

  @Test("no connection reads a restricted record without an opening that still counts")
  func readNeedsAnOpening() throws {
    let now = hospital.clock.now
    #expect(throws: (any Error).self) { try read(as: .nurse) }
    #expect(throws: (any Error).self) { try read(as: .cashier, .execute, permission: "paper.account") }
    try read(as: .nurse, .refused)
    try grant(to: .nurse, from: now, until: now + .minutes(30))
    try read(as: .nurse)
    #expect(throws: (any Error).self, "another's opening opens nothing") { try read(as: .doctor) }
    hospital.clock.now = now + .minutes(30) - .milliseconds(1)
    try read(as: .nurse)
    hospital.clock.now = now + .minutes(30)
    #expect(throws: (any Error).self, "it is over") { try read(as: .nurse) }
  }

  @Test("an opening has a reason, a beginning and an end of at most a day, and is for ever")
  func openings() throws {
    let now = hospital.clock.now
    #expect(throws: (any Error).self) { try grant(to: .nurse, from: now, until: now + .minutes(30), reason: "  ") }
    #expect(throws: (any Error).self) { try grant(to: .nurse, from: now, until: now) }
    #expect(throws: (any Error).self) {
      try grant(to: .nurse, from: now, until: now + .hours(24) + .milliseconds(1))
    }
    try grant(to: .nurse, from: now, until: now + .hours(24))
    for statement: SQLStatement in [
      "UPDATE access_grant SET reason = 'x'", "UPDATE access_grant SET ends_at = ends_at + 1",
      "DELETE FROM access_grant",
      "INSERT OR REPLACE INTO access_grant SELECT * FROM access_grant",
    ] {
      #expect(throws: (any Error).self) { try hospital.execute(statement) }
    }
  }

  @Test("nobody reviews their own opening, and no review is changed")
  func reviews() throws {
    let now = hospital.clock.now
    try grant(to: .headNurse, from: now, until: now + .minutes(30))
    func review(by role: Role) throws {
      try hospital.execute(
        "INSERT INTO access_review VALUES ('g1', 1, 'was on duty', \(now), \(hospital.account(role)))")
    }
    #expect(throws: (any Error).self) { try review(by: .headNurse) }
    try review(by: .headDoctor)
    for statement: SQLStatement in ["UPDATE access_review SET is_justified = 0", "DELETE FROM access_review"] {
      #expect(throws: (any Error).self) { try hospital.execute(statement) }
    }
  }

  @Test("a restriction is lifted with a reason, never changed or removed; a record has one at a time")
  func restrictions() throws {
    for statement: SQLStatement in [
      "UPDATE restriction SET kind = 'staff'", "UPDATE restriction SET reason = 'x'", "DELETE FROM restriction",
      "UPDATE restriction SET ended_at = 1",
      "INSERT INTO restriction SELECT 'r2', patient_id, department_id, kind, reason, begun_at, begun_by, NULL, NULL, NULL FROM restriction",
      "INSERT INTO restriction SELECT 'r2', NULL, NULL, kind, reason, begun_at, begun_by, NULL, NULL, NULL FROM restriction",
    ] {
      #expect(throws: (any Error).self) { try hospital.execute(statement) }
    }
    let patient = patient
    #expect(try hospital.write { try $0.restrictions.lift(patient: patient, because: "asked for it") })
    try read(as: .nurse)
    #expect(throws: (any Error).self) { try hospital.execute("UPDATE restriction SET end_reason = 'x'") }
  }

  @Test("what a search and an opening ask about restrictions reads no whole table of the hospital")
  func plans() throws {
    let patients = hospital.samples.patients
    let scans = try hospital.plans { records in
      _ = try records.restrictions.closed(among: patients)
      _ = try records.restrictions.restriction(of: patients[0])
      _ = try records.restrictions.openUntil(patients[0])
    }.flatMap(\.scans)
    #expect(scans.filter { !$0.contains("restriction") && !$0.contains("restricted_patient") } == [])
  }
}
