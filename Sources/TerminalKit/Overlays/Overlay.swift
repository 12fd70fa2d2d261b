/// What an overlay made of a key.
package enum OverlayStep<Outcome> {
  /// It stays open.
  case stay
  /// It is left without an answer.
  case close
  /// It is answered.
  case done(Outcome)
}

/// A hint that an overlay gives on the key rows while it is open.
package struct KeyHint: Hashable, Sendable {
  /// The key.
  package var key: Key
  /// What it does.
  package var label: String
  /// Whether it can be done now.
  package var isEnabled: Bool

  /// Makes a hint.
  package init(_ key: Key, _ label: String, isEnabled: Bool = true) {
    self.key = key
    self.label = label
    self.isEnabled = isEnabled
  }
}

/// A box over the screen that takes every key until it is left: a question, a
/// list to pick from, the help.
package protocol Overlay {
  /// What it is answered with.
  associatedtype Outcome
  /// Its keys, for the key rows.
  var hints: [KeyHint] { get }
  /// Whether keys typed before it opened must be dropped.
  var dropsTypeAhead: Bool { get }
  /// Draws it, frame and all, over a canvas that is the body of the screen.
  mutating func draw(on canvas: inout Canvas)
  /// Takes a key.
  mutating func handle(_ key: Key) -> OverlayStep<Outcome>
}

extension Overlay {
  package var dropsTypeAhead: Bool { false }
}
