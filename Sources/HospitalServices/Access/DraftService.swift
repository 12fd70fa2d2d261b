import HospitalDomain
import HospitalRecords

/// The forms that a person has not finished: kept for their owner alone, found again from any terminal, gone after
/// twelve hours (H4).
package struct DraftService: Sendable {
  /// How long a draft is kept.
  package static let life = Duration.hours(12)

  private let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// An identifier for a draft that is about to begin.
  package func newIdentifier() -> DraftID { session.workplace.ids.next(at: session.workplace.clock()) }

  /// Keeps a draft as it is now, in place of what was kept of it before.
  package func keep(_ draft: Draft) throws {
    try session.keepOwn { try $0.drafts.keep(draft) }
  }

  /// The person's own drafts that are not yet too old, newest first.
  package func drafts() throws -> [Draft] {
    let oldest = session.workplace.clock() - Self.life
    return try session.readOwn { try $0.drafts.all() }.filter { $0.savedAt >= oldest }
  }

  /// Discards a draft, once it is saved or no longer wanted.
  package func discard(_ id: DraftID) throws {
    try session.keepOwn { records in
      try records.drafts.discard(id)
      try records.drafts.discardOlder(than: records.now - Self.life)
    }
  }
}
