import HospitalDomain
import HospitalServices

/// One person at work at a terminal, and the live feed that goes with them. Others may sit down at the terminal meanwhile,
/// each with a desk of their own: see `Seat`.
///
/// It is the one thing of a session that is shared by its screens. Everything else about a screen is a value.
package final class Desk {
  package let workplace: Workplace
  /// How the audit trail names this terminal.
  package let terminal: String
  /// Who is signed in.
  package private(set) var session: Session? { didSet { person = session.map(Person.init) } }
  /// Who that is, as the title row of every frame names them; nil when nobody is signed in.
  package private(set) var person: Person?
  /// When they signed in here in full: with their password, and a second step where they have one.
  package internal(set) var signedInAt: Timestamp?
  /// Keeps the unfinished forms of who is signed in.
  package private(set) var drafts: DraftKeeper?
  /// Writes down when who is signed in locks the terminal, is back at it, and leaves.
  private var presence: PresenceLog?
  /// The board as last read; nil for those who may not see it.
  package private(set) var board: BoardReading?
  /// After how many minutes without a key the terminal locks, by role.
  package var lockTimes = LockTimes.usual
  let wake: @Sendable () -> Void
  /// Whether somebody else holds the terminal while a person signs in at this desk.
  package private(set) var isGuest = false
  private var notices: [String] = []
  private var pharmacyNotices: [String] = []
  private var pharmacyNews: PharmacyNews?
  private var isStockMoved = false
  /// The patient whose record is open, and whether something was done to it that no screen has shown.
  private var followed: PatientID?
  private var following = 0
  private var isRecordChanged = false
  /// How many prescriptions cannot wait and are not verified; nil for those whom it does not concern.
  package private(set) var pressing: Int?
  private var feed: OccupancyFeed?
  private var watch: StandingWatch?
  private lazy var mail = MailCarrier(workplace)
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

  /// Signs a person in by the second step that was asked of them.
  package func finish(_ pending: PendingSignIn, code: String) throws {
    begin(try SignInService(workplace).finish(pending, code: code))
  }

  /// Signs a person in who had to add a second step, and has.
  package func finishEnrolled(_ pending: PendingSignIn) throws {
    begin(try SignInService(workplace).finishEnrolled(pending))
  }

  /// Has letters that wait carried to the host's mail system, in the background.
  package func carryMail() { mail.start() }

  /// The same for what was left behind when nobody was here, as soon as the program starts.
  package func carryLeftMail() { mail.startIfNeeded() }

  /// Lets a session begin here.
  package func begin(_ session: Session) {
    leave()
    self.session = session
    isGuest = false
    signedInAt = workplace.clock()
    farewell = nil
    drafts = DraftKeeper(session, wake: wake)
    try? DraftService(session).discardOld()
    presence = PresenceLog(session)
    listen(to: session)
    mail.startIfNeeded()
    if session.may(.manageAccounts), let problem = try? AccountService(session).mailProblem() { notices = [problem] }
  }

  /// Why the person who is signed in may not go on: their account was locked, or is another now. Nil while they may.
  package var dismissal: String? { session?.end.reason?.sentence }

  /// Writes down that the terminal is locked.
  package func noteLock() { presence?.locked() }

  /// Others sit down here: what is typed is kept, and the feed rests until `resume`.
  func rest() {
    drafts?.finish()
    stopListening()
  }

  /// The person is back.
  func resume() {
    guard let session, feed == nil, watch == nil else { return }
    try? session.confirmStanding()
    listen(to: session)
    // Screens that stood here meanwhile have heard nothing.
    pharmacyNews = board?.pharmacy
  }

  /// The person leaves; what they left unfinished is kept, and the audit trail says that they went.
  ///
  /// - Parameter reason: why, where they did not do it themselves: said at the sign-in too.
  package func leave(because reason: String? = nil) {
    if session != nil { farewell = dismissal ?? reason }
    drafts?.finish()
    try? session.map { try PharmacyService($0).letGoOfAll() }
    presence?.signedOut(because: reason)
    stopListening()
    drafts = nil
    presence = nil
    board = nil
    (notices, pharmacyNotices, pharmacyNews, pressing) = ([], [], nil, nil)
    session = nil
    signedInAt = nil
  }

  /// Gives the session up without a word: the person goes on at the desk that they had here before.
  func stepAside() {
    stopListening()
    drafts = nil
    board = nil
    (notices, pharmacyNotices, pharmacyNews, pressing) = ([], [], nil, nil)
    session = nil
    signedInAt = nil
  }

  /// The fresh board, if the feed has brought one since the last call.
  package func takeNews() -> BoardReading? {
    guard let news = feed?.take() else { return nil }
    board = news
    notices += news.openings.map(\.notice)
    heed(news.pharmacy)
    if news.isStockMoved { isStockMoved = true }
    if news.isRecordChanged { isRecordChanged = true }
    return news
  }

  private func listen(to session: Session) {
    feed = try? OccupancyFeed(session, wake: wake)
    board = feed?.start()
    // What stands there at first is no news: a screen that opens reads it anyway.
    pressing = board?.pharmacy?.pressing
    watch = feed == nil ? try? StandingWatch(session, wake: wake) : nil
  }

  private func heed(_ pharmacy: PharmacyNews?) {
    guard let pharmacy else { return }
    pressing = pharmacy.pressing
    pharmacyNews = pharmacy.after(pharmacyNews)
    if let notice = pharmacy.fresh.notice { pharmacyNotices.append(notice) }
  }

  private func stopListening() {
    feed?.stop()
    watch?.stop()
    followed = nil
    feed = nil
    watch = nil
  }

  /// What the person has to heed wherever they are, such as the opening of a restricted record; given once.
  package func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  /// What happened at the pharmacy since the last call; nil for nothing.
  package func takePharmacyNews() -> PharmacyNews? {
    defer { pharmacyNews = nil }
    return pharmacyNews
  }

  /// Whether stock was moved or ordered since the last call.
  package func takeStockNews() -> Bool {
    defer { isStockMoved = false }
    return isStockMoved
  }

  /// Follows what is done to a patient's record from now on; the number of this following. What was read under another
  /// number may be out of date, for others were followed meanwhile, or nobody.
  @discardableResult
  package func follow(_ patient: PatientID) -> Int {
    if followed != patient { following += 1 }
    followed = patient
    feed?.follow(patient)
    return following
  }

  /// Whether something was done to the record that is followed since the last call.
  package func takeRecordNews() -> Bool {
    defer { isRecordChanged = false }
    return isRecordChanged
  }

  /// What came for the pharmacist that cannot wait, to be told once wherever they are.
  package func takePharmacyNotices() -> [String] {
    defer { pharmacyNotices = [] }
    return pharmacyNotices
  }

  /// Whether what the screen shows is up to date.
  package var liveness: Liveness {
    if let fault = workplace.health.fault { return .readOnly(fault.sentence) }
    guard let board, board.fault != nil || workplace.health.isUnreadable else { return .live }
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

  /// A desk of the same terminal for somebody who signs in while another holds it.
  func another() -> Desk {
    let other = Desk(workplace: workplace, terminal: terminal, wake: wake)
    other.lockTimes = lockTimes
    other.isGuest = true
    return other
  }
}
