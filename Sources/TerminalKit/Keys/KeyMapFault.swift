/// Why a user's keys are not taken; every command then keeps its own keys.
package enum KeyMapFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// No command has that name.
  case unknownCommand(String)
  /// No key has that name.
  case unknownKey(String, command: String)
  /// Two commands would want one key, or a key is not to be had.
  case clash(KeyClash)

  /// What is wrong and what to do, as a sentence.
  package var description: String {
    switch self {
    case .unknownCommand(let name):
      "Keys: there is no command '\(name)'; docs/KEYS.md names them all. The usual keys are used."
    case .unknownKey(let key, let command):
      "Keys: '\(key)' for '\(command)' is no key; write a, ^S, F10, PgDn or Space. The usual keys are used."
    case .clash(let clash):
      "Keys: \(clash) Give one of them another key. The usual keys are used."
    }
  }
}

extension KeyMap {
  /// Reads a user's keys: the names of commands with the names of their keys. Every
  /// clash on any screen is refused.
  package init(names: [String: [String]], screens: [KeyTable], everywhere: KeyTable) throws(KeyMapFault) {
    let known = Set((screens + [everywhere]).flatMap(\.entries).map(\.id))
    var keys: [CommandID: [Key]] = [:]
    for (name, labels) in names.sorted(by: { $0.key < $1.key }) {
      guard known.contains(CommandID(name)) else { throw .unknownCommand(name) }
      var own: [Key] = []
      for label in labels {
        guard let key = Key(label: label) else { throw .unknownKey(label, command: name) }
        own.append(key)
      }
      keys[CommandID(name)] = own
    }
    self.init(keys: keys)
    for table in [everywhere] + screens {
      let before = Set(KeyClash.find(in: table, everywhere: everywhere))
      let clashes = KeyClash.find(in: table, everywhere: everywhere, keyMap: self)
      if let new = clashes.first(where: { !before.contains($0) }) { throw .clash(new) }
    }
  }
}
