/// When something is done for a form that is being typed, beside the keys: keeping the draft, looking for duplicates.
package struct TypingTimer: Hashable, Sendable {
  /// From which key the time runs.
  package enum Start: Hashable, Sendable {
    /// From the first key since it was done last, so that it is never put off for ever.
    case firstKey
    /// From the last key, so that it waits for a pause.
    case lastKey
  }

  private let start: Start
  private let delay: Int64
  /// When it is due, in milliseconds UTC; nil while nothing is new.
  package private(set) var wakesAt: Int64?

  /// A timer of so many milliseconds.
  package init(_ start: Start, milliseconds: Int64) {
    self.start = start
    delay = milliseconds
  }

  /// Keeps a draft: at most a second of typing can be lost with the program.
  package static let draft = TypingTimer(.firstKey, milliseconds: 1_000)

  /// Something was typed.
  package mutating func typed(at now: Int64) {
    if start == .lastKey || wakesAt == nil { wakesAt = now + delay }
  }

  /// Whether the time has come; then it starts anew with the next key.
  package mutating func isDue(at now: Int64) -> Bool {
    guard let due = wakesAt, due <= now else { return false }
    wakesAt = nil
    return true
  }
}
