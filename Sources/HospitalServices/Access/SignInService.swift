import DatabaseKit
import HospitalDomain
import HospitalRecords

/// Signing in (H3) and the founding of a hospital, which nobody is signed in for.
package struct SignInService: Sendable {
  let workplace: Workplace

  package init(_ workplace: Workplace) {
    self.workplace = workplace
  }

  /// The hospital that sign-ins go to: the first of the network.
  package func hospital() throws -> Hospital? {
    try read { try $0.network.hospitals().first }
  }

  /// Signs a person in whose account is open, who works here, and who has no second step.
  ///
  /// The refusal never tells which part was wrong, and takes as long for a name that is not there: a hash is always
  /// computed. What is refused is in the audit trail, where the name is only if it could be one: some type their password
  /// into its field.
  ///
  /// - Throws: `SecondStepNeeded` when the password was right and more is asked; `Refusal.signInFailed`, or one that says how
  ///   long to wait after too many failures (docs/decisions/017-lock-out.md).
  package func signIn(username typed: String, password: String, terminal: String) throws -> Session {
    let username = (try? Username(entry: typed))?.text ?? Self.noName
    let found = try read { try $0.accounts.find(username: username) }
    let isRight = workplace.passwords.verify(password, found?.passwordHash ?? Self.hashOfNoPassword)
    let hold = try hold(on: username, found?.account.id, at: terminal)
    guard let account = found?.account, isRight, account.maySignIn, hold.own == nil else {
      try noteFailure(
        of: username, at: terminal, whileWaiting: hold.everybody != nil, because: hold.own == nil ? "" : Self.tooSoon)
      throw hold.everybody.map { Refusal.signInTooSoon(wait: $0) } ?? Refusal.signInFailed
    }
    let step = try read { try $0.secondSteps.step(of: account.id) }
    if step == nil, try !workplace.means.policy().required.contains(account.role) {
      return try begin(account, at: terminal)
    }
    throw SecondStepNeeded(
      pending: PendingSignIn(account: account, terminal: terminal, step: step, since: workplace.clock()))
  }

  /// Confirms the password of somebody who is signed in, such as before their second step is changed. A wrong one counts as
  /// a failure to sign in.
  package func confirm(password: String, of session: Session) throws {
    let username = session.account.username
    let found = try read { try $0.accounts.find(username: username) }
    let isRight = workplace.passwords.verify(password, found?.passwordHash ?? Self.hashOfNoPassword)
    let hold = try hold(on: username, session.account.id, at: session.terminal)
    if isRight, hold.own == nil { return }
    try noteFailure(
      of: username, at: session.terminal, whileWaiting: hold.everybody != nil,
      because: hold.own == nil ? "password asked again" : "password asked again, \(Self.tooSoon)")
    throw hold.everybody.map { Refusal.signInTooSoon(wait: $0) } ?? Refusal.passwordWrong
  }

  /// How long this person has to wait here, and how long anybody has who is told so.
  func hold(on username: String, _ account: AccountID?, at terminal: String) throws
    -> (own: Duration?, everybody: Duration?)
  {
    let now = workplace.clock()
    let (failures, isKnown) = try read { records in
      (
        try records.signInFailures.concerning(username, at: terminal),
        try account.map { try records.signInFailures.hasWorked($0, at: terminal, since: now - Self.remembered) }
          ?? false
      )
    }
    return (
      LockOut.wait(after: failures, isKnownHere: isKnown, now: now), LockOut.wait(after: failures, now: now)
    )
  }

  /// Opens a session for an account whose holder has proved who they are, here or by the host's own means.
  ///
  /// - Parameters:
  ///   - reason: what stands beside the sign-in in the audit trail.
  ///   - proof: what is noted in the same transaction, such as that a code was used; it refuses by throwing.
  package func begin(
    _ account: Account, at terminal: String, because reason: String = "", _ proof: (Records) throws -> Void = { _ in }
  ) throws -> Session {
    let author = Records.Author(
      account: account.id, hospital: account.hospital, now: workplace.clock(), ids: workplace.ids)
    let hospital = try workplace.write(as: author) { records in
      try proof(records)
      try records.signInFailures.forget(account.username, at: terminal)
      try records.signInFailures.noteWork(of: account.id, at: terminal)
      try note(.signIn, of: account, named: account.username, at: terminal, because: reason, in: records)
      // After the entry: the database lets nothing else make wrong PINs forgotten.
      try records.pins.forgetFailures(of: account.id)
      return try records.network.hospital(account.hospital)
    }
    guard let hospital else { throw Fault(.other) }
    return Session(workplace: workplace, account: account, hospital: hospital, terminal: terminal)
  }

  /// Makes the first hospital and its first administrator in an empty database.
  ///
  /// - Throws: a refusal when there is a hospital already; `InvalidEntry` for a name or password that will not do.
  package func found(
    hospital name: String, address: String = "", telephone: String = "", isDemonstration: Bool = false,
    administrator username: String, fullName: String, password: String, terminal: String
  ) throws -> Session {
    let entry = try AccountEntry(
      username: username, fullName: fullName, password: password, isDemonstration: isDemonstration, at: workplace)
    let now = workplace.clock()
    let hospital = Hospital(
      id: workplace.ids.next(at: now), number: 1, name: name, address: address, telephone: telephone,
      isDemonstration: isDemonstration)
    let account = Account(
      id: workplace.ids.next(at: now), hospital: hospital.id, username: entry.username, fullName: entry.fullName,
      role: .administrator)
    let hash = try workplace.passwords.hash(password)
    let author = Records.Author(account: account.id, hospital: hospital.id, now: now, ids: workplace.ids)
    try workplace.write(as: author) { records in
      guard try records.network.hospitals().isEmpty else { throw Refusal.hospitalFounded }
      try records.network.add(hospital, foundedAt: now)
      try records.accounts.add(account, passwordHash: hash)
      try note(.create, of: account, named: entry.username, at: terminal, in: records)
    }
    return try begin(account, at: terminal)
  }

  /// Notes that signing in was refused, for lock-out and in the audit trail.
  func noteFailure(
    of username: String, at terminal: String, whileWaiting isWaiting: Bool, because reason: String
  ) throws {
    guard let hospital = try hospital() else { return }
    let nobody = Records.Author(
      account: Identifier(""), hospital: hospital.id, now: workplace.clock(), ids: workplace.ids)
    try workplace.write(as: nobody) { records in
      try records.signInFailures.note(username, at: terminal, whileWaiting: isWaiting)
      try note(.refused, of: nil, named: username, at: terminal, because: reason, in: records)
    }
  }

  /// Notes in the audit trail that somebody was refused who has shown their password, and that makes nobody wait.
  func noteRefusal(of account: Account, at terminal: String, because reason: String) throws {
    let author = Records.Author(
      account: account.id, hospital: account.hospital, now: workplace.clock(), ids: workplace.ids)
    try workplace.write(as: author) {
      try note(.refused, of: account, named: account.username, at: terminal, because: reason, in: $0)
    }
  }

  private func note(
    _ action: AuditAction, of account: Account?, named name: String, at terminal: String, because reason: String = "",
    in records: Records
  ) throws {
    try records.audit.append(
      action, permission: "", on: AuditSubject(kind: "account", id: account?.id.text ?? ""), by: account?.id,
      named: name, at: terminal, in: records.author.hospital, reason: reason, occurredAt: records.now)
  }

  func read<Result>(_ look: (Records) throws -> Result) throws -> Result {
    let nobody = Records.Author(
      account: Identifier(""), hospital: Identifier(""), now: workplace.clock(), ids: workplace.ids)
    return try workplace.read(as: nobody, look)
  }

  /// What stands beside a refusal in the audit trail whose only cause may be that the try came too soon.
  static let tooSoon = "too soon"

  /// How long a terminal is remembered as one where a person works.
  private static let remembered = Duration.days(90)
  /// What stands in the audit trail for what can be no user name.
  private static let noName = "(no user name)"

  /// A hash that no password has made, checked when the name is not there so that both answers take as long.
  static let hashOfNoPassword =
    "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$bm8gcGFzc3dvcmQgaGFzIG1hZGUgdGhpcyBoYXNoIQ"
}
