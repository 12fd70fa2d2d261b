import HospitalDomain
import HospitalServices

/// The newest entries of the audit trail (H5), to be read.
package struct AuditScreen: DirectoryScreen {
  /// An entry in words.
  package struct Line: Hashable, Sendable, Identifiable {
    package let id: Int64
    package let when: String
    package let who: String
    package let terminal: String
    package let action: String
    /// What was done, as the permission that it needed says it.
    package let what: String
    package let reason: String
    package let isRefused: Bool

    /// All of it, line by line.
    package var details: [DetailLine] {
      [
        DetailLine("When", when), DetailLine("Who", who), DetailLine("Terminal", terminal), DetailLine("Did", action),
        DetailLine("What", what), DetailLine("Reason", reason.isEmpty ? "none was asked for" : reason),
      ]
    }
  }

  package var rows = NarrowedList<Line> { "\($0.when) \($0.who) \($0.terminal) \($0.action) \($0.what) \($0.reason)" }
  package private(set) var problem: FormMessage?
  package let title = "Audit trail"
  package let noun = "entry"
  package let filterHint = "day, user, terminal, act, reason"
  private let session: Session

  /// The trail as it stands now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package mutating func refresh() {
    do {
      let clock = session.workplace.localTime
      rows.take(try AuditService(session).newest().map { Self.line($0, clock) })
      problem = nil
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  private static let titles = Dictionary(
    Permission.all.map { ($0.code, $0.title) }, uniquingKeysWith: { first, _ in first })

  private static func line(_ entry: AuditEntry, _ clock: LocalTime) -> Line {
    let what = titles[entry.permission] ?? entry.permission
    return Line(
      id: entry.number, when: clock.text(entry.occurredAt), who: entry.actor, terminal: entry.terminal,
      action: entry.action.rawValue, what: what.isEmpty ? entry.subject.kind : what, reason: entry.reason,
      isRefused: entry.action == .refused)
  }
}
