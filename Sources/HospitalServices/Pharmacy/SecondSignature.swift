import DatabaseKit
import HospitalDomain
import HospitalRecords

/// The name and password of a second person who signs at the terminal of the first, for what one may not do alone.
package struct SecondSignature: Sendable {
  package let username: String
  package let password: String

  package init(username: String, password: String) {
    self.username = username
    self.password = password
  }
}

extension SignInService {
  /// Who signs as a second person. Nobody is signed in by it, and a wrong password counts as a failure to sign in.
  ///
  /// - Parameter session: the person at whose terminal it is.
  /// - Throws: `Refusal.signInFailed`, or one that says how long to wait.
  package func signer(_ signature: SecondSignature, besides session: Session) throws -> Account {
    let username = (try? Username(entry: signature.username))?.text ?? ""
    let found = try workplace.read(
      as: Records.Author(
        account: session.account.id, hospital: session.hospital.id, now: workplace.clock(), ids: workplace.ids)
    ) { try $0.accounts.find(username: username) }
    let isRight = workplace.passwords.verify(signature.password, found?.passwordHash ?? Self.hashOfNoPassword)
    let hold = try hold(on: username, found?.account.id, at: session.terminal)
    if let account = found?.account, isRight, account.maySignIn, hold.own == nil { return account }
    try noteFailure(
      of: username, at: session.terminal, whileWaiting: hold.everybody != nil, because: "second signature")
    throw hold.everybody.map { Refusal.signInTooSoon(wait: $0) } ?? Refusal.signInFailed
  }
}
