import DatabaseKit
import HospitalDomain
import HospitalRecords

/// A person at work: who is signed in, where, and the one way to change or open anything.
package struct Session: Sendable {
  package let workplace: Workplace
  /// Who is signed in.
  package let account: Account
  /// The hospital they work in.
  package let hospital: Hospital
  /// The terminal or the peer of the line, for the audit trail.
  package let terminal: String
  /// Whether it is over, and why.
  package let end: SessionEnd
  /// Whether the names of patients are hidden from those who pass by.
  package let veil: NameVeil

  package init(
    workplace: Workplace, account: Account, hospital: Hospital, terminal: String, end: SessionEnd = SessionEnd(),
    veil: NameVeil = NameVeil()
  ) {
    self.workplace = workplace
    self.account = account
    self.hospital = hospital
    self.terminal = terminal
    self.end = end
    self.veil = veil
  }

  /// Whether this person may do that.
  package func may(_ permission: Permission) -> Bool { permission.allows(account.role) }

  /// Whether this person may do that; nil if so, otherwise the refusal that says who can.
  package func refusal(of permission: Permission) -> Refusal? {
    permission.allows(account.role) ? nil : .notPermitted(permission)
  }

  /// The one way to change anything: checks the permission, opens a transaction, confirms that the account still is what it
  /// was at the sign-in, runs the rule, writes the audit entry and commits; all of it or nothing.
  ///
  /// - Parameters:
  ///   - permission: what has to be allowed; a refusal is noted in the audit trail too.
  ///   - subject: what it is done to.
  ///   - action: the kind of act.
  ///   - reason: why, where a reason was asked for.
  /// - Throws: a `Refusal` when a rule says no, a `Fault` when something broke; nothing was changed then.
  package func perform<Result>(
    _ permission: Permission, on subject: AuditSubject, as action: AuditAction = .execute, because reason: String = "",
    _ act: (Records) throws -> Result
  ) throws -> Result {
    try allow(permission, on: subject)
    do {
      return try actual { records in
        try confirmOpen(permission, on: subject, as: action, in: records)
        // A change is noted before it is made: with it, somebody may end their own care of a restricted patient, and the
        // database asks for that. A reading is noted after it: the trail's own is not among what was read.
        if action != .read { try note(action, permission, on: subject, because: reason, in: records) }
        let result = try act(records)
        if action == .read { try note(action, permission, on: subject, because: reason, in: records) }
        return result
      }
    } catch let refusal as Refusal where refusal.code == Refusal.restrictedCode {
      try? write { try note(.refused, permission, on: subject, because: refusal.code, in: $0) }
      throw refusal
    }
  }

  /// The same for an act that adds a record, which the audit entry then names.
  ///
  /// - Parameter kind: what is added, such as `room`.
  package func create<Kind>(
    _ permission: Permission, _ kind: String, _ act: (Records) throws -> Identifier<Kind>
  ) throws -> Identifier<Kind> {
    try allow(permission, on: AuditSubject(kind: kind, id: ""))
    return try actual { records in
      let id = try act(records)
      try note(.create, permission, on: AuditSubject(kind: kind, id: id.text), because: "", in: records)
      return id
    }
  }

  /// The same for an act that adds many records, all or none; each has an entry of its own.
  package func createAll<Kind>(
    _ permission: Permission, _ kind: String, because reason: String, _ act: (Records) throws -> [Identifier<Kind>]
  ) throws -> [Identifier<Kind>] {
    try allow(permission, on: AuditSubject(kind: kind, id: ""))
    return try actual { records in
      let ids = try act(records)
      for id in ids {
        try note(.create, permission, on: AuditSubject(kind: kind, id: id.text), because: reason, in: records)
      }
      return ids
    }
  }

  /// The twin for opening a patient's record: the opening stands in the audit trail before anything is shown.
  package func open<Result>(
    _ permission: Permission, of patient: PatientID, because reason: String = "", _ look: (Records) throws -> Result
  ) throws -> Result {
    let subject = AuditSubject(kind: "patient", id: patient.text, patient: patient)
    return try perform(permission, on: subject, as: .read, because: reason, look)
  }

  /// Looks at what belongs to no single patient's record, such as the board. Checks the permission; leaves an entry only
  /// where it is refused. What is in one named patient's record is opened by `open`.
  package func look<Result>(_ permission: Permission, _ look: (Records) throws -> Result) throws -> Result {
    try allow(permission, on: .nothing)
    return try readOwn { records in
      try confirmStanding(in: records)
      return try look(records)
    }
  }

  /// Looks on at what this person was let look at before, and hears what was announced since: whoever reads confirms the
  /// standing of the account where that names it.
  func lookOn<Result>(_ permission: Permission, _ look: (Records) throws -> Result) throws -> Result {
    try allow(permission, on: .nothing)
    return try readOwn(look)
  }

  /// Looks again at a patient's record that this person opened before. No entry is added; but a restricted one has to be
  /// open to them still.
  func lookAgain<Result>(
    _ permission: Permission, of patient: (Result) -> PatientID, _ look: (Records) throws -> Result
  ) throws -> Result {
    try self.look(permission) { records in
      let result = try look(records)
      let id = patient(result)
      let subject = AuditSubject(kind: "patient", id: id.text, patient: id)
      try confirmOpen(permission, on: subject, as: .read, in: records)
      return result
    }
  }

  /// Work on what is the person's own, such as their drafts, that needs no permission and leaves no entry.
  func keepOwn<Result>(_ work: (Records) throws -> Result) throws -> Result { try write(work) }

  /// Reading of what is the person's own.
  func readOwn<Result>(_ work: (Records) throws -> Result) throws -> Result {
    try workplace.read(as: author, work)
  }

  /// The same session on another connection, for work beside the screen's.
  package func on(_ engine: any DatabaseEngine) -> Session {
    Session(
      workplace: workplace.on(engine), account: account, hospital: hospital, terminal: terminal, end: end, veil: veil)
  }

  /// The same session on a connection of its own, for slow work in the background. Throws a `Fault`.
  package func inBackground() throws -> Session {
    on(try workplace.health.reading { try workplace.engine.anotherWriter() })
  }

  /// Looks at what an act is about before it is done, in the name of that act: who may not do it is refused for it, and
  /// whatever else they may see or not.
  func prepare<Result>(
    _ permission: Permission, on subject: (Result) -> AuditSubject, _ look: (Records) throws -> Result
  ) throws -> Result {
    let found = Swift.Result { () throws in
      try readOwn { records in
        try confirmStanding(in: records)
        return try look(records)
      }
    }
    try allow(permission, on: (try? found.get()).map(subject) ?? .nothing)
    return try found.get()
  }

  /// Checks a permission of an act that needs several, before its transaction begins: a refusal is noted in the audit
  /// trail in a transaction of its own.
  func require(_ permission: Permission, on subject: AuditSubject) throws { try allow(permission, on: subject) }

  private func allow(_ permission: Permission, on subject: AuditSubject) throws {
    guard let refusal = refusal(of: permission) else { return }
    try? write { try note(.refused, permission, on: subject, because: refusal.code, in: $0) }
    throw refusal
  }

  /// Adds an entry to the audit trail in a transaction that has begun: the entry of `perform`, and one for each of the many
  /// records that a single act, such as an import, makes.
  func note(
    _ action: AuditAction, _ permission: Permission, on subject: AuditSubject, because reason: String,
    in records: Records
  ) throws {
    try records.audit.append(
      action, permission: permission.code, on: subject, by: account.id, named: account.username, at: terminal,
      in: hospital.id, reason: reason, occurredAt: records.now)
  }

  /// Changes records in the name of one whose account still is what it was at the sign-in.
  private func actual<Result>(_ work: (Records) throws -> Result) throws -> Result {
    try write { records in
      try confirmStanding(in: records)
      return try work(records)
    }
  }

  private func write<Result>(_ work: (Records) throws -> Result) throws -> Result {
    try workplace.write(as: author, work)
  }

  private var author: Records.Author {
    Records.Author(account: account.id, hospital: hospital.id, now: workplace.clock(), ids: workplace.ids)
  }
}
