import HospitalDomain
import HospitalScreens
import TerminalKit

/// A person's own account: who they are here, their password, their second step and their PIN (H3, H4).
package struct OwnAccountPane: Pane {
  package static let keyTable: [Command<OwnAccountPane>] =
    RecordList.motions(\.list) + [
      Command("you.password", keys: ["w"], title: "Change your password…", hint: "Password…") { pane in
        pane.set(pane.screen.passwordForm(), advice: PasswordRule.words)
      },
      Command("you.pin", keys: ["p"], title: "Set your PIN, or another one…", hint: "PIN…") { pane in
        pane.set(pane.screen.pinForm())
      },
      Command("you.app", keys: ["a"], title: "Sign in with an authenticator app…", hint: "App…") { $0.open(.app) },
      Command("you.mail", keys: ["e"], title: "Sign in with codes by e-mail…", hint: "E-mail…") { $0.open(.mail) },
      Command(
        "you.codes", keys: ["n"], title: "New recovery codes…", hint: "New codes…",
        disabled: { $0.screen.noStepRefusal }
      ) { $0.open(.codes) },
      Command(
        "you.remove", keys: [.function(9), "D"], title: "Take the second step away…", hint: "Take away…",
        disabled: { $0.screen.removalRefusal }
      ) { $0.remove() },
      Command("you.refresh", keys: ["r", .function(5)], title: "Read it again", isMotion: true) { $0.refresh() },
    ]

  package var asks = Asks()
  private var screen: OwnAccountScreen
  private var list: RecordList
  private let desk: Desk

  /// The pane of the account of who sits at a desk.
  init(_ screen: OwnAccountScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list = RecordList(screen.sections)
  }

  package var title: String { "Your account" }
  package func context(columns: Int) -> StyledText { StyledText("Only you see and set this", .hint) }

  package mutating func draw(on canvas: inout Canvas) { list.draw(on: &canvas) }
  package mutating func appear() { refresh() }

  private mutating func refresh() {
    screen.refresh()
    list.replace(with: screen.sections)
    if let problem = screen.problem { asks.error(problem.sentence, subject: "account") } else { asks.mend("account") }
  }

  private mutating func set(_ form: some SecretForm, advice: [String] = []) {
    push(SecretFormPane(form, advice: advice, desk: desk), for: String.self) { $0.say($1) }
  }

  private mutating func open(_ purpose: EnrolmentScreen.Purpose) {
    push(EnrolmentPane(screen.enrolment(purpose)), for: String.self) { $0.say($1) }
  }

  private mutating func say(_ sentence: String) {
    refresh()
    asks.ok(sentence)
  }

  private mutating func remove() {
    confirm(
      ConfirmQuestion(
        title: "Take the second step away?",
        lines: [screen.step?.title ?? "", "Your password alone lets you in then."], keep: "Keep", act: "Take away")
    ) { $0.open(.removal) }
  }
}
