import DatabaseKit
import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalRecords

/// What the database itself refuses of the pharmacy's work, whoever sends it (M1, B12).
struct PharmacyTaskGuardTests {
  let hospital: TestHospital
  private let id: String

  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
    try hospital.prescribe(for: hospital.samples.patients[0])
    id = try hospital.read { try $0.pharmacy.queue(limit: 1).prescriptions[0].id }
  }

  private func insert(_ stage: String, code: String? = nil, words: String = "") -> SQLStatement {
    """
    INSERT INTO pharmacy_task (id, prescription_id, stage, queued_at, decline_code, second_by, version,
      recorded_at, recorded_by, change_reason)
    VALUES ('task', \(id), \(stage), NULL, \(code), NULL, 1, 1, \(hospital.account(.pharmacist)), \(words))
    """
  }

  private func step(to stage: PharmacyStage) -> SQLStatement {
    """
    UPDATE pharmacy_task SET stage = \(stage), version = version + 1, change_reason = 'words',
      decline_code = \(stage == .declined ? "other" : nil)
    """
  }

  /// Brings the task to a stage without its guards, as a history that led there would have.
  private func force(_ stage: PharmacyStage) throws {
    try hospital.execute("DROP TRIGGER pharmacy_task_steps")
    try hospital.execute("DROP TRIGGER IF EXISTS pharmacy_task_as_dispensed")
    try hospital.execute(step(to: stage))
    for step in PharmacyTaskSchema.tasks {
      if case .refuse(let rule) = step, rule.name == "pharmacy_task_steps" {
        for statement in hospital.engine.dialect.statements(for: step) { try hospital.execute(statement) }
      }
    }
  }

  @Test("B12: the steps of the database are those of the domain, pair by pair", arguments: PharmacyStage.allCases)
  func steps(from stage: PharmacyStage) throws {
    try hospital.execute(insert("verified"))
    if stage != .verified { try force(stage) }
    for next in PharmacyStage.allCases {
      let allowed = PharmacyAct.allCases.contains { PharmacyStageRule.stage(after: $0, from: stage) == next }
      #expect(PharmacyTaskSchema.steps.contains("\(stage.rawValue)>\(next.rawValue)") == allowed)
      guard !allowed else { continue }
      #expect(try hospital.refusal(of: step(to: next)) != nil, "\(stage) to \(next)")
    }
  }

  @Test(
    "B12: a prescription begins by being verified or declined",
    arguments: ["waiting", "part-dispensed", "ready", "handed-over"])
  func begins(stage: String) throws {
    #expect(try hospital.refusal(of: insert(stage)) != nil)
  }

  @Test("B12: a decline has a code and words")
  func decline() throws {
    #expect(try hospital.refusal(of: insert("declined")) != nil)
    #expect(try hospital.refusal(of: insert("declined", code: "allergy")) != nil)
    #expect(try hospital.refusal(of: insert("declined", code: "bored", words: "no")) != nil)
    #expect(try hospital.refusal(of: insert("verified", code: "allergy", words: "no")) != nil)
    #expect(try hospital.refusal(of: insert("declined", code: "allergy", words: "penicillin")) == nil)
  }

  @Test(
    "M1: nothing moves on while a prescription is on hold, or after it was stopped",
    arguments: ["on-hold", "stopped", "completed"])
  func live(status: String) throws {
    try hospital.execute("DROP TRIGGER IF EXISTS prescription_completed_when_done")
    try hospital.execute(
      "UPDATE prescription SET status = \(status), version = version + 1, change_reason = 'x' WHERE id = \(id)")
    #expect(try hospital.refusal(of: insert("verified")) != nil)
  }

  @Test("B10: how a prescription went is kept: each stage with who and when, never changed or removed")
  func history() throws {
    try hospital.execute(insert("verified"))
    #expect(try hospital.refusal(of: "UPDATE pharmacy_task SET stage = 'declined', decline_code = 'other'") != nil)
    #expect(try hospital.refusal(of: "DELETE FROM pharmacy_task") != nil)
    try hospital.execute(step(to: .declined))
    #expect(try hospital.refusal(of: "UPDATE pharmacy_task_version SET stage = 'ready'") != nil)
    #expect(try hospital.refusal(of: "DELETE FROM pharmacy_task_version") != nil)
    let kept = try hospital.engine.read { try $0.rows("SELECT stage FROM pharmacy_task_version") }
    #expect(try kept.map { try $0.text("stage") } == ["verified"])
  }

  @Test("M1: a claim is not taken from who has it, nor removed; it ends, or its holder lets it go")
  func claims() throws {
    let (mine, other) = (hospital.account(.pharmacist), hospital.account(.nurse))
    try hospital.execute(
      "INSERT INTO prescription_claim (prescription_id, account_id, terminal, claimed_at, expires_at) VALUES (\(id), \(mine), 'a', 1000, 2000)"
    )
    #expect(
      try hospital.refusal(
        of: "UPDATE prescription_claim SET account_id = \(other), claimed_at = 1999, expires_at = 3000") != nil)
    #expect(try hospital.refusal(of: "DELETE FROM prescription_claim") != nil)
    #expect(
      try hospital.refusal(
        of:
          "INSERT OR REPLACE INTO prescription_claim (prescription_id, account_id, terminal, claimed_at, expires_at) VALUES (\(id), \(other), 'b', 1, 2)"
      ) != nil)
    #expect(try hospital.refusal(of: "UPDATE prescription_claim SET expires_at = 99999999999") != nil)
    #expect(
      try hospital.refusal(
        of: "UPDATE prescription_claim SET account_id = \(other), claimed_at = 2000, expires_at = 3000") == nil)
  }
}
