import DatabaseKit
import HospitalDomain
import HospitalRecords

/// The lock of a terminal (H4), for somebody whose session goes on behind it: their personal number, their password, and
/// what the audit trail says of it.
package struct LockService: Sendable {
  private let session: Session
  private var account: Account { session.account }

  package init(_ session: Session) {
    self.session = session
  }

  /// How the person's number stands; nil where none is set.
  package func standing() throws -> PINStanding? {
    try session.readOwn { try $0.pins.find(account.id)?.standing }
  }

  /// Sets the person's own number. They prove with their password that they are who sits there.
  ///
  /// - Throws: `InvalidEntry` for a number that will not do; a refusal for a wrong password, which counts as at the sign-in.
  package func setPIN(_ pin: String, password: String) throws {
    var problems: [FieldProblem] = []
    do throws(Misentry) { try PINRule.check(pin) } catch { problems.append(error.at("pin")) }
    if !problems.isEmpty { throw InvalidEntry(problems: problems) }
    try SignInService(session.workplace).confirm(password: password, of: session)
    let hash = try session.workplace.passwords.hash(pin)
    try session.keepOwn { records in
      try session.confirmStanding(in: records)
      try records.pins.set(hash)
      try session.note(.update, on: subject("pin"), in: records)
    }
  }

  /// Unlocks with the personal number.
  ///
  /// - Parameter signedInAt: when the person signed in at this terminal in full.
  /// - Throws: a refusal when it is wrong, or does not unlock now.
  package func unlock(pin: String, signedInAt: Timestamp) throws {
    let found = try session.readOwn { try $0.pins.find(account.id) }
    do { try PINRule.checkUse(found?.standing, signedInAt: signedInAt, now: session.workplace.clock()) } catch {
      try session.keepOwn { try session.note(.refused, error.code, on: subject("unlock"), in: $0) }
      throw error
    }
    let isRight = found.map { session.workplace.passwords.verify(pin, $0.hash) } ?? false
    let left: Int? = try session.keepOwn { records in
      // Somebody else may have tried meanwhile, at another terminal.
      let standing = try records.pins.find(account.id)?.standing
      guard isRight, let standing, standing.triesLeft > 0 else {
        try records.pins.noteFailure(of: account.id)
        try session.note(.refused, on: subject("unlock"), in: records)
        return try records.pins.find(account.id)?.standing.triesLeft ?? 0
      }
      try session.confirmStanding(in: records)
      try session.note(.execute, AuditDeed.unlockCode, on: subject("unlock"), in: records)
      return nil
    }
    if let left { throw Refusal.wrongPIN(left: left) }
  }

  /// Unlocks with the password, which counts as a full sign-in. Wrong ones are slowed down as at the sign-in.
  package func unlock(password: String) throws {
    do {
      try SignInService(session.workplace).confirm(password: password, of: session)
    } catch let refusal as Refusal where refusal == .passwordWrong {
      throw Refusal.wrongPassword
    }
    try session.keepOwn { records in
      try session.confirmStanding(in: records)
      try records.signInFailures.forget(account.username, at: session.terminal)
      try session.note(.signIn, on: AuditSubject(kind: "account", id: account.id.text), in: records)
      try records.pins.forgetFailures(of: account.id)
    }
  }

  private func subject(_ what: String) -> AuditSubject { AuditSubject(kind: "terminal", id: what) }
}

extension Session {
  /// Adds an entry for what needs no permission.
  fileprivate func note(
    _ action: AuditAction, _ code: String = "", on subject: AuditSubject, in records: Records
  ) throws {
    try records.audit.append(
      action, permission: code, on: subject, by: account.id, named: account.username, at: terminal, in: hospital.id,
      reason: "", occurredAt: records.now)
  }
}
