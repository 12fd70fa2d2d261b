import DatabaseKit
import HospitalDomain

/// The second steps of accounts, and the codes that stand in for them.
package struct SecondStepRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// The second step of an account; nil for none.
  package func step(of account: AccountID) throws -> SecondStep? {
    try transaction.row(
      """
      SELECT id, account_id, kind, address, added_at,
        (SELECT COUNT(*) FROM recovery_code WHERE second_step_id = second_step.id AND ended_at IS NULL) AS codes
      FROM second_step WHERE account_id = \(account) AND removed_at IS NULL
      """
    ).map { row in
      let kind: SecondStep.Kind = try row.code("kind")
      return SecondStep(
        id: try row.identifier("id"), account: try row.identifier("account_id"), kind: kind,
        address: kind == .mail ? EmailAddress(stored: try row.text("address")) : nil,
        addedAt: try row.timestamp("added_at"), recoveryCodes: try row.count("codes"))
    }
  }

  /// The sealed secret of an app, and the step of the code that was taken last.
  package func secret(of id: SecondStepID) throws -> (sealed: String, lastStep: Int64)? {
    try transaction.row("SELECT sealed_secret, last_step FROM second_step WHERE id = \(id) AND removed_at IS NULL")
      .map { (try $0.text("sealed_secret"), try $0.integer("last_step")) }
  }

  /// Adds a second step; `lastStep` is that of the code which confirmed it.
  package func add(_ step: SecondStep, sealedSecret: String, lastStep: Int64) throws {
    try transaction.execute(
      """
      INSERT INTO second_step (id, account_id, kind, sealed_secret, address, last_step, added_at, added_by)
      VALUES (\(step.id), \(step.account), \(step.kind), \(sealedSecret), \(step.address?.text ?? ""), \(lastStep),
        \(step.addedAt), \(records.author.account))
      """)
  }

  /// Takes the second step of an account away, and what is left of its secret and codes with it.
  package func remove(of account: AccountID) throws {
    try transaction.execute(
      """
      UPDATE recovery_code SET ended_at = \(records.now), ended_as = 'replaced' WHERE ended_at IS NULL
        AND second_step_id IN (SELECT id FROM second_step WHERE account_id = \(account) AND removed_at IS NULL)
      """)
    try transaction.execute(
      """
      UPDATE second_step SET removed_at = \(records.now), removed_by = \(records.author.account), sealed_secret = ''
      WHERE account_id = \(account) AND removed_at IS NULL
      """)
  }

  /// Notes that the code of a step was taken; false when a code of that step, or of a later one, was taken already.
  package func take(step: Int64, of id: SecondStepID) throws -> Bool {
    try transaction.execute(
      "UPDATE second_step SET last_step = \(step) WHERE id = \(id) AND removed_at IS NULL AND last_step < \(step)") == 1
  }

  /// Gives a second step new recovery codes in place of those that are left, by their hashes in the order of their numbers.
  package func setRecoveryCodes(_ hashes: [String], of id: SecondStepID) throws {
    try transaction.execute(
      """
      UPDATE recovery_code SET ended_at = \(records.now), ended_as = 'replaced'
      WHERE second_step_id = \(id) AND ended_at IS NULL
      """)
    for (number, hash) in hashes.enumerated() {
      let code: Identifier<RecordKind.SecondStep> = records.newIdentifier()
      try transaction.execute(
        """
        INSERT INTO recovery_code (id, second_step_id, number, code_hash, added_at)
        VALUES (\(code), \(id), \(number), \(hash), \(records.now))
        """)
    }
  }

  /// The hash of an unused recovery code.
  package func recoveryHash(_ number: Int, of id: SecondStepID) throws -> String? {
    try transaction.row(
      """
      SELECT code_hash FROM recovery_code WHERE second_step_id = \(id) AND number = \(number) AND ended_at IS NULL
      """
    )?.text("code_hash")
  }

  /// Notes that a recovery code was used; false when it was used meanwhile.
  package func useRecoveryCode(_ number: Int, of id: SecondStepID) throws -> Bool {
    try transaction.execute(
      """
      UPDATE recovery_code SET ended_at = \(records.now), ended_as = 'used'
      WHERE second_step_id = \(id) AND number = \(number) AND ended_at IS NULL
      """) == 1
  }
}

extension Records {
  /// The second steps of signing in.
  package var secondSteps: SecondStepRecords { SecondStepRecords(records: self) }
}
