import TerminalKit

/// The sign and the word of a status, which say it without its colour. The sign
/// is one column wide, never an emoji.
package struct StatusMark: Hashable, Sendable {
  /// The role that a theme colours it by.
  package let role: StyleRole
  /// The plain word.
  package let word: String
  private let unicode: String
  private let ascii: String

  init(_ role: StyleRole, _ word: String, _ unicode: String, _ ascii: String) {
    self.role = role
    self.word = word
    self.unicode = unicode
    self.ascii = ascii
  }

  /// The sign in a set of signs.
  package func sign(_ glyphs: GlyphSet) -> String { glyphs == .unicode ? unicode : ascii }

  /// A free room.
  package static let free = StatusMark(.roomFree, "free", "○", ".")
  /// A room with a patient.
  package static let occupied = StatusMark(.roomOccupied, "occupied", "●", "#")
  /// A room that is being cleaned, or waits for it.
  package static let housekeeping = StatusMark(.roomHousekeeping, "housekeeping", "◌", "~")
  /// A room kept for somebody.
  package static let held = StatusMark(.roomHeld, "held", "R", "R")
  /// A room under isolation, or contaminated.
  package static let isolation = StatusMark(.roomIsolation, "isolation", "!", "!")
  /// A room that is shut.
  package static let closed = StatusMark(.roomClosed, "closed", "×", "x")

  /// The states of a room.
  package static let rooms: [StatusMark] = [free, occupied, housekeeping, held, isolation, closed]
  /// What can be said of a prescription.
  package static let prescriptions: [StatusMark] = [
    StatusMark(.rxUrgent, "urgent", "!", "!"), StatusMark(.rxHeld, "held", "H", "H"),
    StatusMark(.rxAlert, "alert", "?", "?"),
  ]
  /// What can be said of money.
  package static let money: [StatusMark] = [
    StatusMark(.moneyDue, "due", " ", " "), StatusMark(.moneyCredit, "credit", "-", "-"),
  ]
  /// The levels of an early-warning score.
  package static let scores: [StatusMark] = [
    StatusMark(.newsLow, "low", "·", "."), StatusMark(.newsMedium, "medium", "▲", "^"),
    StatusMark(.newsHigh, "high", "!", "!"),
  ]
  /// What the title says of the screen, and what messages begin with; their words differ by themselves.
  private static let sayings: [StatusMark] = [
    StatusMark(.titleLive, "LIVE", "L", "L"), StatusMark(.titleStale, "STALE", "S", "S"),
    StatusMark(.titleReadOnly, "READ-ONLY", "R", "R"),
  ]
  /// The levels of messages.
  private static let levels: [StatusMark] = MessageLevel.allCases.map {
    StatusMark($0.role, $0.word, String($0.word.prefix(1)), String($0.word.prefix(1)))
  }

  /// Every group of statuses that must be told apart.
  package static let groups: [[StatusMark]] = [rooms, prescriptions, money, scores, sayings, levels]
}
