import HospitalDomain
import HospitalScreens
import TerminalKit

/// What the shell needs of the hospital: who sits at the terminal, what they may open, and the live feed.
package final class HospitalHost: ShellHost {
  private let seat: Seat
  private var desk: Desk { seat.desk }
  private let menu: (Desk) -> [ShellTab]
  private let settled: () -> Void

  /// Whether who holds the seat was locked for too long.
  private var isOverdue = false

  /// A host for a terminal; `menu` makes the tabs for who is signed in, and `settled` is called whenever somebody sits down.
  package init(
    _ desk: Desk, menu: @escaping (Desk) -> [ShellTab] = MainMenu.tabs, settled: @escaping () -> Void = {}
  ) {
    seat = Seat(desk)
    self.menu = menu
    self.settled = settled
  }

  /// What covers the screen at first: sign-in, unless somebody is signed in already.
  package var opening: (any PaneBoxing)? { desk.person == nil ? signInPane : nil }

  package var now: Int64 { desk.now.milliseconds }

  package var status: ShellStatus {
    let live: LiveState =
      switch desk.liveness {
      case .live: .live
      case .stale(let seconds): .stale(seconds: seconds)
      case .readOnly(let reason): .readOnly(reason)
      }
    return ShellStatus(
      place: desk.person?.place ?? "", user: desk.person?.shortName ?? "", role: desk.person?.role.title ?? "",
      live: live, clock: desk.clockText, hidesNames: desk.namesAreHidden)
  }

  /// The minutes without a key that lock a terminal, by the role of who is signed in.
  package var idleLimit: Int64? { desk.lockLimit.map { $0.components.seconds * 1_000 } }

  package func clock(at time: Int64) -> String { desk.clock(at: Timestamp(milliseconds: time)) }

  package func tabs() -> [ShellTab] { menu(desk) }

  package func news() -> [LiveNews] {
    var news = [LiveNews(.drafts, ())]
    if let board = desk.takeNews() { news.append(LiveNews(.board, board)) }
    if let pharmacy = desk.takePharmacyNews() { news.append(LiveNews(.prescriptions, pharmacy)) }
    if desk.takeStockNews() { news.append(LiveNews(.stock, ())) }
    if desk.takeRecordNews() { news.append(LiveNews(.record, ())) }
    return news
  }

  package func lock() -> (any PaneBoxing)? {
    seat.lock()
    return desk.person == nil ? nil : PaneBox(LockPane(LockScreen(seat)))
  }

  package func unlocked() { seat.unlock() }
  package func sitDown() {
    seat.sitDown()
    settled()
  }

  package var holder: String? { seat.holder?.text }
  package var absent: Set<String> { Set(seat.absent.map(\.text)) }
  package var signsOutAt: Int64? { seat.signsOutAt?.milliseconds }

  package func signOutOverdue() -> Bool {
    guard seat.signOutOverdue() else { return false }
    isOverdue = true
    return true
  }

  package func toggleNames() -> String? { desk.toggleNames() }
  package func warnings() -> [String] { desk.takeNotices() }
  package func notes() -> [String] { desk.takePharmacyNotices() }
  package func badge(of tab: TabNumber) -> String { MainMenu.badge(of: tab, at: desk) }

  package var isDismissed: Bool { desk.dismissal != nil }

  package func signOut() -> (any PaneBoxing)? {
    seat.leave(because: isOverdue ? Seat.lockedTooLong : nil)
    isOverdue = false
    return signInPane
  }

  package func hungUp() { seat.leaveAll() }

  package func paletteEntries(for text: String) -> [PaletteEntry] { MainMenu.paletteEntries(for: text, at: desk) }

  package func door(to record: String) -> (any PaneBoxing)? {
    (try? RestrictedRecordScreen(PatientID(record), desk: desk)).flatMap { $0 }
      .map { PaneBox(RestrictedRecordPane($0, desk: desk, leadsBack: true)) }
  }

  private var signInPane: any PaneBoxing { PaneBox(SignInPane(SignInScreen(desk: desk))) }
}

extension NewsTopic {
  /// A fresh board of rooms; the payload is a `BoardReading`.
  package static let board: NewsTopic = "board"
  /// A draft was kept, or could not be; the desk knows more.
  package static let drafts: NewsTopic = "drafts"
  /// Something was done to the record that is open.
  package static let record: NewsTopic = "record"
}
