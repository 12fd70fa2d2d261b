/// How much a message matters, by the word it begins with.
package enum MessageLevel: Int, Comparable, Sendable, CaseIterable {
  /// Something is done; stays until the next key.
  case ok
  /// Something to know; stays six seconds.
  case note
  /// Something to act on; stays until it was acted on.
  case warn
  /// Something is wrong; stays until it is mended, or Esc.
  case error

  /// The word that stands before the message.
  package var word: String {
    switch self {
    case .ok: "OK"
    case .note: "Note"
    case .warn: "Warn"
    case .error: "ERR"
    }
  }

  /// The role it is drawn in.
  package var role: StyleRole {
    switch self {
    case .ok: .messageOK
    case .note: .messageNote
    case .warn: .messageWarn
    case .error: .messageError
    }
  }

  /// What matters less is less.
  package static func < (one: MessageLevel, other: MessageLevel) -> Bool { one.rawValue < other.rawValue }
}

/// A sentence that the program says on the message row.
package struct Message: Hashable, Sendable {
  /// How much it matters.
  package var level: MessageLevel
  /// What happened, to whom, and what to do next.
  package var text: String
  /// Names what it is about, so that mending that takes it away; nil if nothing can.
  package var subject: String?
  /// When it was last said, in milliseconds UTC.
  package var time: Int64
  /// How many times it was said in a row.
  package var count: Int = 1

  /// Makes a message.
  package init(_ level: MessageLevel, _ text: String, subject: String? = nil, time: Int64) {
    self.level = level
    self.text = text
    self.subject = subject
    self.time = time
  }
}
