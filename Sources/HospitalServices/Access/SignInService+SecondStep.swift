import HospitalDomain
import HospitalRecords

// The second step of signing in (H3).
extension SignInService {
  /// Signs a person in whose password was right, by the code of their app, the code that was sent to them, or a recovery
  /// code. Each is taken once; a wrong one counts as a failure to sign in.
  ///
  /// - Throws: `Refusal.codeFailed`, `codeTooLate` when the password was given too long ago, or one that says how long to
  ///   wait.
  package func finish(_ pending: PendingSignIn, code typed: String) throws -> Session {
    let account = try standing(of: pending)
    let username = account.username
    let hold = try hold(on: username, account.id, at: pending.terminal)
    if let wait = hold.own {
      try noteFailure(
        of: username, at: pending.terminal, whileWaiting: hold.everybody != nil,
        because: "second step, \(Self.tooSoon)")
      throw Refusal.signInTooSoon(wait: wait)
    }
    guard let step = try read({ try $0.secondSteps.step(of: account.id) }), let proof = try proof(of: typed, for: step)
    else {
      try noteFailure(
        of: username, at: pending.terminal, whileWaiting: hold.everybody != nil, because: "second step")
      throw Refusal.codeFailed
    }
    do {
      return try begin(account, at: pending.terminal, because: proof.title) { records in
        if try !proof.take(records) { throw Refusal.codeFailed }
      }
    } catch let refusal as Refusal where refusal == .codeFailed {
      try noteFailure(
        of: username, at: pending.terminal, whileWaiting: hold.everybody != nil, because: "second step, used before")
      throw Refusal.codeFailed
    }
  }

  /// Signs a person in who had to add a second step, and has.
  package func finishEnrolled(_ pending: PendingSignIn) throws -> Session {
    let account = try standing(of: pending)
    guard try read({ try $0.secondSteps.step(of: account.id) }) != nil else { throw Refusal.secondStepMissing }
    return try begin(account, at: pending.terminal, because: "second step added")
  }

  /// The session in which a person who has to add a second step does that and nothing else.
  package func enrolling(_ pending: PendingSignIn) throws -> Session {
    let account = try standing(of: pending)
    guard pending.step == nil, let hospital = try read({ try $0.network.hospital(account.hospital) }) else {
      throw Fault(.other)
    }
    return Session(workplace: workplace, account: account, hospital: hospital, terminal: pending.terminal)
  }

  /// Sends a code to a person whose second step is an address.
  ///
  /// - Throws: a refusal when enough letters were sent.
  package func sendCode(for pending: PendingSignIn) throws {
    let account = try standing(of: pending)
    guard let address = pending.step?.address else { throw Refusal.noSecondStep }
    do { try MailCodeSending(workplace).send(to: address, of: account, at: pending.terminal) } catch let refusal
      as Refusal
    {
      try noteRefusal(of: account, at: pending.terminal, because: "code by e-mail, \(Self.tooSoon)")
      throw refusal
    }
  }

  /// The account as it stands now. Throws when the password was given too long ago, or the account is no more what it was.
  private func standing(of pending: PendingSignIn) throws -> Account {
    do { return try actualStanding(of: pending) } catch let refusal as Refusal where refusal == .codeTooLate {
      try noteRefusal(of: pending.account, at: pending.terminal, because: "second step, too late")
      throw refusal
    }
  }

  private func actualStanding(of pending: PendingSignIn) throws -> Account {
    let now = workplace.clock()
    guard now >= pending.since, now - pending.since <= PendingSignIn.life else { throw Refusal.codeTooLate }
    let found = try read { try ($0.accounts.account(pending.account.id), $0.accounts.standing(of: pending.account)) }
    guard let account = found.0, account.maySignIn else { throw Refusal.codeTooLate }
    do { try StandingRule.check(pending.account, now: found.1) } catch { throw Refusal.codeTooLate }
    return account
  }

  /// What a code proves: how it is noted that it was taken, and its name in the audit trail.
  struct Proof {
    let title: String
    /// Notes that it was taken; false when it was taken meanwhile.
    let take: (Records) throws -> Bool
  }

  /// What a code that was typed proves; nil where it is none, or was used. A try of a code by e-mail is counted.
  func proof(of typed: String, for step: SecondStep) throws -> Proof? {
    if let code = RecoveryCode(entry: typed) { return try proof(of: code, for: step) }
    return try step.kind == .app ? timeProof(of: typed, for: step) : mailProof(of: typed, for: step)
  }

  private func timeProof(of typed: String, for step: SecondStep) throws -> Proof? {
    guard let secret = try read({ try $0.secondSteps.secret(of: step.id) }) else { return nil }
    let opened = try workplace.sealing.open(secret.sealed, SecondStepService.place(of: step.id))
    let taken = try TimeCodeRule.step(of: typed, at: workplace.clock(), after: secret.lastStep) {
      try workplace.means.timeCode(opened, $0)
    }
    return taken.map { taken in
      Proof(title: "authenticator app") { try $0.secondSteps.take(step: taken, of: step.id) }
    }
  }

  private func mailProof(of typed: String, for step: SecondStep) throws -> Proof? {
    guard let address = step.address,
      let id = try MailCodeSending(workplace).check(typed, sentTo: address, of: step.account)
    else { return nil }
    return Proof(title: "code by e-mail") { try $0.mailCodes.use(id) }
  }

  private func proof(of code: RecoveryCode, for step: SecondStep) throws -> Proof? {
    guard let hash = try read({ try $0.secondSteps.recoveryHash(code.number, of: step.id) }),
      workplace.passwords.verify(code.text, hash)
    else { return nil }
    return Proof(title: "recovery code") { try $0.secondSteps.useRecoveryCode(code.number, of: step.id) }
  }
}
