import HospitalDomain

/// A form over a record that somebody else may change while it is open: then both values of each field are shown, and the
/// person chooses.
package protocol EditedForm: Sendable {
  /// What is filled in.
  var form: Form { get set }
  /// What somebody else made of the record meanwhile; nil while nobody has, and once it was chosen from.
  var otherEdition: OtherEdition<Self>? { get set }
  /// The values were chosen: what is worked out from them is worked out again.
  mutating func settled()
}

/// What somebody else made of a record while a form was open on it.
package struct OtherEdition<Edited: Sendable>: Sendable {
  /// The form over the record as it stands now; one, in a list because a form cannot hold another by itself.
  fileprivate let fresh: [Edited]
  /// What both have changed.
  fileprivate let conflict: FormConflict
}

extension EditedForm {
  package mutating func settled() {}

  /// What both have changed; nil while there is nothing to choose.
  package var conflict: FormConflict? { otherEdition?.conflict }

  /// Takes notice of what somebody else made of the record. Where they changed other fields than were typed into, what they
  /// did comes into the form at once; else there is something to choose.
  ///
  /// - Parameters:
  ///   - fresh: the form over the record as it stands now.
  ///   - keepsRefusal: whether what the form says already tells more than that somebody was faster.
  mutating func meet(_ fresh: Self, changedBy changed: Recorded, because reason: String, keepsRefusal: Bool = false) {
    let both = FormConflict(changed: changed, reason: reason, fields: form.conflicts(with: fresh.form))
    otherEdition = OtherEdition(fresh: [fresh], conflict: both)
    if both.fields.isEmpty { return settle(takingTheirs: []) }
    if !keepsRefusal { form.say(choosing: both) }
  }

  /// Goes on from what stands now with the values that were chosen; saving then saves them.
  package mutating func settle(takingTheirs theirs: Set<FormField.ID>) {
    guard let other = otherEdition, var settled = other.fresh.first else { return }
    let isAnythingMine = form.holdsOwn(besides: theirs)
    settled.form = form.typed(into: settled.form, besides: theirs)
    settled.form.say(settledWith: other.conflict.changed.by, isAnythingMine: isAnythingMine)
    settled.settled()
    self = settled
  }
}
