/// What happens to an application besides time.
package enum LoopEvent: Hashable, Sendable {
  /// A person pressed a key.
  case key(Key)
  /// The window has another size.
  case resized(Size)
  /// Another thread rang the wake-up: there is news, or slow work went on.
  case woken
  /// The line was dropped, or the system asks the program to end: save what is unfinished.
  case hangUp
}

/// A program that is driven by a `RunLoop` and drawn on a `Canvas`.
package protocol Application: AnyObject {
  /// Whether it is over.
  var isFinished: Bool { get }
  /// How it looks now.
  var theme: Theme { get }
  /// The next moment at which `passed` is to be called, in milliseconds UTC; nil for never.
  var deadline: Int64? { get }
  /// What it asks of the device; given once.
  func takeDeviceWishes() -> [DeviceWish]

  /// Takes an event; returns whether the screen may have to change.
  func receive(_ event: LoopEvent) -> Bool
  /// The deadline has come; returns whether the screen may have to change.
  func passed(_ now: Int64) -> Bool
  /// Draws the whole screen.
  func draw(size: Size, glyphs: GlyphSet) -> Canvas
}

/// What an application asks of the device that shows it.
package enum DeviceWish: Hashable, Sendable {
  /// Forget the keys that were typed ahead.
  case dropTypeAhead
  /// Send the next frame whole.
  case redrawAll
  /// Let the mouse be used, or not.
  case mouse(Bool)
}
