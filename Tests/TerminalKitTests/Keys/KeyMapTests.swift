import TerminalKit
import Testing

@Suite("A user's own keys")
struct KeyMapTests {
  private static func entry(_ id: CommandID, _ keys: Key...) -> CommandEntry {
    CommandEntry(id: id, keys: keys, title: id.name)
  }
  private let everywhere = KeyTable(
    "Every screen", entries: [entry("shell.help", "?", .function(1)), entry("shell.undo", "u")])
  private let beds = KeyTable("Beds", entries: [entry("beds.hold", "h"), entry("beds.block", "b")])

  @Test("commands take other keys")
  func taken() throws {
    let map = try KeyMap(names: ["beds.hold": ["H", "^T"]], screens: [beds], everywhere: everywhere)
    #expect(map.apply(beds.entries[0]).keys == ["H", .control("t")])
    #expect(map.apply(beds.entries[1]).keys == ["b"])
  }

  @Test("two commands may exchange their keys")
  func exchanged() throws {
    let map = try KeyMap(names: ["beds.hold": ["b"], "beds.block": ["h"]], screens: [beds], everywhere: everywhere)
    #expect(map.apply(beds.entries[0]).keys == ["b"])
  }

  @Test(
    "what cannot be is refused with a sentence",
    arguments: [
      (["beds.hold": ["b"]], "Beds: b is wanted by 'beds.hold' and 'beds.block'."),
      (["beds.hold": ["u"]], "Beds: u is wanted by 'beds.hold' and 'shell.undo'."),
      (["beds.hold": ["^Q"]], "^Q cannot be given to 'beds.hold'"),
      (["beds.hold": ["ctrl-x"]], "'ctrl-x' for 'beds.hold' is no key"),
      (["beds.fly": ["f"]], "there is no command 'beds.fly'"),
    ])
  func refused(names: [String: [String]], sentence: String) {
    let fault = #expect(throws: KeyMapFault.self) {
      try KeyMap(names: names, screens: [beds], everywhere: everywhere)
    }
    #expect(fault.map { "\($0)".contains(sentence) } == true)
    #expect(fault.map { "\($0)".hasSuffix("The usual keys are used.") } == true)
  }

  @Test("a screen's command takes the place of its namesake of every screen, but not another's key")
  func clashes() {
    let form = KeyTable("Form", entries: [Self.entry("shell.undo", .control("z")), Self.entry("form.user", "u")])
    #expect(KeyClash.find(in: form, everywhere: everywhere) == [])
    let thief = KeyTable("Thief", entries: [Self.entry("thief.steal", .function(1))])
    #expect(KeyClash.find(in: thief, everywhere: everywhere).map(\.commands) == [["thief.steal", "shell.help"]])
  }

  @Test("the document of keys names every command with its keys")
  func document() {
    let text = KeysDocument.text(everywhere: everywhere, screens: [beds])
    #expect(text.contains("| `?` `F1` | shell.help | `shell.help` |"))
    #expect(text.contains("## Beds"))
    #expect(text.contains("| `h` | beds.hold | `beds.hold` |"))
  }
}
