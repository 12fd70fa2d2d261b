/// Something broke: the disk, the file, the program. It is no rule saying no; nothing was changed, and the details are in
/// the log under the reference.
package struct Fault: Error, Hashable, Sendable {
  /// What broke, as far as a person can do something about it.
  package enum Kind: Hashable, Sendable {
    /// Somebody else keeps the database to themselves.
    case busy
    /// The database may only be read.
    case readOnly
    /// No room is left on the disk.
    case diskFull
    /// The disk gave an error.
    case disk
    /// The file is damaged.
    case damaged
    /// The hospital's file is no longer where it was when it was opened.
    case moved
    /// A guard of the database refused what no rule had refused before; says what.
    case guarded(String)
    /// The key that the hospital's secrets and drafts are sealed with is not there, or may not be read.
    case keyAbsent
    /// What was sealed does not open: it was changed, or sealed with another key.
    case sealBroken
    /// Anything else.
    case other
  }

  /// What broke.
  package let kind: Kind
  /// The reference under which the details are in the log; empty when nothing needs looking up.
  package let reference: String

  package init(_ kind: Kind, reference: String = "") {
    self.kind = kind
    self.reference = reference
  }

  /// What is said to the person: that nothing was changed, why, and what to do next.
  package var sentence: String {
    switch kind {
    case .busy: "Nothing was changed: the database is busy. Try again in a moment."
    case .readOnly: "Nothing was changed: the database may only be read. Tell the administrator."
    case .diskFull: "Nothing was changed: the disk is full. Tell the administrator, then try again."
    case .disk: "Nothing was changed: the disk gave an error (\(reference)). Tell the administrator."
    case .damaged: "Nothing was changed: the database is damaged (\(reference)). Tell the administrator at once."
    case .moved:
      "Nothing was changed: the hospital's file was moved or replaced. Start anew."
    case .guarded(let sentence): "Nothing was changed: \(sentence)."
    case .keyAbsent:
      "Nothing was changed: the key that secrets are sealed with can't be read. Tell the administrator: seal.key."
    case .sealBroken:
      "Nothing was changed: a sealed text does not open (\(reference)). Tell the administrator: seal.key."
    case .other:
      "Nothing was changed: something went wrong (\(reference)). Try again; tell the administrator if it stays."
    }
  }

  /// Whether nothing can be saved until somebody has mended it.
  package var stopsWriting: Bool { [.readOnly, .diskFull, .disk, .damaged, .moved].contains(kind) }
}
