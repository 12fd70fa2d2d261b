import CVTerm

/// What a person can do at a keyboard.
package enum TerminalKey: Sendable {
  /// Types text, a character a key.
  case text(String)
  /// Control and a letter.
  case control(Character)
  /// Pastes text, in brackets when the program asked for them.
  case paste(String)
  /// A key of libvterm's table with its modifiers.
  case named(UInt32, modifier: UInt32)

  package static let enter = key(VTERM_KEY_ENTER)
  package static let tab = key(VTERM_KEY_TAB)
  package static let backTab = TerminalKey.named(VTERM_KEY_TAB.rawValue, modifier: VTERM_MOD_SHIFT.rawValue)
  package static let escape = key(VTERM_KEY_ESCAPE)
  package static let backspace = key(VTERM_KEY_BACKSPACE)
  package static let up = key(VTERM_KEY_UP)
  package static let down = key(VTERM_KEY_DOWN)
  package static let left = key(VTERM_KEY_LEFT)
  package static let right = key(VTERM_KEY_RIGHT)
  package static let home = key(VTERM_KEY_HOME)
  package static let end = key(VTERM_KEY_END)
  package static let pageUp = key(VTERM_KEY_PAGEUP)
  package static let pageDown = key(VTERM_KEY_PAGEDOWN)
  package static let insert = key(VTERM_KEY_INS)
  package static let delete = key(VTERM_KEY_DEL)

  /// F1 to F12.
  package static func function(_ number: UInt32) -> TerminalKey {
    .named(VTERM_KEY_FUNCTION_0.rawValue + number, modifier: 0)
  }

  private static func key(_ key: VTermKey) -> TerminalKey { .named(key.rawValue, modifier: 0) }
}
