import Dispatch
import HospitalDomain
import HospitalRecords

/// Coming and going at a terminal, in the audit trail (H5). None of it waits for the disk or fails with it: a terminal locks
/// whatever happens to the database.
package final class PresenceLog: Sendable {
  private let session: Session
  private let queue = DispatchQueue(label: "hms.presence", qos: .utility)

  package init(_ session: Session) { self.session = session }

  /// The terminal is locked, by who sits at it or because nobody touched it.
  package func locked() { note(.execute, AuditDeed.lockCode) }

  /// The person leaves, or the line is gone. Waits until everything is written down.
  ///
  /// - Parameter reason: why, where they did not do it themselves.
  package func signedOut(because reason: String? = nil) {
    note(.signOut, "", because: reason)
    finish()
  }

  /// Waits until everything is written down, or has failed to be.
  package func finish() { queue.sync {} }

  private func note(_ action: AuditAction, _ code: String, because words: String? = nil) {
    let (session, now) = (session, session.workplace.clock())
    let reason = session.end.reason?.code ?? words ?? ""
    queue.async {
      try? session.inBackground().keepOwn { records in
        try records.audit.append(
          action, permission: code, on: AuditSubject(kind: "account", id: session.account.id.text),
          by: session.account.id, named: session.account.username, at: session.terminal, in: session.hospital.id,
          reason: reason, occurredAt: now)
      }
    }
  }
}
