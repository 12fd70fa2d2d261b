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

  /// Whether something was to be read, and nothing to be changed.
  package let isOfReading: Bool

  package init(_ kind: Kind, reference: String = "", isOfReading: Bool = false) {
    self.kind = kind
    self.reference = reference
    self.isOfReading = isOfReading
  }

  /// What is said to the person: what did not come about, why, and what to do next.
  package var sentence: String { (isOfReading ? "It can't be read now: " : "Nothing was changed: ") + reason }

  private var reason: String {
    switch kind {
    case .busy: "the database is busy. Try again in a moment."
    case .readOnly: "the database may only be read. Tell the administrator."
    case .diskFull: "the disk is full. Tell the administrator, then try again."
    case .disk: "the disk gave an error (\(reference)). Tell the administrator."
    case .damaged: "the database is damaged (\(reference)). Tell the administrator at once."
    case .moved: "the hospital's file was moved or replaced. Start anew."
    case .guarded(let sentence): "\(sentence)."
    case .keyAbsent: "the key that secrets are sealed with can't be read. Tell the administrator: seal.key."
    case .sealBroken: "a sealed text does not open (\(reference)). Tell the administrator: seal.key."
    case .other: "something went wrong (\(reference)). Try again; tell the administrator if it stays."
    }
  }

  /// Whether nothing can be saved until somebody has mended it.
  package var stopsWriting: Bool { [.readOnly, .diskFull, .disk, .damaged, .moved].contains(kind) }
}
