/// When a form that is being typed is next handed to be kept: a second after the first key since it was last kept, so
/// that neither each key nor a pause decides it.
struct DraftTimer: Hashable, Sendable {
  /// The longest time that what is typed is not kept, in milliseconds.
  static let delay: Int64 = 1_000

  /// When it is to be kept, in milliseconds UTC; nil while there is nothing new.
  private(set) var wakesAt: Int64?

  /// Something was typed.
  mutating func start(at now: Int64) {
    if wakesAt == nil { wakesAt = now + Self.delay }
  }

  /// Whether the time has come; then it starts anew with the next key.
  mutating func isDue(at now: Int64) -> Bool {
    guard let due = wakesAt, due <= now else { return false }
    wakesAt = nil
    return true
  }
}
