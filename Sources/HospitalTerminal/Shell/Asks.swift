import TerminalKit

/// A pane's place in the row of tabs, from 1.
package struct TabNumber: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The number; 1 to 8 have a key.
  package let value: Int

  /// Makes a number.
  package init(integerLiteral value: Int) {
    self.value = value
  }

  /// Makes a number.
  package init(_ value: Int) {
    self.value = value
  }
}

/// One thing that a pane wants of the shell.
package enum Ask {
  /// Say something on the message row; `subject` names what mends it.
  case say(MessageLevel, String, subject: String?)
  /// What `subject` names is right again.
  case mend(String)
  /// Open a pane over this one.
  case push(any PaneBoxing)
  /// Put a pane in the place of this one.
  case replace(any PaneBoxing)
  /// Close this pane; the value goes to the pane that pushed it.
  case close(answer: (any Sendable)?)
  /// Go to a tab.
  case open(TabNumber)
  /// Go to a tab, and say which key does there what was looked for.
  case lead(TabNumber, saying: String)
  /// Go to a tab and open a pane over it.
  case openAt(TabNumber, any PaneBoxing)
  /// Put a question over the screen.
  case question(any OverlayBoxing)
  /// Do slow work off the keyboard's thread.
  case work(SlowWork)
  /// Remember how to undo what was just done.
  case reversible(ReversibleAct)
  /// Remember that what was just done cannot be undone, and how it is taken back.
  case barUndo(String)
  /// Show with another theme.
  case theme(String)
  /// Cover the whole screen, tabs and hints too: sign-in, the lock.
  case cover(any PaneBoxing)
  /// Take the cover away.
  case uncover
  /// Lock the terminal now.
  case lock
  /// Somebody signed in: take the tabs anew and open the first.
  case startSession
  /// End the session of this person.
  case signOut
  /// End the program.
  case quit
  /// Run a command that is offered on the screen now, by its name.
  case run(CommandID)
  /// Ask for the reason that a restricted record opens with, before what the person wanted to do (H6).
  case askWhyOpened(String)
}

/// What a pane wants of the shell, in order. See `Pane.asks`.
package struct Asks {
  private(set) var list: [Ask] = []

  /// Nothing wanted.
  package init() {}

  /// Whether nothing is wanted.
  package var isEmpty: Bool { list.isEmpty }

  /// Adds a wish.
  package mutating func add(_ ask: Ask) { list.append(ask) }

  /// Adds all that was collected elsewhere.
  package mutating func add(_ asks: Asks) { list += asks.list }

  /// Says that something is done: what, to whom.
  package mutating func ok(_ text: String) { add(.say(.ok, text, subject: nil)) }
  /// Says something to know; it stays six seconds.
  package mutating func note(_ text: String) { add(.say(.note, text, subject: nil)) }
  /// Warns; it stays until the person acts.
  package mutating func warn(_ text: String, subject: String? = nil) { add(.say(.warn, text, subject: subject)) }
  /// Says that something is wrong and what to do; it stays until `mend(subject)` or Esc.
  package mutating func error(_ text: String, subject: String? = nil) { add(.say(.error, text, subject: subject)) }
  /// What `subject` names is right again.
  package mutating func mend(_ subject: String) { add(.mend(subject)) }

  /// What was just done is not undone: `u` says how it is taken back, and goes no further back than this.
  package mutating func barUndo(saying way: String) { add(.barUndo(way)) }

  /// Opens a pane over this one; q or Esc come back here.
  package mutating func push(_ pane: some Pane) { add(.push(PaneBox(pane))) }
  /// Puts a pane in the place of this one.
  package mutating func replace(with pane: some Pane) { add(.replace(PaneBox(pane))) }
  /// Closes this pane, with an answer for the pane that pushed it.
  package mutating func close(answer: (any Sendable)? = nil) { add(.close(answer: answer)) }
  /// Goes to a tab.
  package mutating func open(_ tab: TabNumber) { add(.open(tab)) }
  /// Goes to a tab and opens a pane over it.
  package mutating func open(_ tab: TabNumber, pushing pane: some Pane) { add(.openAt(tab, PaneBox(pane))) }
  /// Covers the whole screen with a pane, for sign-in and the lock.
  package mutating func cover(with pane: some Pane) { add(.cover(PaneBox(pane))) }
  /// Takes the cover away.
  package mutating func uncover() { add(.uncover) }

  /// Takes what is wanted.
  mutating func take() -> [Ask] {
    defer { list = [] }
    return list
  }
}
