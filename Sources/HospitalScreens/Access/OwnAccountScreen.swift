import HospitalDomain
import HospitalServices

/// What a person may know and set of their own account: how they sign in, and how their terminal unlocks (H3, H4).
package struct OwnAccountScreen {
  /// The account in sections.
  package private(set) var sections: [RecordSection] = []
  /// The second step; nil for none.
  package private(set) var step: SecondStep?
  /// Why it could not be looked at; nil if it could.
  package private(set) var problem: FormMessage?
  let session: Session
  private let desk: Desk
  private let isRequired: Bool

  /// The account of who sits at a desk; nil for nobody.
  package init?(desk: Desk) {
    guard let session = desk.session else { return nil }
    self.session = session
    self.desk = desk
    isRequired = (try? SecondStepService(session).isRequired()) ?? false
    refresh()
  }

  /// Reads it again.
  package mutating func refresh() {
    do {
      step = try SecondStepService(session).step()
      problem = nil
    } catch {
      problem = FormMessage(problem: error)
    }
    sections = [you, signingIn, lock]
  }

  private var clock: LocalTime { session.workplace.localTime }

  private var you: RecordSection {
    RecordSection(
      "YOU",
      [
        RecordLine("User", session.account.username), RecordLine("Name", session.account.fullName),
        RecordLine("Role", session.account.role.title),
        RecordLine("Signed in", desk.signedInAt.map { clock.text($0) } ?? ""),
      ], none: "")
  }

  private var signingIn: RecordSection {
    var lines = [
      RecordLine("Password", "w changes it"), RecordLine("Second step", step?.title ?? "none; a or e adds one"),
    ]
    if let step {
      lines.append(RecordLine("Since", clock.text(step.addedAt)))
      lines.append(
        RecordLine(
          "Recovery", "\(step.recoveryCodes) of \(RecoveryCode.count) codes left",
          step.recoveryCodes < 3 ? .waiting : .plain))
    }
    if isRequired { lines.append(RecordLine("", "Your role signs in with a second step here.")) }
    return RecordSection("SIGNING IN", lines, none: "")
  }

  private var lock: RecordSection {
    let standing = try? LockService(session).standing()
    let tries = standing.map { $0.triesLeft == 0 ? "; wrong too often, the next sign-in sets it right" : "" } ?? ""
    return RecordSection(
      "THE LOCK",
      [
        RecordLine("PIN", standing.map { "set \(clock.text($0.setAt))\(tries)" } ?? "none; p sets one"),
        RecordLine("Locks", "after \(desk.lockMinutes) min without a key, and with ^K"),
        RecordLine("Unlocks", "PIN: for 30 min after a sign-in; password: always"),
        RecordLine("Signs out", "after 15 min locked; unfinished forms are kept 12 h"),
      ], none: "")
  }

  /// The form that sets a PIN.
  package func pinForm() -> PINForm { PINForm(session) }

  /// The form that changes the password.
  package func passwordForm() -> OwnPasswordForm { OwnPasswordForm(session) }

  /// Why there is nothing to renew or take away; nil if there is.
  package var noStepRefusal: String? { step == nil ? "There is no second step yet; press a or e to add one." : nil }

  /// Why the second step cannot be taken away; nil if it can.
  package var removalRefusal: String? {
    if let noStepRefusal { return noStepRefusal }
    return isRequired ? Refusal.secondStepRequired(of: session.account.role).sentence : nil
  }

  /// The questions that lead to another second step, or to none.
  package func enrolment(_ purpose: EnrolmentScreen.Purpose) -> EnrolmentScreen {
    EnrolmentScreen(purpose, desk: desk, session: session)
  }
}
