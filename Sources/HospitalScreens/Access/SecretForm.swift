/// A form that holds secrets alone, so that nothing of it is ever kept.
package protocol SecretForm: Sendable {
  /// What is filled in.
  var form: Form { get set }
  /// Does what was filled in; the sentence that says so, or nil when the form says why not.
  mutating func save() -> String?
}
