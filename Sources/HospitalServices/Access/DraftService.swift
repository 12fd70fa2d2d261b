import HospitalDomain
import HospitalRecords

/// The forms that a person has not finished: kept for their owner alone, sealed, found again from any terminal, gone after
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

  /// Keeps a draft as it is now, in place of what was kept of it before. Throws a `Fault` where it cannot be sealed.
  package func keep(_ draft: Draft) throws {
    let sealed = try session.workplace.sealing.seal(draft.packed, place(of: draft.id))
    try session.keepOwn { records in
      try records.drafts.keep(draft.id, sealed: sealed)
      try records.drafts.discardAll(olderThan: records.now - Self.life)
    }
  }

  /// The person's own drafts that are not yet too old, newest first. One that does not open any more is left out: it was
  /// changed, or sealed with a key that is gone.
  package func drafts() throws -> [Draft] {
    let oldest = session.workplace.clock() - Self.life
    let (all, withheld) = try session.readOwn { records in
      (try records.drafts.all(since: oldest), try records.restrictions.withheldNames())
    }
    return try all.compactMap { kept in
      do {
        let packed = try session.workplace.sealing.open(kept.text, place(of: kept.id))
        return Draft(packed: packed, id: kept.id, savedAt: kept.savedAt)?.withholding(withheld)
      } catch let fault as Fault where fault.kind == .sealBroken {
        return nil
      }
    }
  }

  /// Discards a draft, once it is saved or no longer wanted.
  package func discard(_ id: DraftID) throws {
    try session.keepOwn { records in
      try records.drafts.discard(id)
      try records.drafts.discardAll(olderThan: records.now - Self.life)
    }
  }

  /// Discards everybody's drafts that are too old, if there are any.
  package func discardOld() throws {
    let oldest = session.workplace.clock() - Self.life
    guard try session.readOwn({ try $0.drafts.areAny(olderThan: oldest) }) else { return }
    try session.keepOwn { try $0.drafts.discardAll(olderThan: oldest) }
  }

  /// What a draft is sealed for: moved to another row, or made another person's, it does not open.
  private func place(of id: DraftID) -> String { "draft/\(session.account.id)/\(id)" }
}
