import TerminalKit

/// One screen's body: it draws a view model on a canvas and maps keys to acts.
/// A pane is a value; everything it does is a `mutating` act named after what a
/// person does. It never talks to the shell: it leaves what it wants in `asks`.
///
/// The shell draws the title, the tabs, the message row and the key hints, and
/// routes the keys; see `Shell`.
package protocol Pane {
  /// Everything that can ever be done here, for key clashes, help and `docs/KEYS.md`.
  static var keyTable: [Command<Self>] { get }
  /// What can be done here now. By default `keyTable`.
  var commands: [Command<Self>] { get }

  /// What stands in the middle of row 0: "Beds", "Register · new patient".
  var title: String { get }
  /// Row 2: the patient banner, the filter, or how far a form is, for a screen of so many columns.
  func context(columns: Int) -> StyledText
  /// Whether a field is being typed in: letters, digits and `?` are then text, not commands.
  var holdsText: Bool { get }
  /// Whether leaving would lose something that is not kept as a draft; then q and Esc ask first. Nil if not,
  /// else a sentence that says what would be lost.
  var wouldLose: String? { get }
  /// What the pane wants of the shell. Only ever added to by the pane; the shell empties it.
  var asks: Asks { get set }
  /// When `tick` is wanted next, in milliseconds UTC, besides each full minute; nil for never.
  var wakesAt: Int64? { get }

  /// Draws the body. The canvas is exactly the body's part of the screen. Must
  /// park the cursor on what has the focus. It is `mutating` so that lists can
  /// keep the focus in sight and load the rows that are seen; nothing else may change.
  mutating func draw(on canvas: inout Canvas)
  /// Whether a wide screen (from 120×30) shows `drawDetail` in a column at the right.
  var hasDetail: Bool { get }
  /// Draws the detail of what has the focus into the right column of a wide screen.
  mutating func drawDetail(on canvas: inout Canvas)

  /// Takes a key that is no command here (while `holdsText`, every key before
  /// commands are looked at); returns whether it did something with it.
  mutating func handle(_ key: Key) -> Bool
  /// Esc or q: leaves what can be left inside the pane (a filter, a second page);
  /// returns false if there is nothing, and the pane is then closed.
  mutating func back() -> Bool
  /// The pane comes to be seen: first, or again. The place to load.
  mutating func appear()
  /// A box that it asked with was left without an answer.
  mutating func questionLeft()
  /// The pane is about to be hidden, locked or lost with the line: keep drafts.
  mutating func park()
  /// Something changed elsewhere. Must not move the focus, the scrolling or what is being typed.
  mutating func receive(_ news: LiveNews)
  /// A minute began, or `wakesAt` came. `now` is in milliseconds UTC.
  mutating func tick(_ now: Int64)
  /// The restricted record that has to be opened with a reason before a command; nil for none.
  func record(toOpenBefore command: CommandID) -> String?
  /// When what this pane and all above it show has to leave the screen, in milliseconds UTC; nil for never.
  var closesAt: Int64? { get }
  /// Entries that the command palette offers for what was typed there: "bed 7".
  func paletteEntries(for text: String) -> [PaletteEntry]
}

extension Pane {
  package var commands: [Command<Self>] { Self.keyTable }
  package func context(columns: Int) -> StyledText { "" }
  package var holdsText: Bool { false }
  package var wouldLose: String? { nil }
  package var wakesAt: Int64? { nil }
  package var hasDetail: Bool { false }
  package mutating func drawDetail(on canvas: inout Canvas) {}
  package mutating func handle(_ key: Key) -> Bool { false }
  package mutating func back() -> Bool { false }
  package mutating func appear() {}
  package mutating func questionLeft() {}
  package mutating func park() {}
  package mutating func receive(_ news: LiveNews) {}
  package mutating func tick(_ now: Int64) {}
  package func record(toOpenBefore command: CommandID) -> String? { nil }
  package var closesAt: Int64? { nil }
  package func paletteEntries(for text: String) -> [PaletteEntry] { [] }
}
