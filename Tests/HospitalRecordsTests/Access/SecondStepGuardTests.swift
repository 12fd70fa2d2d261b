import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database refuses of second steps, whatever the program thinks (H3).
struct SecondStepGuardTests {
  let hospital: TestHospital
  private let step: SecondStepID = Identifier("step")

  init() throws {
    hospital = try TestHospital()
    try hospital.write { records in
      try records.secondSteps.add(
        SecondStep(
          id: step, account: hospital.account(.nurse), kind: .app, address: nil, addedAt: records.now,
          recoveryCodes: 0), sealedSecret: "x1:a:b", lastStep: 100)
      try records.secondSteps.setRecoveryCodes(
        (0..<RecoveryCode.count).map { "a hash of recovery code number \($0), long enough" }, of: step)
      try records.mailCodes.add(
        hash: "a hash of a code by e-mail, long enough", to: EmailAddress(stored: "n@example.org"),
        of: hospital.account(.nurse))
    }
  }

  private func message(_ statement: SQLStatement) throws -> String? { try hospital.refusal(of: statement)?.message }

  @Test("a code of an app is taken once, and none before it")
  func codeOnce() throws {
    #expect(try message("UPDATE second_step SET last_step = 101") == nil)
    #expect(try message("UPDATE second_step SET last_step = 101") == "a code is taken once")
    #expect(try message("UPDATE second_step SET last_step = 100") == "a code is taken once")
    #expect(try message("UPDATE second_step SET last_step = 102") == nil)
    let taken = try hospital.write { records in
      (try records.secondSteps.take(step: 102, of: step), try records.secondSteps.take(step: 103, of: step))
    }
    #expect(taken == (false, true))
  }

  @Test("an account has one second step; the secret is sealed, kept, and gone with it")
  func one() throws {
    let another: SQLStatement = """
      INSERT INTO second_step (id, account_id, kind, sealed_secret, address, last_step, added_at, added_by)
      SELECT 'other', account_id, 'app', 'x1:c:d', '', 0, 0, account_id FROM second_step
      """
    #expect(try hospital.refusal(of: another) != nil)
    #expect(
      try message("UPDATE second_step SET last_step = 101, sealed_secret = 'x1:e:f'")
        == "a second step keeps its secret; another is another step")
    #expect(try hospital.refusal(of: "UPDATE second_step SET last_step = 101, account_id = 'x'")?.kind == .trigger)
    #expect(try hospital.refusal(of: "DELETE FROM second_step")?.kind == .trigger)
    #expect(
      try hospital.refusal(of: "UPDATE second_step SET removed_at = 1, removed_by = account_id")?.kind == .check)
    try hospital.write { try $0.secondSteps.remove(of: hospital.account(.nurse)) }
    #expect(
      try message("UPDATE second_step SET last_step = 900") == "a second step that was taken away stays as it is")
    #expect(
      try hospital.refusal(
        of: "UPDATE second_step SET removed_at = NULL, removed_by = NULL, sealed_secret = 'x1:a:b'")?.kind == .trigger)
    #expect(try hospital.refusal(of: another) == nil)
  }

  @Test("a secret that is not sealed is not taken")
  func sealed() throws {
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO second_step (id, account_id, kind, sealed_secret, address, last_step, added_at, added_by)
          SELECT 'plain', id, 'app', 'GEZDGNBVGY3TQOJQ', '', 0, 0, id FROM account WHERE username = 'admin'
          """)?.kind == .check)
  }

  @Test("a recovery code is used once")
  func recoveryOnce() throws {
    let use: SQLStatement = "UPDATE recovery_code SET ended_at = 5, ended_as = 'used' WHERE number = 3"
    #expect(try message(use) == nil)
    #expect(try message(use) == "a recovery code is used once")
    #expect(
      try message("UPDATE recovery_code SET ended_at = NULL, ended_as = NULL WHERE number = 3")
        == "a recovery code is used once")
    #expect(try hospital.refusal(of: "UPDATE recovery_code SET code_hash = 'x'") != nil)
    #expect(try hospital.refusal(of: "DELETE FROM recovery_code")?.kind == .trigger)
    #expect(try hospital.write { try $0.secondSteps.useRecoveryCode(3, of: step) } == false)
    #expect(try hospital.write { try $0.secondSteps.useRecoveryCode(4, of: step) } == true)
  }

  @Test("a code by e-mail lives ten minutes, is tried five times and used once")
  func mailCode() throws {
    #expect(try hospital.refusal(of: "UPDATE mail_code SET expires_at = expires_at + 1")?.kind == .trigger)
    #expect(try hospital.refusal(of: "UPDATE mail_code SET used_at = expires_at + 1")?.kind == .check)
    for _ in 1...MailCodeRule.tries { #expect(try message("UPDATE mail_code SET tries = tries + 1") == nil) }
    #expect(try hospital.refusal(of: "UPDATE mail_code SET tries = tries + 1")?.kind == .check)
    #expect(
      try message("UPDATE mail_code SET tries = 0") == "the tries of a code are counted and never taken back")
    #expect(try message("UPDATE mail_code SET used_at = sent_at") == nil)
    #expect(try message("UPDATE mail_code SET used_at = sent_at + 1") == "a code that was sent is used once")
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO mail_code (id, account_id, address, code_hash, sent_at, expires_at)
          SELECT 'long', account_id, address, code_hash, sent_at, expires_at + 1 FROM mail_code
          """)?.kind == .check)
  }

  @Test("a letter is sent once, and what it said is gone then")
  func letterOnce() throws {
    let id: OutgoingMailID = Identifier("letter")
    try hospital.write { records in
      try records.outgoingMail.queue(
        id, for: "sign-in code", to: EmailAddress(stored: "n@example.org"), sealedText: "x1:a:b",
        until: records.now + .minutes(10))
    }
    #expect(try hospital.refusal(of: "UPDATE outgoing_mail SET sent_at = 1")?.kind == .check)
    try hospital.write { try $0.outgoingMail.noteSent(id) }
    #expect(
      try message("UPDATE outgoing_mail SET sent_at = NULL, sealed_text = 'x1:a:b'") == "a letter is sent once")
    #expect(try hospital.refusal(of: "DELETE FROM outgoing_mail")?.kind == .trigger)
  }

  @Test("what sign-in asks for is found by an index")
  func plans() throws {
    for query in [
      "SELECT 1 FROM sign_in_failure WHERE terminal = 'x' AND while_waiting = 0 AND failed_at >= 1",
      "SELECT 1 FROM second_step WHERE account_id = 'x' AND removed_at IS NULL",
      "SELECT 1 FROM recovery_code WHERE second_step_id = 'x' AND number = 1 AND ended_at IS NULL",
      "SELECT 1 FROM mail_code WHERE account_id = 'x' ORDER BY sent_at DESC, id DESC LIMIT 1",
      "SELECT id FROM outgoing_mail WHERE sent_at IS NULL AND given_up_at IS NULL AND next_at <= 1 ORDER BY next_at",
      "SELECT 1 FROM known_terminal WHERE account_id = 'x' AND terminal = 'y' AND last_at >= 1",
    ] {
      let plan = try hospital.read {
        try $0.transaction.rows(SQLStatement(trusted: "EXPLAIN QUERY PLAN " + query)).map { try $0.text("detail") }
      }
      #expect(plan.allSatisfy { $0.contains("INDEX") || $0.contains("TEMP") } && !plan.isEmpty, "\(query): \(plan)")
    }
  }
}
