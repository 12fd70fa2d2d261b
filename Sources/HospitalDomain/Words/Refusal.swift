/// The hospital's rules saying no.
///
/// A refusal is not a fault: nothing broke and nothing was changed. Its sentence is shown to the person as it
/// stands, so it says what happened and what to do next, and ends with a full stop.
///
/// Refusals are open: each area adds `static func`s of its own in a file such as `Beds/BedRefusal.swift`.
package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was refused, for programs: the area, a dot and the reason, such as `"bed.taken"`. Never shown.
  package let code: String

  /// What is said to the person: one plain sentence.
  package let sentence: String

  /// The identifier of the form field that the sentence belongs to, where it belongs to one.
  package let field: String?

  /// The roles that would have been allowed, when a missing permission is the reason; sorted as in `Role`.
  package let permittedRoles: [Role]?

  /// The patient whose restricted record has to be opened with a reason first, where that is what is missing (H6).
  package let opens: PatientID?

  /// A refusal with the words to show.
  package init(
    code: String, sentence: String, field: String? = nil, permittedRoles: [Role]? = nil, opens: PatientID? = nil
  ) {
    self.code = code
    self.sentence = sentence
    self.field = field
    self.permittedRoles = permittedRoles
    self.opens = opens
  }

  package var description: String { "\(sentence) [\(code)]" }
}
