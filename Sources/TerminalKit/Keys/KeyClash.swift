/// Two commands of one screen that want the same key, or a key that no command may have.
package struct KeyClash: Hashable, Sendable, CustomStringConvertible {
  /// The screen.
  package let table: String
  /// The key.
  package let key: Key
  /// The commands that want it: two, or one if nobody may have it.
  package let commands: [CommandID]

  /// What is wrong, as a sentence.
  package var description: String {
    let names = commands.map { "'\($0)'" }.joined(separator: " and ")
    return commands.count == 1
      ? "\(table): \(key.label) cannot be given to \(names): terminals keep it for themselves."
      : "\(table): \(key.label) is wanted by \(names)."
  }

  /// The clashes of a screen whose commands stand before those of every screen. A
  /// command of the screen takes the place of its namesake of every screen, and may
  /// not take the key of another.
  package static func find(in table: KeyTable, everywhere: KeyTable, keyMap: KeyMap = KeyMap()) -> [KeyClash] {
    let own = Set(table.entries.map(\.id))
    let entries = table.entries + everywhere.entries.filter { !own.contains($0.id) }
    var owners: [Key: CommandID] = [:]
    var clashes: [KeyClash] = []
    for entry in entries.map(keyMap.apply) {
      for key in entry.keys {
        if !key.isBindable { clashes.append(KeyClash(table: table.name, key: key, commands: [entry.id])) }
        if let owner = owners[key], owner != entry.id {
          clashes.append(KeyClash(table: table.name, key: key, commands: [owner, entry.id]))
        }
        owners[key] = entry.id
      }
    }
    return clashes
  }
}
