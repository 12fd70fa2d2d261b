/// A line of the command palette that is no command of a table: "bed 7",
/// "find okafor", "Display: high contrast".
package struct PaletteEntry {
  /// What is to be read, and matched with what was typed.
  package let title: String
  /// Where it leads, at the right: "Beds", "Display".
  package let place: String
  /// Why it cannot be done now; nil when it can.
  package let refusal: String?
  /// What is asked of the shell when it is chosen.
  package let ask: Ask

  /// Makes an entry.
  package init(_ title: String, place: String, refusal: String? = nil, ask: Ask) {
    self.title = title
    self.place = place
    self.refusal = refusal
    self.ask = ask
  }
}
