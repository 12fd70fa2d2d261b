import TerminalKit

extension StyleRole {
  /// The pane's name in row 0.
  package static let titlePane = StyleRole("title.pane")
  /// What is shown is up to date.
  package static let titleLive = StyleRole("title.live")
  /// What is shown is old.
  package static let titleStale = StyleRole("title.stale")
  /// Nothing can be changed.
  package static let titleReadOnly = StyleRole("title.readonly")
  /// The line that says who the patient is.
  package static let banner = StyleRole("banner")
  /// A word before a value in that line.
  package static let bannerLabel = StyleRole("banner.label")
  /// What must not be overlooked in that line, such as an allergy.
  package static let bannerAlert = StyleRole("banner.alert")
  /// A free room.
  package static let roomFree = StyleRole("room.free")
  /// A room with a patient.
  package static let roomOccupied = StyleRole("room.occupied")
  /// A room that is being cleaned, or waits for it.
  package static let roomHousekeeping = StyleRole("room.housekeeping")
  /// A room kept for somebody.
  package static let roomHeld = StyleRole("room.held")
  /// A room under isolation, or contaminated.
  package static let roomIsolation = StyleRole("room.isolation")
  /// A room that is shut.
  package static let roomClosed = StyleRole("room.closed")
  /// A prescription that cannot wait.
  package static let rxUrgent = StyleRole("rx.urgent")
  /// A prescription on hold.
  package static let rxHeld = StyleRole("rx.held")
  /// A finding against a prescription.
  package static let rxAlert = StyleRole("rx.alert")
  /// Money that is owed.
  package static let moneyDue = StyleRole("money.due")
  /// Money that is given back.
  package static let moneyCredit = StyleRole("money.credit")
  /// A low early-warning score.
  package static let newsLow = StyleRole("news.low")
  /// A score for an urgent review.
  package static let newsMedium = StyleRole("news.medium")
  /// A score for the emergency team.
  package static let newsHigh = StyleRole("news.high")
  /// What somebody waits for, or should have happened already, such as a discharge.
  package static let overdue = StyleRole("overdue")
  /// The lock screen.
  package static let lock = StyleRole("lock")
  /// A picture to be scanned: dark dots on light ground.
  package static let code = StyleRole("code")
  /// A dark dot of it, where each dot is cells of its own.
  package static let dot = StyleRole("dot")

  /// Every role that a theme may give a style to.
  package static let all: [StyleRole] =
    kitRoles + [
      .titlePane, .titleLive, .titleStale, .titleReadOnly, .banner, .bannerLabel, .bannerAlert, .roomFree,
      .roomOccupied, .roomHousekeeping, .roomHeld, .roomIsolation, .roomClosed, .rxUrgent, .rxHeld, .rxAlert,
      .moneyDue, .moneyCredit, .newsLow, .newsMedium, .newsHigh, .overdue, .lock,
      .code, .dot,
    ]
}
