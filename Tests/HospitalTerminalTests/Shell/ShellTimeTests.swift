import Glibc
import HospitalTerminal
import TerminalKit
import Testing

@Suite("Time, news, slow work and the lock")
struct ShellTimeTests {
  let host = ToyHost()
  let terminal = ScriptedTerminal()

  private func start(wakeUp: WakeUp? = nil) -> Shell {
    let shell = Shell(host: host, wakeUp: wakeUp)
    terminal.start(shell)
    return shell
  }

  private func pass(_ milliseconds: Int64) {
    host.now += milliseconds
    terminal.passTime(to: host.now)
  }

  @Test("the next minute is waited for, and the pane is told")
  func minutes() {
    host.now = 1_000_000_020_000
    let shell = start()
    #expect(shell.deadline == 1_000_000_080_000)
    host.status.clock = "14:03"
    pass(60_000)
    #expect(terminal.frame.line(0).hasSuffix("LIVE 14:03"))
  }

  @Test("a note goes by itself after six seconds, without a key")
  func notes() {
    let shell = start()
    terminal.press("7")
    #expect(terminal.frame.line(21) != "")
    #expect(shell.deadline == host.now + 6_000)
    pass(6_000)
    #expect(terminal.frame.line(21) == "")
  }

  @Test("A2: news changes the pane at once and moves neither the focus nor what is typed")
  func news() {
    _ = start()
    terminal.press(.down)
    host.waitingNews = [LiveNews("fruit", ["apple", "banana", "quince"])]
    terminal.wake()
    #expect(terminal.frame.shows("> banana"))
    #expect(terminal.frame.shows("quince"))
    terminal.press("3")
    terminal.type("In")
    host.waitingNews = [LiveNews("fruit", ["fig"])]
    terminal.wake()
    #expect(terminal.frame.shows("[In__"))
  }

  @Test("a pane that was not seen has the newest news when it comes to be seen, once")
  func newsLater() {
    _ = start()
    terminal.press("2", "3")
    host.waitingNews = [LiveNews("fruit", ["fig"])]
    terminal.wake()
    host.waitingNews = [LiveNews("fruit", ["grape"])]
    terminal.wake()
    terminal.press(.control("p"))
    terminal.type("go to beds")
    terminal.press(.enter)
    #expect(terminal.frame.shows("> grape"))
    #expect(!terminal.frame.shows("fig"))
  }

  @Test("H4: after the limit without a key the terminal locks, shows nothing of before, and opens again")
  func idle() {
    host.idleLimit = 180_000
    let shell = start()
    terminal.press("3")
    terminal.type("DUARTE")
    pass(179_999)
    #expect(terminal.frame.shows("DUARTE"))
    pass(1)
    #expect(terminal.frame.shows("LOCKED"))
    for hidden in ["DUARTE", "OKAFOR", "St Brigid", "Register"] { #expect(!terminal.frame.shows(hidden)) }
    #expect(terminal.redraws == 1)
    terminal.press("x", "1", "?", "q", .control("p"), .control("k"), .escape)
    #expect(terminal.frame.shows("LOCKED"))
    #expect(!terminal.frame.shows("Help"))
    terminal.press(.enter)
    #expect(terminal.frame.shows("[DUARTE__"))
    #expect(shell.deadline.map { $0 > host.now } == true)
  }

  @Test("H4: ^K locks anywhere, over a question too, and the question is gone")
  func lockKey() {
    _ = start()
    terminal.press(.function(9))
    terminal.press(.control("k"))
    #expect(terminal.frame.shows("LOCKED"))
    #expect(!terminal.frame.shows("Throw"))
    terminal.press(.enter)
    #expect(!terminal.frame.shows("Throw all away?"))
  }

  @Test("a clock that is set back does not lock the terminal early, nor never")
  func clockSetBack() {
    host.idleLimit = 180_000
    _ = start()
    pass(0)
    pass(-3_600_000)
    pass(60_000)
    #expect(!terminal.frame.shows("LOCKED"))
    pass(120_000)
    #expect(terminal.frame.shows("LOCKED"))
  }

  @Test("a dropped line lets every pane keep its draft, then the program ends")
  func hangUp() {
    let shell = start()
    terminal.press("3")
    terminal.type("DUARTE")
    terminal.hangUp()
    #expect(host.hungUpTimes == 1)
    #expect(host.parked.contains("DUARTE"))
    #expect(shell.isFinished)
  }

  @Test("slow work shows its progress on the message row and its result when it is done")
  func work() {
    let wakeUp = WakeUp()
    _ = start(wakeUp: wakeUp)
    terminal.press("o")
    waitFor(wakeUp) { terminal.frame.shows("> damson") }
    #expect(terminal.frame.shows("> damson"))
  }

  @Test("after 300 ms slow work says how far it is; Esc stops it, and says so")
  func stopped() {
    let wakeUp = WakeUp()
    let shell = start(wakeUp: wakeUp)
    terminal.press("O")
    waitFor(wakeUp) { host.workStarted }
    #expect(terminal.frame.line(21) == "")
    #expect(shell.deadline == host.now + 300)
    pass(300)
    #expect(terminal.frame.line(21).hasPrefix(" Counting 3 of 12 █████"))
    #expect(terminal.frame.line(21).hasSuffix("Esc stops"))
    terminal.press("o")
    #expect(terminal.frame.line(21).contains("Counting"))
    terminal.press(.escape)
    waitFor(wakeUp) { terminal.frame.line(21).contains("Counting was stopped.") }
    #expect(terminal.frame.line(21) == " Note  Counting was stopped.")
  }

  /// Lets the program wake until something is so; ten seconds at the most.
  private func waitFor(_ wakeUp: WakeUp, _ isSo: () -> Bool) {
    for _ in 0..<100 where !isSo() {
      var waiting = pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&waiting, 1, 100)
      _ = wakeUp.take()
      terminal.wake()
    }
  }
}
