import HospitalDomain
import HospitalRecords

/// The audit trail, for those who may read it (H5): all of it, what concerns one patient, or what concerns oneself.
package struct AuditService: Sendable {
  /// Whose entries somebody reads.
  package enum Scope: Hashable, Sendable {
    /// Those of a choice. What concerns one patient is open to more than the whole of it.
    case trail(AuditChoice)
    /// Those about the record of the patient who is signed in.
    case ownRecord
  }

  /// How many entries a page has.
  package static let pageLength = 200

  private let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// What has to be allowed to read that.
  package static func permission(for scope: Scope) -> Permission {
    switch scope {
    case .trail(let choice): choice.patient == nil ? .readAudit : .seeLooks
    case .ownRecord: .readOwnRecord
    }
  }

  /// The newest entries, newest first. That they were read is an entry too; what is read on of them then is none.
  package func open(_ scope: Scope) throws -> [AuditLine] {
    try note(scope, because: words(scope)) { try $0.audit.page(query(scope, in: $0), limit: Self.pageLength) }
  }

  /// The newest entries that are older than one; of all for nil.
  package func older(_ scope: Scope, than place: AuditPlace?) throws -> [AuditLine] {
    try session.look(Self.permission(for: scope)) {
      try $0.audit.page(query(scope, in: $0), before: place, limit: Self.pageLength)
    }
  }

  /// The oldest entries that are newer than one, newest first; of all for nil.
  package func newer(_ scope: Scope, than place: AuditPlace?) throws -> [AuditLine] {
    try session.look(Self.permission(for: scope)) {
      try $0.audit.page(query(scope, in: $0), after: place, limit: Self.pageLength)
    }
  }

  /// Hands over the entries of a choice, newest first, page by page; that they were is an entry too, and not among them.
  ///
  /// - Parameters:
  ///   - means: how they leave the program: "CSV to standard output".
  ///   - limit: how many at most; nil for all.
  package func handOver(
    _ choice: AuditChoice, by means: String, limit: Int? = nil, _ take: ([AuditLine]) throws -> Void
  ) throws {
    let (scope, length) = (Scope.trail(choice), Self.pageLength)
    let said = [words(scope), means].filter { !$0.isEmpty }.joined(separator: ", ")
    var page = try note(scope, because: said) {
      try $0.audit.page(query(scope, in: $0), limit: min(length, limit ?? length))
    }
    var left = (limit ?? .max) - page.count
    while let last = page.last {
      try take(page)
      page = left > 0 && page.count == length ? Array(try older(scope, than: last.place).prefix(left)) : []
      left -= page.count
    }
  }

  private func note<Result>(_ scope: Scope, because words: String, _ read: (Records) throws -> Result) throws -> Result
  {
    let permission = Self.permission(for: scope)
    let patient = try session.prepare(permission, on: { AuditSubject(kind: "report", id: "audit", patient: $0) }) {
      try self.patient(scope, in: $0)
    }
    let subject = AuditSubject(kind: "report", id: "audit", patient: patient)
    return try session.perform(permission, on: subject, as: .read, because: words, read)
  }

  private func words(_ scope: Scope) -> String { if case .trail(let choice) = scope { choice.words } else { "" } }

  private func patient(_ scope: Scope, in records: Records) throws -> PatientID? {
    switch scope {
    case .ownRecord:
      guard let own = session.account.patient else { return nil }
      return try records.merges.merged(away: own)?.survivor.id ?? own
    case .trail(let choice):
      return try choice.patient.map { try AccountService(session).patientHolder($0, in: records).id }
    }
  }

  private func query(_ scope: Scope, in records: Records) throws -> AuditQuery {
    var query = AuditQuery()
    // The patient's records, or nobody's: never everybody's because there is no patient.
    if scope == .ownRecord { query.patients = [Identifier("")] }
    if let patient = try patient(scope, in: records) {
      query.patients = [patient] + (try records.merges.merged(into: patient).map(\.duplicate.id))
    }
    guard case .trail(let choice) = scope else { return query }
    let clock = session.workplace.localTime
    query.actor = choice.username
    query.deed = choice.deed
    query.from = choice.from.map { clock.start(of: $0) }
    query.until = choice.to.map { clock.start(of: $0.adding(days: 1)) }
    return query
  }
}
