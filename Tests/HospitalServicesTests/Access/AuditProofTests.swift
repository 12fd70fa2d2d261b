import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// H5: the entries of the audit trail make a chain, and whatever is done to it behind the program's back is found and named.
struct AuditProofTests {
  let hospital: TestHospital
  private var proof: AuditProof { AuditProof(hospital.workplace) }

  init() throws {
    hospital = try TestHospital()
    for name in ["Ada", "Bo", "Cy", "Di", "Éva 山田 ‮"] { try enter(name) }
  }

  private func enter(_ reason: String) throws {
    try AuditService(hospital.session(.auditor)).handOver(AuditChoice(), by: reason, limit: 1) { _ in }
  }

  /// What somebody can do who takes the guards of the trail away.
  private func tamper(_ statement: SQLStatement) throws {
    for guarded in ["never_changed", "never_removed", "follows", "sealed"] {
      try hospital.execute(SQLStatement(trusted: "DROP TRIGGER IF EXISTS audit_entry_\(guarded)"))
    }
    try hospital.execute(statement)
  }

  private var last: Int64 { get throws { try #require(try proof.head()).number } }

  @Test("A trail that only the program has written to is whole, and each entry is sealed")
  func whole() throws {
    #expect(try proof.problems() == [])
    let head = try #require(try proof.head())
    #expect(head.number >= 5 && head.hash.utf8.count == 64)
    #expect(try proof.problems(heads: [head]) == [])
    try enter("later")
    #expect(try proof.problems(heads: [head]) == [])
    #expect(try proof.head()?.number == head.number + 1)
  }

  @Test(
    "Any part of an entry that is edited is found",
    arguments: [
      "reason = 'Al'", "actor = 'nobody'", "occurred_at = occurred_at + 1", "terminal = ''", "action = 'create'",
      "account_id = NULL", "hospital_id = NULL", "permission = ''", "subject_kind = ''", "subject_id = 'x'",
      "patient_id = 'x'", "reason = reason || char(0)",
    ])
  func edited(_ change: String) throws {
    let number = try last - 2
    try tamper(SQLStatement(trusted: "UPDATE audit_entry SET \(change) WHERE id = \(number)"))
    #expect(try proof.problems() == ["entry \(number) is not what it was when it was written"])
  }

  @Test("Entries that were removed are named")
  func removed() throws {
    let number = try last
    try tamper("DELETE FROM audit_entry WHERE id IN (\(number - 1), \(number - 2))")
    #expect(try proof.problems() == ["entries \(number - 2) to \(number - 1) are missing"])
    try tamper("DELETE FROM audit_entry WHERE id = 1")
    #expect(try proof.problems().first == "entry 1 is missing")
  }

  @Test("A number that was left out is named, though the chain beyond it is sealed as it should be")
  func leftOut() throws {
    let number = try last
    let seal = try hospital.read { AuditChain.hash($0.transaction.dialect) }
    try tamper(
      SQLStatement(
        trusted: """
          INSERT INTO audit_entry (id, occurred_at, actor, terminal, action, permission, subject_kind, subject_id, reason,
            previous_hash, hash)
          VALUES (\(number + 3), 0, 'x', 'x', 'create', '', '', '', '', \(Self.lastHash), '')
          """))
    try hospital.execute(SQLStatement(trusted: "UPDATE audit_entry SET hash = \(seal) WHERE id = \(number + 3)"))
    #expect(try proof.problems() == ["entries \(number + 1) to \(number + 2) are missing"])
  }

  @Test("Entries that changed places are found")
  func reordered() throws {
    let number = try last
    try tamper("UPDATE audit_entry SET id = -1 WHERE id = \(number - 1)")
    try hospital.execute("UPDATE audit_entry SET id = \(number - 1) WHERE id = \(number)")
    try hospital.execute("UPDATE audit_entry SET id = \(number) WHERE id = -1")
    #expect(
      try proof.problems() == [number - 1, number].map { "entry \($0) is not what it was when it was written" })
  }

  @Test("An entry that was sealed anew after it was edited does not fit the next one")
  func resealed() throws {
    let number = try last - 2
    let seal = try hospital.read { AuditChain.hash($0.transaction.dialect) }
    try tamper("UPDATE audit_entry SET reason = 'Al' WHERE id = \(number)")
    try hospital.execute(SQLStatement(trusted: "UPDATE audit_entry SET hash = \(seal) WHERE id = \(number)"))
    #expect(
      try proof.problems() == ["entry \(number + 1) does not follow entry \(number): one of them was replaced"])
  }

  @Test("A trail that was cut off, or written anew to its end, does not have the head that was kept elsewhere")
  func truncated() throws {
    let head = try #require(try proof.head())
    try tamper("DELETE FROM audit_entry WHERE id >= \(head.number - 1)")
    #expect(try proof.problems() == [])
    #expect(
      try proof.problems(heads: [head])
        == ["the trail ends at entry \(head.number - 2), and once reached entry \(head.number): it was cut off"])
    try enter("another")
    try enter("and another")
    #expect(try proof.problems() == [])
    #expect(
      try proof.problems(heads: [head]) == ["entry \(head.number) is another than the one whose hash was kept"])
  }

  @Test(
    "No connection adds an entry that does not follow the last one or is not sealed, whatever it knows",
    arguments: [
      (
        "sealed", "(SELECT MAX(id) + 1 FROM audit_entry)", "''", "an entry of the audit trail follows the one before it"
      ),
      ("sealed", "900000", Self.lastHash, "an entry of the audit trail follows the one before it"),
      (
        "follows", "(SELECT MAX(id) + 1 FROM audit_entry)", Self.lastHash,
        "an entry of the audit trail carries its own hash"
      ),
    ])
  func forged(without other: String, number: String, previous: String, sentence: String) throws {
    try hospital.execute(SQLStatement(trusted: "DROP TRIGGER audit_entry_\(other)"))
    let forged = SQLStatement(
      trusted: """
        INSERT INTO audit_entry (id, occurred_at, actor, terminal, action, permission, subject_kind, subject_id, reason,
          previous_hash, hash)
        VALUES (\(number), 0, 'x', 'x', 'read', '', '', '', '', \(previous), '')
        """)
    #expect(try hospital.refusal(of: forged)?.message == sentence)
  }

  private static let lastHash = "(SELECT hash FROM audit_entry ORDER BY id DESC LIMIT 1)"
}
