import HospitalDomain
import HospitalServices

/// Adding or changing the second step of one's own sign-in, one question after the other (H3).
package struct EnrolmentScreen {
  /// What it is about.
  package enum Purpose: Hashable, Sendable {
    /// An authenticator app.
    case app
    /// Codes by e-mail.
    case mail
    /// New recovery codes.
    case codes
    /// No second step any more.
    case removal
  }

  /// What is asked or shown now.
  package enum Phase: Hashable, Sendable {
    /// The password, because something is about to change.
    case password
    /// The secret, to be scanned or typed, and its first code.
    case app(TimeCodeEnrolment, DotPicture?)
    /// Where codes are to be sent to.
    case address
    /// The code that was sent there.
    case mailCode(EmailAddress)
    /// The recovery codes: shown once.
    case codes([String])
  }

  /// What a step led to.
  package enum Outcome: Hashable, Sendable {
    /// There is more to do, or `problem` says why not.
    case goesOn
    /// It is done, and the sentence says what.
    case done(String)
  }

  package private(set) var phase: Phase
  /// What is typed.
  package var entry = TextEntry(limit: 254)
  package private(set) var problem: String?
  package private(set) var note: String?
  package private(set) var purpose: Purpose
  /// Whether it stands between the person and their work, because their role has to have a second step.
  package var isForced: Bool { pending != nil }
  package let desk: Desk
  private let service: SecondStepService
  private let pending: PendingSignIn?

  /// For who is signed in; the password is asked once more.
  package init(_ purpose: Purpose, desk: Desk, session: Session) {
    self.purpose = purpose
    self.desk = desk
    pending = nil
    phase = .password
    service = SecondStepService(session)
  }

  /// For who has to add a second step before the work begins.
  package init(forced pending: PendingSignIn, desk: Desk) throws {
    purpose = .app
    self.desk = desk
    self.pending = pending
    phase = .address
    service = SecondStepService(try SignInService(desk.workplace).enrolling(pending))
    begin()
  }

  /// Lets the work begin of a person who had to add a second step; false when too long has passed since the password.
  package func beginWork() -> Bool {
    guard let pending else { return false }
    return (try? desk.finishEnrolled(pending)) != nil
  }

  /// Whether what is typed is not shown.
  package var isSecret: Bool { phase == .password }

  /// Turns from an app to codes by e-mail, or back.
  package mutating func turn() {
    guard canTurn else { return }
    purpose = purpose == .app ? .mail : .app
    begin()
  }

  /// Whether it can still be turned.
  package var canTurn: Bool {
    switch phase {
    case .app, .address, .mailCode: true
    case .password, .codes: false
    }
  }

  /// Sends another code to the address that was typed.
  package mutating func sendAgain() {
    guard case .mailCode(let address) = phase else { return }
    (note, problem) = (nil, nil)
    do { try send(to: address) } catch { problem = FormMessage(problem: error).sentence }
  }

  /// Enter: takes what was typed.
  package mutating func accept() -> Outcome {
    (note, problem) = (nil, nil)
    do { return try take() } catch {
      problem = FormMessage(problem: error).sentence
      return .goesOn
    }
  }

  private mutating func take() throws -> Outcome {
    switch phase {
    case .password:
      let password = entry.text
      entry = TextEntry(limit: 254)
      try service.confirm(password: password)
      return try confirmed()
    case .app(let enrolment, _):
      show(try service.add(enrolment, code: typedCode()))
    case .address:
      do { try send(to: EmailAddress(entry: entry.text)) } catch let wrong as Misentry {
        problem = wrong.sentence + "."
      }
    case .mailCode(let address):
      show(try service.add(address, code: typedCode()))
    case .codes:
      return .done(purpose == .codes ? "The new recovery codes are in force." : "Your sign-in has a second step now.")
    }
    return .goesOn
  }

  /// The code as typed; the field is empty again.
  private mutating func typedCode() -> String {
    defer { entry = TextEntry(limit: 254) }
    return entry.text
  }

  private mutating func confirmed() throws -> Outcome {
    switch purpose {
    case .app, .mail: begin()
    case .codes: show(try service.renewRecoveryCodes())
    case .removal:
      try service.remove()
      return .done("Your sign-in has no second step any more.")
    }
    return .goesOn
  }

  private mutating func begin() {
    entry = TextEntry(limit: 254)
    (note, problem) = (nil, nil)
    phase = .address
    guard purpose == .app else { return }
    do {
      let enrolment = try service.newEnrolment()
      phase = .app(enrolment, service.picture(of: enrolment))
    } catch { problem = FormMessage(problem: error).sentence }
  }

  private mutating func send(to address: EmailAddress) throws {
    try service.sendCode(to: address)
    desk.carryMail()
    phase = .mailCode(address)
    entry = TextEntry(limit: 254)
    note = "A code is on its way to \(address)."
  }

  private mutating func show(_ codes: [RecoveryCode]) { phase = .codes(codes.map(\.shown)) }
}
