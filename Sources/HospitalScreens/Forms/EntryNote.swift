/// What a text entry has to say about an edit that could not be done in full.
/// Nothing is ever left out in silence.
package enum EntryNote: Sendable, Hashable {
  /// The field holds as many characters as it may: `limit`.
  case full(limit: Int)
  /// A paste was longer than the room left: the first `kept` characters went in.
  case cut(kept: Int, limit: Int)
  /// Line breaks or tabs of a paste became spaces, because the field is one line.
  case joined(breaks: Int)

  /// The note as one sentence for the message row, without the name of the field.
  package var sentence: String {
    switch self {
    case .full(let limit): "full: \(limit) characters are the most it holds."
    case .cut(let kept, let limit):
      "only the first \(kept) characters fitted (\(limit) are the most it holds); the rest was left out. ^Z takes it back."
    case .joined(let breaks):
      breaks == 1 ? "1 line break or tab became a space." : "\(breaks) line breaks or tabs became spaces."
    }
  }
}
