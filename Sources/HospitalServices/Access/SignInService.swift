import DatabaseKit
import HospitalDomain
import HospitalRecords

/// Signing in (H3) and the founding of a hospital, which nobody is signed in for.
package struct SignInService: Sendable {
  private let workplace: Workplace

  package init(_ workplace: Workplace) {
    self.workplace = workplace
  }

  /// The hospital that sign-ins go to: the first of the network.
  package func hospital() throws -> Hospital? {
    try read { try $0.network.hospitals().first }
  }

  /// Signs a person in whose account is open and who works here. The refusal never tells which part was wrong, and takes as long for a name that is not there.
  ///
  /// - Throws: `Refusal.signInFailed`, or one that says how long to wait after too many failures.
  package func signIn(username: String, password: String, terminal: String) throws -> Session {
    let username = username.lowercased()
    let now = workplace.clock()
    let (found, failures) = try read { records in
      (
        try records.accounts.find(username: username),
        try records.accounts.failures(of: username, since: now - LockOut.memory)
      )
    }
    if let wait = LockOut.wait(after: failures, now: now) { throw Refusal.signInTooSoon(wait: wait) }
    let isRight = workplace.passwords.verify(password, found?.passwordHash ?? Self.hashOfNoPassword)
    guard let account = found?.account, isRight, account.maySignIn else {
      try noteFailure(of: username, at: terminal)
      throw Refusal.signInFailed
    }
    return try begin(account, at: terminal)
  }

  /// Opens a session for an account whose holder has proved who they are by other means, such as the host's own.
  package func begin(_ account: Account, at terminal: String) throws -> Session {
    let author = Records.Author(
      account: account.id, hospital: account.hospital, now: workplace.clock(), ids: workplace.ids)
    let hospital = try workplace.write(as: author) { records in
      try records.accounts.forgetFailures(of: account.username)
      try note(.signIn, of: account, named: account.username, at: terminal, in: records)
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
      username: username, fullName: fullName, password: password, isDemonstration: isDemonstration)
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

  private func noteFailure(of username: String, at terminal: String) throws {
    guard let hospital = try hospital() else { return }
    let nobody = Records.Author(
      account: Identifier(""), hospital: hospital.id, now: workplace.clock(), ids: workplace.ids)
    try workplace.write(as: nobody) { records in
      try records.accounts.noteFailure(of: String(username.prefix(64)), at: terminal)
      try note(.refused, of: nil, named: String(username.prefix(64)), at: terminal, in: records)
    }
  }

  private func note(
    _ action: AuditAction, of account: Account?, named name: String, at terminal: String, in records: Records
  ) throws {
    try records.audit.append(
      action, permission: "", on: AuditSubject(kind: "account", id: account?.id.text ?? ""), by: account?.id,
      named: name, at: terminal, in: records.author.hospital, reason: "", occurredAt: records.now)
  }

  private func read<Result>(_ look: (Records) throws -> Result) throws -> Result {
    let nobody = Records.Author(
      account: Identifier(""), hospital: Identifier(""), now: workplace.clock(), ids: workplace.ids)
    return try workplace.read(as: nobody, look)
  }

  /// A hash that no password has made, checked when the name is not there so that both answers take as long.
  private static let hashOfNoPassword =
    "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$bm8gcGFzc3dvcmQgaGFzIG1hZGUgdGhpcyBoYXNoIQ"
}
