import HospitalDomain
import HospitalRecords

/// The second step of a person's own sign-in (H3): to see it, to add one, to get new recovery codes, to take it away.
package struct SecondStepService: Sendable {
  private let session: Session
  private var workplace: Workplace { session.workplace }

  package init(_ session: Session) {
    self.session = session
  }

  /// The second step; nil for none.
  package func step() throws -> SecondStep? {
    try session.look(.secureOwnAccount) { try $0.secondSteps.step(of: session.account.id) }
  }

  /// Whether the role has to have one.
  package func isRequired() throws -> Bool { try workplace.means.policy().required.contains(session.account.role) }

  /// Confirms that it is still the person who signed in; asked before anything is changed.
  package func confirm(password: String) throws {
    try SignInService(workplace).confirm(password: password, of: session)
  }

  /// A new secret for an app. Nothing is kept before a code of it was typed.
  package func newEnrolment() throws -> TimeCodeEnrolment {
    TimeCodeEnrolment(secret: try workplace.means.newSecret(), username: session.account.username)
  }

  /// The QR code of an enrolment; nil where none can be made.
  package func picture(of enrolment: TimeCodeEnrolment) -> DotPicture? { workplace.means.picture(enrolment.address) }

  /// Adds an app whose code was typed, in place of what there was. The recovery codes that come back are shown once.
  ///
  /// - Throws: `Refusal.codeFailed`; nothing was changed then.
  package func add(_ enrolment: TimeCodeEnrolment, code typed: String) throws -> [RecoveryCode] {
    let taken = try TimeCodeRule.step(of: typed, at: workplace.clock(), after: 0) {
      try workplace.means.timeCode(enrolment.secret, $0)
    }
    guard let taken else { throw Refusal.codeFailed }
    let step = newStep(.app, nil)
    let sealed = try workplace.sealing.seal(enrolment.secret, Self.place(of: step.id))
    return try add(step, sealedSecret: sealed, lastStep: taken) { _ in }
  }

  /// Sends a code to an address, which shows that the person reads what is sent there.
  package func sendCode(to address: EmailAddress) throws {
    try session.require(.secureOwnAccount, on: subject)
    try MailCodeSending(workplace).send(to: address, of: session.account, at: session.terminal)
  }

  /// Adds an address whose code was typed, in place of what there was. The recovery codes that come back are shown once.
  package func add(_ address: EmailAddress, code typed: String) throws -> [RecoveryCode] {
    guard let id = try MailCodeSending(workplace).check(typed, sentTo: address, of: session.account.id) else {
      throw Refusal.codeFailed
    }
    return try add(newStep(.mail, address), sealedSecret: "", lastStep: 0) { records in
      if try !records.mailCodes.use(id) { throw Refusal.codeFailed }
    }
  }

  /// Makes new recovery codes in place of those that are left. They are shown once.
  package func renewRecoveryCodes() throws -> [RecoveryCode] {
    guard let step = try step() else { throw Refusal.noSecondStep }
    let (codes, hashes) = try newCodes()
    try session.perform(.secureOwnAccount, on: subject, as: .update, because: "new recovery codes") {
      try $0.secondSteps.setRecoveryCodes(hashes, of: step.id)
    }
    return codes
  }

  /// Takes the second step away.
  ///
  /// - Throws: a refusal where the role has to have one, or there is none.
  package func remove() throws {
    try workplace.means.policy().checkRemoval(from: session.account.role)
    try session.perform(.secureOwnAccount, on: subject, as: .delete, because: "second step taken away") { records in
      guard try records.secondSteps.step(of: session.account.id) != nil else { throw Refusal.noSecondStep }
      try records.secondSteps.remove(of: session.account.id)
    }
  }

  /// The place that a secret is sealed for.
  static func place(of id: SecondStepID) -> String { "second-step/\(id.text)" }

  private var subject: AuditSubject { AuditSubject(kind: "account", id: session.account.id.text) }

  private func newStep(_ kind: SecondStep.Kind, _ address: EmailAddress?) -> SecondStep {
    let now = workplace.clock()
    return SecondStep(
      id: workplace.ids.next(at: now), account: session.account.id, kind: kind, address: address, addedAt: now,
      recoveryCodes: RecoveryCode.count)
  }

  private func add(
    _ step: SecondStep, sealedSecret: String, lastStep: Int64, _ proof: (Records) throws -> Void
  ) throws -> [RecoveryCode] {
    let (codes, hashes) = try newCodes()
    try session.perform(.secureOwnAccount, on: subject, as: .update, because: "second step: \(step.kind.rawValue)") {
      records in
      try proof(records)
      try records.secondSteps.remove(of: session.account.id)
      try records.secondSteps.add(step, sealedSecret: sealedSecret, lastStep: lastStep)
      try records.secondSteps.setRecoveryCodes(hashes, of: step.id)
    }
    return codes
  }

  private func newCodes() throws -> ([RecoveryCode], hashes: [String]) {
    let codes = (0..<RecoveryCode.count).map { RecoveryCode(number: $0, random: workplace.means.random) }
    return (codes, try codes.map { try workplace.passwords.hash($0.text) })
  }
}
