/// What somebody meant to change about a patient's allergies: from what they saw to what they said.
///
/// Colleagues record allergies of one patient at the same time, so a change is laid over what is on file now. Only what
/// this person took away is struck out: an allergy that they never saw cannot be lost by what they typed.
package struct AllergyChange: Hashable, Sendable {
  /// What they saw.
  package let seen: AllergyStatus
  /// What they said.
  package let said: AllergyStatus

  /// A change from what was seen to what was said.
  package init(from seen: AllergyStatus, to said: AllergyStatus) {
    self.seen = seen
    self.said = said
  }

  /// The change that takes this one back.
  package var reversed: AllergyChange { AllergyChange(from: said, to: seen) }

  /// What is known after the change, given what is on file now.
  ///
  /// - Throws: `Refusal.allergiesRecordedMeanwhile` if none known was said, and an allergy is on file that was not seen.
  package func applied(to current: AllergyStatus) throws(Refusal) -> AllergyStatus {
    guard seen != said, current != said else { return current }
    let taken = seen.entries.filter { !said.entries.contains($0) }
    let added = said.entries.filter { !seen.entries.contains($0) }
    let kept = current.entries.filter { !taken.contains($0) }
    let entries = kept + added.filter { !kept.contains($0) }
    if entries.isEmpty { return said.entries.isEmpty ? said : .unknown }
    guard said != .noneKnown else { throw .allergiesRecordedMeanwhile(.recorded(kept)) }
    return .recorded(entries)
  }
}
