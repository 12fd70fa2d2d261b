/// The commands of one screen, described, under the screen's name.
package struct KeyTable: Hashable, Sendable, CustomStringConvertible {
  /// The screen's name: "Beds".
  package let name: String
  /// Its commands.
  package let entries: [CommandEntry]

  /// Describes a screen's commands.
  package init<Target>(_ name: String, _ commands: [Command<Target>]) {
    self.name = name
    entries = commands.map(\.entry)
  }

  /// Describes commands that are described already.
  package init(_ name: String, entries: [CommandEntry]) {
    self.name = name
    self.entries = entries
  }

  /// The screen's name.
  package var description: String { name }
}
