import HospitalDomain
import HospitalRecords

/// A person's own password (H3): another one, in place of the one that they know.
package struct OwnPasswordService: Sendable {
  private let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Changes the password. This session goes on; every other one of the account ends, because somebody else may sit there.
  ///
  /// - Throws: a refusal for a wrong old password, which counts as at the sign-in; `InvalidEntry` for a new one that will not
  ///   do. Nothing was changed then.
  package func change(from old: String, to new: String) throws {
    let username = session.account.username
    try session.require(.secureOwnAccount, on: subject)
    if let problem = try session.passwordProblem(new, username: username) {
      throw InvalidEntry(problems: [problem.at("new")])
    }
    if new == old { throw InvalidEntry(problems: [FieldProblem(field: "new", sentence: "that is the one you have")]) }
    try SignInService(session.workplace).confirm(password: old, of: session)
    let hash = try session.workplace.passwords.hash(new)
    // Noted before the commit: the feed looks at the account right after it, and would end this session too.
    let before = session.end.ownPassword
    do {
      try session.perform(.secureOwnAccount, on: subject, as: .update, because: "own password") { records in
        try records.accounts.setPasswordHash(hash, of: session.account.id, because: "changed by its owner")
        session.end.ownPassword = try records.accounts.account(session.account.id)?.version ?? before
      }
    } catch {
      session.end.ownPassword = before
      throw error
    }
  }

  private var subject: AuditSubject { AuditSubject(kind: "account", id: session.account.id.text) }
}

extension Session {
  /// Why a password will not do for an account; nil if it will. A demonstration takes any.
  package func passwordProblem(_ password: String, username: String) throws -> Misentry? {
    if hospital.isDemonstration { return nil }
    do { try workplace.checkPassword(password, username: username) } catch let problem as Misentry { return problem }
    return nil
  }
}
