import HospitalDomain
import HospitalServices

/// Signing in at a terminal that nobody holds.
package struct SignInScreen {
  /// What has been typed: the user name and the password.
  package var form: Form
  /// The hospital's name.
  package let place: String
  /// The accounts to show, of a demonstration hospital alone.
  package let demonstration: [String]
  /// Why the person who was here had to go; until the first try.
  package private(set) var farewell: String?
  /// What went wrong with the last try.
  package private(set) var problem: String?

  private var pending: PendingSignIn?
  package let desk: Desk

  /// The sign-in at a desk.
  package init(desk: Desk) {
    self.desk = desk
    let hospital = try? SignInService(desk.workplace).hospital()
    place = hospital?.name ?? "hms"
    farewell = desk.farewell
    demonstration = hospital?.isDemonstration == true ? Self.demonstrationAccounts : []
    form = Self.emptyForm(at: desk.moment)
  }

  /// The two fields, with nothing in them.
  package static func emptyForm(at moment: FormMoment) -> Form {
    .credentials(id: "sign-in", title: "sign in", moment: moment)
  }

  /// What a try led to.
  package enum Outcome: Hashable, Sendable {
    /// A person begins.
    case began
    /// The password was right, and a second step is asked for.
    case secondStep
    /// Nobody was signed in; `problem` says why.
    case refused
  }

  /// Tries the name and the password that were typed. What was typed of the name stays when they do not go together.
  package mutating func signIn() -> Outcome {
    problem = nil
    farewell = nil
    guard form.checkAll() else {
      problem = form.message?.sentence ?? "Type your user name and your password."
      return .refused
    }
    let username = form.text("user").lowercased()
    let password = form["password"]?.text ?? ""
    do {
      try desk.signIn(username: username, password: password)
      return .began
    } catch let needed as SecondStepNeeded {
      pending = needed.pending
      return .secondStep
    } catch {
      problem = FormMessage(problem: error).sentence
    }
    form.fill("password", with: "")
    form.focus(on: "password")
    return .refused
  }

  /// What comes after the password.
  package enum SecondStepScreen {
    /// A code is asked for.
    case code(CodeScreen)
    /// A second step has to be added.
    case enrolment(EnrolmentScreen)
  }

  /// The screen of the second step that is asked for; nil where none is, or `problem` says why not.
  package mutating func secondStep() -> SecondStepScreen? {
    guard let pending else { return nil }
    if pending.step != nil { return .code(CodeScreen(pending, desk: desk, place: place)) }
    do { return .enrolment(try EnrolmentScreen(forced: pending, desk: desk)) } catch {
      problem = FormMessage(problem: error).sentence
      return nil
    }
  }

  private static let demonstrationAccounts = Role.allCases.filter { $0 != .auditor }.map(\.rawValue)
}
