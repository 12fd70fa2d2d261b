import HospitalDomain
import HospitalServices

/// The second step of signing in: a code is typed (H3). It shows nothing of any patient.
package struct CodeScreen {
  /// What has been typed of the code.
  package var entry = TextEntry(limit: 40)
  /// The hospital's name.
  package let place: String
  /// What went wrong with the last try.
  package private(set) var problem: String?
  /// What was done, such as that a code is on its way.
  package private(set) var note: String?
  /// What is asked for.
  package let question: String
  /// Whether another code can be sent.
  package let isByMail: Bool
  package let desk: Desk
  private let pending: PendingSignIn

  /// The screen of a person whose password was right; a code that is sent is sent at once.
  package init(_ pending: PendingSignIn, desk: Desk, place: String) {
    self.pending = pending
    self.desk = desk
    self.place = place
    isByMail = pending.step?.kind == .mail
    question =
      isByMail
      ? "Type the code that was sent to \(pending.step?.address?.veiled ?? "you")."
      : "Type the code that your authenticator app shows."
    if isByMail { sendAgain() }
  }

  /// What a try led to.
  package enum Outcome: Hashable, Sendable {
    /// The person begins.
    case began
    /// The password was given too long ago: it begins again.
    case startOver
    /// Nobody was signed in; `problem` says why.
    case refused
  }

  /// Sends another code.
  package mutating func sendAgain() {
    do {
      try SignInService(desk.workplace).sendCode(for: pending)
      (note, problem) = ("A code is on its way; it can be used for \(MailCodeRule.life.wholeMinutes) minutes.", nil)
      desk.carryMail()
    } catch {
      (note, problem) = (nil, FormMessage(problem: error).sentence)
    }
  }

  /// Tries the code that was typed.
  package mutating func finish() -> Outcome {
    (note, problem) = (nil, nil)
    guard !entry.isBlank else {
      problem = "Type the code, then Enter."
      return .refused
    }
    do {
      try desk.finish(pending, code: entry.text)
      return .began
    } catch let refusal as Refusal where refusal == .codeTooLate {
      return .startOver
    } catch {
      problem = FormMessage(problem: error).sentence
      entry = TextEntry(limit: 40)
      return .refused
    }
  }
}
