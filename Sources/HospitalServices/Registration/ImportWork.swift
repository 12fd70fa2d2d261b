import DatabaseKit
import HospitalDomain
import HospitalRecords

/// The work of an import: all of it is kept, or none.
///
/// It is rehearsed on a copy of the database first, where finding out takes as long as it takes and holds nobody up. Only
/// what nothing was refused of is then done, in one transaction that has no more to look up than what was changed meanwhile.
struct ImportWork {
  private let session: Session
  private let file: String
  private let reason: String
  private let permission: Permission
  private let isRehearsal: Bool
  private let progress: (_ done: Int, _ of: Int) throws -> Void

  /// What an import does in a transaction; it gives how many of what were taken.
  typealias Task = (
    Records, DuplicateScope, inout RefusedRows, _ progress: (Int, Int) throws -> Void
  ) throws -> [String: Int]

  init(
    _ session: Session, file: String, because reason: String, needing permission: Permission = .importPatients,
    isRehearsal: Bool, progress: @escaping (_ done: Int, _ of: Int) throws -> Void
  ) {
    self.session = session
    self.file = file
    self.reason = reason
    self.permission = permission
    self.isRehearsal = isRehearsal
    self.progress = progress
  }

  /// Runs the import. Throws, and nothing was changed, when `progress` does.
  func run(_ task: Task) throws -> ImportOutcome {
    try session.require(permission, on: subject)
    let copy = session.on(try session.workplace.reading { try session.workplace.engine.copyForRehearsal() })
    let newest = try copy.readOwn { try $0.audit.newestNumber() }
    let rehearsed = try perform(task, on: copy, lookedAt: nil) { try progress($0, isRehearsal ? $1 : 2 * $1) }
    if isRehearsal || !rehearsed.refused.isEmpty { return rehearsed }
    return try perform(task, on: session, lookedAt: newest) { try progress($1 + $0, 2 * $1) }
  }

  private var subject: AuditSubject { AuditSubject(kind: "import", id: file) }

  /// Refused rows end the transaction by throwing the outcome, so that nothing is kept.
  ///
  /// - Parameter newest: the entry of the audit trail up to which everything was looked at already.
  private func perform(
    _ task: Task, on session: Session, lookedAt newest: Int64?, _ progress: @escaping (Int, Int) throws -> Void
  ) throws -> ImportOutcome {
    do {
      return try session.perform(permission, on: subject, as: .execute, because: reason) { records in
        let scope = try newest.map { DuplicateScope.among(try records.patients.changed(sinceEntry: $0)) } ?? .everyone
        var refused = RefusedRows()
        let taken = try task(records, scope, &refused, progress)
        let outcome = ImportOutcome(taken: taken, refused: refused.list)
        if !refused.list.isEmpty { throw outcome }
        return outcome
      }
    } catch let outcome as ImportOutcome {
      return outcome
    }
  }
}
