import HospitalDomain
import HospitalServices

/// One terminal at work: who sits at it, and the live feed that goes with them.
///
/// It is the one thing of a session that is shared by its screens. Everything else about a screen is a value.
package final class Desk {
  package let workplace: Workplace
  /// How the audit trail names this terminal.
  package let terminal: String
  /// Who is signed in.
  package private(set) var session: Session?
  /// Keeps the unfinished forms of who is signed in.
  package private(set) var drafts: DraftKeeper?
  /// The board as last read; nil for those who may not see it.
  package private(set) var board: BoardReading?
  private var notices: [String] = []
  private let wake: @Sendable () -> Void
  private var feed: OccupancyFeed?
  private var watch: StandingWatch?
  /// Why the person who was here last had to go; nil if they went by themselves.
  package private(set) var farewell: String?

  /// A terminal that nobody has signed in at yet.
  ///
  /// - Parameter wake: called on a background queue when there is news to `takeNews`.
  package init(workplace: Workplace, terminal: String, wake: @escaping @Sendable () -> Void) {
    self.workplace = workplace
    self.terminal = terminal
    self.wake = wake
  }

  /// Signs a person in, in place of whoever was.
  ///
  /// - Throws: a refusal to show beside the password, or a `Fault`.
  package func signIn(username: String, password: String) throws {
    begin(try SignInService(workplace).signIn(username: username, password: password, terminal: terminal))
  }

  /// Lets a session begin here.
  package func begin(_ session: Session) {
    leave()
    self.session = session
    farewell = nil
    drafts = DraftKeeper(session, wake: wake)
    feed = try? OccupancyFeed(session, wake: wake)
    board = feed?.start()
    watch = feed == nil ? try? StandingWatch(session, wake: wake) : nil
  }

  /// Why the person who is signed in may not go on: their account was locked, or is another now. Nil while they may.
  package var dismissal: String? { session?.end.reason?.sentence }

  /// Whether this is the password of the person who sits here, for unlocking.
  package func unlock(password: String) throws {
    guard let session else { throw Refusal.signInFailed }
    _ = try SignInService(workplace).signIn(
      username: session.account.username, password: password, terminal: terminal)
  }

  /// The person leaves; what they left unfinished is kept.
  package func leave() {
    farewell = dismissal
    drafts?.finish()
    feed?.stop()
    watch?.stop()
    feed = nil
    watch = nil
    drafts = nil
    board = nil
    notices = []
    session = nil
  }

  /// The fresh board, if the feed has brought one since the last call.
  package func takeNews() -> BoardReading? {
    guard let news = feed?.take() else { return nil }
    board = news
    notices += news.openings.map(\.notice)
    return news
  }

  /// What the person has to heed wherever they are, such as the opening of a restricted record; given once.
  package func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  /// Whether what the screen shows is up to date.
  package var liveness: Liveness {
    if let fault = workplace.health.fault { return .readOnly(fault.sentence) }
    guard let board, board.fault != nil else { return .live }
    return .stale(seconds: Int((workplace.clock() - board.readAt).components.seconds))
  }

  /// Whether what the screen shows is up to date, and can be changed.
  package enum Liveness: Hashable, Sendable {
    case live
    /// The board could not be read for so long.
    case stale(seconds: Int)
    /// Nothing can be changed, for this reason.
    case readOnly(String)
  }
}
