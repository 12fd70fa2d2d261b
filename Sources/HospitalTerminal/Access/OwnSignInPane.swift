import HospitalDomain
import HospitalScreens
import TerminalKit

/// How a person signs in themselves: their second step, to add, to renew, to take away (H3).
package struct OwnSignInPane: Pane {
  package static let keyTable: [Command<OwnSignInPane>] = [
    Command("own.app", keys: ["a"], title: "Sign in with an authenticator app…", hint: "App…") { $0.open(.app) },
    Command("own.mail", keys: ["e"], title: "Sign in with codes by e-mail…", hint: "E-mail…") { $0.open(.mail) },
    Command(
      "own.codes", keys: ["n"], title: "New recovery codes…", hint: "New codes…",
      disabled: { $0.screen.noStepRefusal }
    ) { $0.open(.codes) },
    Command(
      "own.remove", keys: [.function(9), "D"], title: "Take the second step away…", hint: "Take away…",
      disabled: { $0.screen.removalRefusal }
    ) { $0.remove() },
  ]

  package var asks = Asks()
  var screen: OwnSignInScreen
  private let desk: Desk

  init(_ screen: OwnSignInScreen, at desk: Desk) {
    self.screen = screen
    self.desk = desk
  }

  package var title: String { "My sign-in" }
  package var context: StyledText { StyledText(" What is asked besides your password", .hint) }

  package mutating func appear() { screen.refresh() }

  package mutating func draw(on canvas: inout Canvas) {
    if let problem = screen.problem { return canvas.writeWrapped([problem], role: .fieldError) }
    screen.lines.draw(on: &canvas, more: "a larger window")
    canvas.park(column: 1, row: 3)
  }

  private mutating func open(_ purpose: EnrolmentScreen.Purpose) {
    push(EnrolmentPane(screen.enrolment(purpose, at: desk)), for: String.self) { pane, sentence in
      pane.screen.refresh()
      pane.asks.ok(sentence)
    }
  }

  private mutating func remove() {
    confirm(
      ConfirmQuestion(
        title: "Take the second step away?",
        lines: [screen.step?.title ?? "", "Your password alone lets you in then."], keep: "Keep", act: "Take away")
    ) { $0.open(.removal) }
  }
}
