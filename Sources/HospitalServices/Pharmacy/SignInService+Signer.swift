import DatabaseKit
import HospitalDomain
import HospitalRecords

extension SignInService {
  /// Who signs as a second person, by what they would sign in with: the password, and the code of their second step if they
  /// have one. Nobody is signed in by it, and a wrong password or code counts as a failure to sign in.
  ///
  /// - Parameter session: the person at whose terminal it is.
  /// - Throws: `Refusal.signInFailed`, `codeFailed`, `signerCodeNeeded`, or one that says how long to wait.
  func signer(_ signature: SecondSignature, besides session: Session) throws -> Signer {
    let username = (try? Username(entry: signature.username))?.text ?? ""
    let found = try workplace.read(
      as: Records.Author(
        account: session.account.id, hospital: session.hospital.id, now: workplace.clock(), ids: workplace.ids)
    ) { try $0.accounts.find(username: username) }
    let isRight = workplace.passwords.verify(signature.password, found?.passwordHash ?? Self.hashOfNoPassword)
    let hold = try hold(on: username, found?.account.id, at: session.terminal)
    func fail(_ reason: String) throws {
      try noteFailure(of: username, at: session.terminal, whileWaiting: hold.everybody != nil, because: reason)
    }
    guard let account = found?.account, isRight, account.maySignIn, hold.own == nil else {
      try fail("second signature")
      throw hold.everybody.map { Refusal.signInTooSoon(wait: $0) } ?? Refusal.signInFailed
    }
    guard let step = try read({ try $0.secondSteps.step(of: account.id) }) else {
      return Signer(account: account, proof: nil)
    }
    if signature.code.allSatisfy(\.isWhitespace) { throw Refusal.signerCodeNeeded(step.kind) }
    guard let proof = try proof(of: signature.code, for: step) else {
      try fail("second signature, second step")
      throw Refusal.codeFailed
    }
    return Signer(account: account, proof: proof)
  }
}

/// A second person who has proved who they are.
struct Signer {
  /// Who they are.
  let account: Account
  fileprivate let proof: SignInService.Proof?

  /// Signs within the act: a code is used up together with what it signs for, so that an act that is refused uses none.
  ///
  /// - Throws: `Refusal.codeFailed` when the code was used meanwhile.
  func sign(in records: Records) throws {
    if let proof, try !proof.take(records) { throw Refusal.codeFailed }
  }
}
