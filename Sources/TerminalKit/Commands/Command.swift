/// A command's lasting name: what a user's key map and `docs/KEYS.md` call it,
/// `area.act`, as in `beds.hold`.
package struct CommandID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name.
  package let name: String

  /// Names a command.
  package init(_ name: String) {
    self.name = name
  }

  /// Names a command by a literal.
  package init(stringLiteral name: String) {
    self.name = name
  }

  /// The name.
  package var description: String { name }
}

/// The part of the help screen that a command stands in.
package struct CommandSection: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Its heading.
  package let title: String

  /// Names a section by a literal.
  package init(stringLiteral title: String) {
    self.title = title
  }

  /// Moving about.
  package static let move: CommandSection = "Move"
  /// Searching and filtering.
  package static let find: CommandSection = "Find"
  /// What this pane does.
  package static let pane: CommandSection = "This pane"
  /// What a form does.
  package static let form: CommandSection = "Form"
  /// What works on every screen.
  package static let everywhere: CommandSection = "Everywhere"
  /// How the screen looks and behaves.
  package static let display: CommandSection = "Display"
}

/// Something a person can do, as data: the footer, the help screen, the command
/// palette and `docs/KEYS.md` are all made from tables of these.
package struct Command<Target>: Sendable {
  /// What it is, without the means to do it.
  package var entry: CommandEntry { definition.entry }
  /// Its lasting name.
  package var id: CommandID { definition.entry.id }
  /// The keys that do it, the first of which the footer shows. A key that is a
  /// character is text while a field is being typed in, so a command that must
  /// work there too has a twin such as `F10`. None: reachable by the palette only.
  package var keys: [Key] { definition.entry.keys }
  /// What it does, for help and palette. A trailing `…` means that a question follows.
  package var title: String { definition.entry.title }
  /// What it does in a word or two, for the footer; nil keeps it out of the footer.
  package var hint: String? { definition.entry.hint }
  /// Where the help lists it.
  package var section: CommandSection { definition.entry.section }
  /// Whether it works on the screen alone: then it does not count as acting on a warning.
  package var isMotion: Bool { definition.entry.isMotion }
  /// Why it cannot be done now, as a sentence; nil when it can.
  package var disabled: @Sendable (Target) -> String? { definition.disabled }
  /// Whether the footer dims it. Where that would change with each row under the cursor, a list dims only what
  /// cannot be done on any row: the footer stands still while the cursor moves, and pressing the key says why not.
  package var isDimmed: @Sendable (Target) -> Bool { definition.isDimmed }
  /// Does it.
  package var act: @Sendable (inout Target) -> Void { definition.act }

  /// The tables are gone through for every key that is pressed: a command is one reference, not nine.
  private let definition: Definition

  private final class Definition: Sendable {
    let entry: CommandEntry
    let disabled: @Sendable (Target) -> String?
    let isDimmed: @Sendable (Target) -> Bool
    let act: @Sendable (inout Target) -> Void

    init(
      _ entry: CommandEntry, disabled: @escaping @Sendable (Target) -> String?,
      isDimmed: @escaping @Sendable (Target) -> Bool, act: @escaping @Sendable (inout Target) -> Void
    ) {
      self.entry = entry
      self.disabled = disabled
      self.isDimmed = isDimmed
      self.act = act
    }
  }

  /// Makes a command. `keys` must be bindable; see `KeyClash.find`. It is dimmed while it is disabled, if nothing else
  /// is said.
  package init(
    _ id: CommandID, keys: [Key], title: String, hint: String? = nil, section: CommandSection = .pane,
    isMotion: Bool = false, disabled: @escaping @Sendable (Target) -> String? = { _ in nil },
    isDimmed: (@Sendable (Target) -> Bool)? = nil,
    act: @escaping @Sendable (inout Target) -> Void
  ) {
    let entry = CommandEntry(
      id: id, keys: keys, title: title, hint: hint, section: section, isMotion: isMotion)
    definition = Definition(entry, disabled: disabled, isDimmed: isDimmed ?? { disabled($0) != nil }, act: act)
  }

  /// What it is, and whether it can be done to `target` now.
  package func offer(for target: Target) -> CommandOffer {
    CommandOffer(entry: entry, refusal: disabled(target))
  }

  /// What the footer shows of it; nil for a command that it does not show.
  package func hint(for target: Target) -> CommandHint? {
    hint == nil ? nil : CommandHint(entry: entry, isDimmed: isDimmed(target))
  }
}
