import HospitalDomain
import HospitalServices

/// The lock of a terminal (H4): who holds the seat unlocks with their PIN or their password; whoever else has a session
/// behind it goes on with theirs; anybody else signs in at once. It shows nothing of any patient.
package struct LockScreen {
  /// What has been typed: the user name, and the PIN or the password.
  package var form: Form
  /// The hospital's name.
  package let place: String
  /// Who holds the seat.
  package let holder: String
  /// What went wrong with the last try.
  package private(set) var problem: String?
  private let seat: Seat

  /// The lock of a terminal that somebody holds.
  package init(_ seat: Seat) {
    self.seat = seat
    let session = seat.desk.session
    place = session?.hospital.name ?? "hms"
    holder = session?.account.fullName ?? ""
    form = .credentials(id: "lock", title: "unlock", user: session?.account.username ?? "", moment: seat.desk.moment)
    form.focus(on: "password")
  }

  /// Since when it is locked: `14:05`.
  package var since: String { seat.lockedAt.map { seat.desk.clock(at: $0) } ?? "" }

  /// What stands before the second field: `PIN` while that unlocks for the user who is typed, else `Password`.
  package var secretCaption: String { pinRefusal == nil ? "PIN" : "Password" }

  /// What is to be known of that field: that the password does as well, or why a PIN does not; empty for nothing.
  package var secretHint: String {
    guard seat.desk(of: username) != nil else { return "" }
    guard let pinRefusal else { return "or the password" }
    return pinRefusal == .noPIN
      ? "" : pinRefusal == .pinSpent ? "PIN wrong too often" : "PIN: for 30 min after a sign-in"
  }

  /// How many others have work parked here.
  package var parked: Int { seat.absent.count }

  /// What a try led to.
  package enum Outcome {
    /// The person who held the seat is back; their work is as they left it.
    case unlocked
    /// Another person sits down.
    case began
    /// Another person has to do more before they can: the sign-in goes on.
    case goesOn(SignInScreen)
    /// Nobody was let in; `problem` says why.
    case refused
  }

  /// Tries what was typed.
  package mutating func unlock() -> Outcome {
    problem = nil
    let secret = form["password"]?.text ?? ""
    guard !username.isEmpty, !secret.isEmpty else {
      problem =
        "Type \(username.isEmpty ? "your user name and " : "")your \(secretCaption == "PIN" ? "PIN" : "password")."
      return .refused
    }
    do {
      guard let desk = seat.desk(of: username) else { return signIn(secret) }
      try unlock(desk, with: secret)
      if desk === seat.desk {
        seat.unlock()
        return .unlocked
      }
      seat.sitDown(desk)
      return .began
    } catch {
      return refuse(FormMessage(problem: error).sentence)
    }
  }

  private func unlock(_ desk: Desk, with secret: String) throws {
    guard let session = desk.session, let signedInAt = desk.signedInAt else { throw Refusal.signInFailed }
    let lock = LockService(session)
    if PINRule.isTypedLikeOne(secret), try lock.standing() != nil {
      return try lock.unlock(pin: secret, signedInAt: signedInAt)
    }
    try lock.unlock(password: secret)
    desk.signedInAt = desk.now
  }

  /// Somebody who has no session here: the sign-in, with what was typed.
  private mutating func signIn(_ password: String) -> Outcome {
    let guest = seat.guestDesk()
    var screen = SignInScreen(desk: guest)
    screen.form.fill("user", with: username)
    screen.form.fill("password", with: password)
    switch screen.signIn() {
    case .began: return .began
    case .refused: return refuse(screen.problem ?? Refusal.signInFailed.sentence)
    default: return .goesOn(screen)
    }
  }

  private mutating func refuse(_ sentence: String) -> Outcome {
    problem = sentence
    form.fill("password", with: "")
    form.focus(on: "password")
    return .refused
  }

  private var username: String { form.text("user").lowercased() }

  /// Why a PIN does not unlock for the user who is typed; nil if it does.
  private var pinRefusal: Refusal? {
    guard let desk = seat.desk(of: username), let session = desk.session, let signedInAt = desk.signedInAt else {
      return .noPIN
    }
    do throws(Refusal) {
      try PINRule.checkUse(try? LockService(session).standing(), signedInAt: signedInAt, now: desk.now)
      return nil
    } catch {
      return error
    }
  }
}
