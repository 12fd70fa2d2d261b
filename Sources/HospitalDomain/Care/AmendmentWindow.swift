/// How long a clinical entry can be amended or struck out, and by whom (B11). The database holds every connection to the
/// same, by its own clock; this says it kindly, and before anyone tries.
package enum AmendmentWindow {
  /// From writing; at its end the entry is fixed.
  package static let length: Duration = .hours(24)

  /// When an entry that was written then is fixed.
  package static func end(ofWritingAt time: Timestamp) -> Timestamp { time + length }

  /// Why somebody may not amend an entry, or strike it out; nil while they may.
  package static func refusal(
    of entry: ClinicalEntry, _ standing: EntryStanding, by account: AccountID, at now: Timestamp, clock: LocalTime
  ) -> Refusal? {
    if standing.isStruckOut {
      return .entryStruckOut(entry, by: standing.changed.by, at: clock.text(standing.changed.at))
    }
    let end = end(ofWritingAt: standing.written.at)
    if now >= end { return .entryFixed(entry, since: clock.text(end)) }
    return standing.author == account
      ? nil : .anothersEntry(entry, author: standing.written.by, until: clock.text(end))
  }

  /// Throws why somebody may not amend an entry, or strike it out.
  package static func check(
    _ entry: ClinicalEntry, _ standing: EntryStanding, by account: AccountID, at now: Timestamp, clock: LocalTime
  ) throws(Refusal) {
    if let refusal = refusal(of: entry, standing, by: account, at: now, clock: clock) { throw refusal }
  }

  /// Why nothing can be added to an entry; nil while an addendum can follow.
  package static func addendumRefusal(
    of entry: ClinicalEntry, _ standing: EntryStanding, clock: LocalTime
  ) -> Refusal? {
    standing.isStruckOut
      ? .entryStruckOut(entry, by: standing.changed.by, at: clock.text(standing.changed.at)) : nil
  }

  /// Who may change it and until when, as it stands on the screen before anybody tries.
  package static func words(
    _ standing: EntryStanding, for account: AccountID?, at now: Timestamp, clock: LocalTime
  ) -> String {
    if standing.isStruckOut { return "Struck out: it stays readable and is never changed." }
    let end = end(ofWritingAt: standing.written.at)
    if now >= end { return "Fixed since \(clock.text(end)); an addendum can follow." }
    let author = standing.author == account ? "You" : "Only \(standing.written.by)"
    return "\(author) can amend it or strike it out until \(clock.text(end)); an addendum can always follow."
  }
}
