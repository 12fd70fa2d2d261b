/// A command described, whatever it acts on.
package struct CommandEntry: Hashable, Sendable {
  /// Its lasting name.
  package var id: CommandID
  /// The keys that do it, the one to show first.
  package var keys: [Key]
  /// What it does, for help and palette.
  package var title: String
  /// What it does in a word or two, for the footer; nil keeps it out.
  package var hint: String?
  /// Where the help lists it.
  package var section: CommandSection
  /// Whether it only moves about.
  package var isMotion: Bool

  /// Describes a command.
  package init(
    id: CommandID, keys: [Key], title: String, hint: String? = nil, section: CommandSection = .pane,
    isMotion: Bool = false
  ) {
    self.id = id
    self.keys = keys
    self.title = title
    self.hint = hint
    self.section = section
    self.isMotion = isMotion
  }

  /// The key to show: while text is typed, the first that is not itself text.
  package func shownKey(typing: Bool) -> Key? {
    typing ? keys.first { !$0.isText } : keys.first
  }
}

/// A command as it stands at this moment: what footer, help and palette show.
package struct CommandOffer: Hashable, Sendable {
  /// What the command is.
  package var entry: CommandEntry
  /// Why it cannot be done now; nil when it can.
  package var refusal: String?
  /// Whether the footer shows it as one that cannot be done.
  package var isDimmed: Bool

  /// Makes an offer; dimmed if it is refused, where nothing else is said.
  package init(entry: CommandEntry, refusal: String? = nil, isDimmed: Bool? = nil) {
    self.entry = entry
    self.refusal = refusal
    self.isDimmed = isDimmed ?? (refusal != nil)
  }

  /// Whether it can be done now.
  package var isEnabled: Bool { refusal == nil }
}
