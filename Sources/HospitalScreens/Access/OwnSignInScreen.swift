import HospitalDomain
import HospitalServices

/// How a person signs in themselves: their second step, and what can be done about it (H3).
package struct OwnSignInScreen {
  /// The second step; nil for none.
  package private(set) var step: SecondStep?
  /// Why it could not be looked at.
  package private(set) var problem: String?
  private let session: Session
  private let isRequired: Bool

  package init(_ session: Session) {
    self.session = session
    isRequired = (try? SecondStepService(session).isRequired()) ?? false
    refresh()
  }

  /// Looks again.
  package mutating func refresh() {
    do {
      step = try SecondStepService(session).step()
      problem = nil
    } catch {
      problem = FormMessage(problem: error).sentence
    }
  }

  /// What is known, caption and text.
  package var lines: [DetailLine] {
    let local = session.workplace.localTime
    var lines = [
      DetailLine("User", session.account.username), DetailLine("Name", session.account.fullName),
      DetailLine("Role", session.account.role.title), DetailLine("Second step", step?.title ?? "none"),
    ]
    if let step {
      lines.append(DetailLine("Since", "\(local.date(of: step.addedAt)) \(local.clock(step.addedAt))"))
      lines.append(
        DetailLine(
          "Recovery", "\(step.recoveryCodes) of \(RecoveryCode.count) codes left",
          step.recoveryCodes < 3 ? .waiting : .plain))
    }
    if isRequired { lines.append(DetailLine("", "Your role signs in with a second step here.")) }
    return lines
  }

  /// Why there is nothing to renew or take away; nil if there is.
  package var noStepRefusal: String? { step == nil ? "There is no second step yet; press a or e to add one." : nil }

  /// Why the second step cannot be taken away; nil if it can.
  package var removalRefusal: String? {
    if let noStepRefusal { return noStepRefusal }
    return isRequired ? Refusal.secondStepRequired(of: session.account.role).sentence : nil
  }

  /// The questions that lead to a change.
  package func enrolment(_ purpose: EnrolmentScreen.Purpose, at desk: Desk) -> EnrolmentScreen {
    EnrolmentScreen(purpose, desk: desk, session: session)
  }
}
