import TerminalKit

/// Whether what the screen shows is up to date.
package enum LiveState: Hashable, Sendable {
  /// It is.
  case live
  /// Loading failed; what is shown is so many seconds old.
  case stale(seconds: Int)
  /// Nothing can be changed, for this reason.
  case readOnly(String)
}

/// What the title row says besides the pane.
package struct ShellStatus: Hashable, Sendable {
  /// The hospital's name, and the desk if it matters.
  package var place: String
  /// Who is signed in: "OKAFOR N."
  package var user: String
  /// As what: "nurse".
  package var role: String
  /// Whether what is shown is up to date.
  package var live: LiveState
  /// The local time as `hh:mm`.
  package var clock: String
  /// Whether the names of patients are hidden.
  package var hidesNames: Bool

  /// Makes a status.
  package init(
    place: String, user: String, role: String, live: LiveState, clock: String, hidesNames: Bool = false
  ) {
    self.hidesNames = hidesNames
    self.place = place
    self.user = user
    self.role = role
    self.live = live
    self.clock = clock
  }
}

/// What the shell needs of the program that it is the front of. The composition
/// root has one; tests have a toy.
package protocol ShellHost: AnyObject {
  /// The time, in milliseconds UTC.
  var now: Int64 { get }
  /// What the title row says now.
  var status: ShellStatus { get }
  /// How long a terminal may be left alone before it locks, in milliseconds; nil for never.
  var idleLimit: Int64? { get }
  /// A moment as local time, `hh:mm`; for the list of messages.
  func clock(at time: Int64) -> String
  /// The tabs that the person who is signed in may use.
  func tabs() -> [ShellTab]
  /// What came in since the wake-up was rung last.
  func news() -> [LiveNews]
  /// What has to be heeded on whatever screen a person is; given once.
  func warnings() -> [String]
  /// What is worth knowing on whatever screen a person is; given once.
  func notes() -> [String]
  /// What stands behind the name of a tab, such as how much cannot wait there: `!2`; empty for nothing.
  func badge(of tab: TabNumber) -> String
  /// The terminal is locked from now on. The pane that covers it; nil if nobody is signed in.
  func lock() -> (any PaneBoxing)?
  /// Who holds the seat goes on.
  func unlocked()
  /// Somebody has signed in: they sit down, and the work of who held the seat is parked.
  func sitDown()
  /// Who holds the seat, whose work on the screen is theirs alone; nil for nobody.
  var holder: String? { get }
  /// Those whose work is parked behind the lock.
  var absent: Set<String> { get }
  /// When somebody who is locked is signed out, in milliseconds UTC; nil for never.
  var signsOutAt: Int64? { get }
  /// Signs those out who were locked too long and do not hold the seat; returns whether who holds it has to leave too.
  func signOutOverdue() -> Bool
  /// Hides the names of patients on every list, or shows them again. What to say of it; nil where nobody is signed in.
  func toggleNames() -> String?
  /// Whether the person who is signed in may not go on, and has to leave.
  var isDismissed: Bool { get }
  /// The person leaves. Returns the pane that covers the screen then (sign-in); nil ends the program.
  func signOut() -> (any PaneBoxing)?
  /// The line was dropped; panes have parked their drafts.
  func hungUp()
  /// Entries that the command palette offers everywhere for what was typed: "find okafor".
  func paletteEntries(for text: String) -> [PaletteEntry]
  /// The pane that opens a restricted record with a reason and then goes back; nil where it is open.
  func door(to record: String) -> (any PaneBoxing)?
}

extension ShellHost {
  package func clock(at time: Int64) -> String { "" }
  package var idleLimit: Int64? { nil }
  package func news() -> [LiveNews] { [] }
  package func lock() -> (any PaneBoxing)? { nil }
  package func unlocked() {}
  package func sitDown() {}
  package var holder: String? { nil }
  package var absent: Set<String> { [] }
  package var signsOutAt: Int64? { nil }
  package func signOutOverdue() -> Bool { false }
  package func toggleNames() -> String? { nil }
  package func warnings() -> [String] { [] }
  package func notes() -> [String] { [] }
  package func badge(of tab: TabNumber) -> String { "" }
  package var isDismissed: Bool { false }
  package func signOut() -> (any PaneBoxing)? { nil }
  package func hungUp() {}
  package func paletteEntries(for text: String) -> [PaletteEntry] { [] }
  package func door(to record: String) -> (any PaneBoxing)? { nil }
}

/// One of the places in the row of tabs.
package struct ShellTab {
  /// Its number, which is its key.
  package let number: TabNumber
  /// Its name: "Beds".
  package let title: String
  /// Makes its first pane, when it is opened first.
  package let make: () -> any PaneBoxing
  /// What can be done on its first pane, and on the screens that one opens from there, for the palette of other tabs.
  package let acts: () -> [KeyTable]

  /// Makes a tab.
  ///
  /// - Parameter deeper: the screens that its first pane opens, by what one of them is called: "a patient's record".
  package init<Content: Pane>(
    _ number: TabNumber, _ title: String, opening deeper: @autoclosure @escaping () -> [KeyTable] = [],
    pane: @escaping () -> Content
  ) {
    self.number = number
    self.title = title
    make = { PaneBox(pane()) }
    acts = { [KeyTable("", Content.keyTable)] + deeper() }
  }
}
