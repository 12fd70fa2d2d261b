import TerminalKit
import Testing

@Suite("Messages and how long they stay")
struct MessageLogTests {
  private func log(_ messages: Message...) -> MessageLog {
    var log = MessageLog()
    for message in messages { log.say(message) }
    return log
  }

  @Test("OK goes with the next key")
  func ok() {
    var log = log(Message(.ok, "Saved.", time: 0))
    #expect(log.current?.text == "Saved.")
    log.keyPressed()
    #expect(log.current == nil)
  }

  @Test("news goes over what was done, which is there again when the news has passed")
  func news() {
    var log = log(Message(.ok, "Rx 7 handed over.", time: 0), Message(.note, "Rx 9 is urgent.", time: 10))
    #expect(log.current?.text == "Rx 9 is urgent.")
    _ = log.passed(6_010)
    #expect(log.current?.text == "Rx 7 handed over.")
    log.keyPressed()
    #expect(log.current == nil)
  }

  @Test("Note goes after six seconds, not before", arguments: [(5_999, true), (6_000, false)])
  func note(milliseconds: Int64, stays: Bool) {
    var log = log(Message(.note, "4A-12 became free.", time: 1_000))
    #expect(log.expires == 7_000)
    log.keyPressed()
    _ = log.passed(1_000 + milliseconds)
    #expect((log.current != nil) == stays)
  }

  @Test("Warn goes when the person acted, ERR when what it names is mended, or by Esc")
  func serious() {
    var log = log(
      Message(.warn, "Severe interaction.", time: 0), Message(.error, "Telephone is wrong.", subject: "tel", time: 0))
    log.keyPressed()
    _ = log.passed(60_000)
    #expect(log.current?.level == .error)
    log.mend("other")
    #expect(log.current?.level == .error)
    log.mend("tel")
    #expect(log.current?.level == .warn)
    log.acted()
    #expect(log.current == nil)
    log.say(Message(.error, "No.", time: 0))
    let dismissed = log.dismiss()
    #expect(dismissed)
    #expect(log.current == nil)
  }

  @Test("the most serious is shown, and of two the newer")
  func order() {
    var log = log(Message(.error, "Wrong.", time: 0), Message(.note, "News.", time: 5))
    #expect(log.current?.text == "Wrong.")
    log.say(Message(.error, "Worse.", time: 6))
    #expect(log.current?.text == "Worse.")
  }

  @Test("the same again is counted, not stacked, also in the history")
  func counted() {
    let log = log(
      Message(.note, "Locked out.", time: 0), Message(.note, "Locked out.", time: 1),
      Message(.note, "Locked out.", time: 2))
    #expect(log.current?.count == 3)
    #expect(log.history.count == 1)
  }

  @Test("a newer word on the same subject takes the place of the older")
  func subject() {
    let log = log(
      Message(.error, "6 digits typed, 10 needed.", subject: "tel", time: 0),
      Message(.error, "7 digits typed, 10 needed.", subject: "tel", time: 0))
    #expect(log.current?.text == "7 digits typed, 10 needed.")
    #expect(log.history.count == 2)
  }

  @Test("a clock that is set back does not keep a note for ever")
  func clockSetBack() {
    var log = log(Message(.note, "News.", time: 10_000_000))
    let changed = log.passed(1_000)
    #expect(changed)
    #expect(log.current == nil)
  }

  @Test("the history is not endless")
  func bounded() {
    var log = MessageLog()
    for number in 0..<1_000 { log.say(Message(.note, "News \(number).", time: Int64(number))) }
    #expect(log.history.count == MessageLog.longest)
    #expect(log.history.last?.text == "News 999.")
  }

  @Test("a refusal ends when something else is asked for; what names a field and what failed in the background stay")
  func asked() {
    var log = log(
      Message(.error, "No doctor has ordered it.", time: 0), Message(.error, "Six digits.", subject: "tel", time: 0),
      Message(.warn, "Low.", time: 0))
    log.asked()
    #expect(log.current?.text == "Six digits.")
    log.mend("tel")
    #expect(log.current?.level == .warn)
    log.say(Message(.error, "No.", time: 1))
    log.acted()
    #expect(log.current == nil)
  }

  @Test("what was wrong elsewhere does not stand over what is done here; the history keeps it")
  func leftPlace() {
    var log = log(
      Message(.error, "BRETT, Clare has patients.", time: 0),
      Message(.error, "Saving failed.", subject: "work", time: 0),
      Message(.warn, "Low.", time: 0))
    log.leftPlace()
    #expect(log.current?.text == "Saving failed." && log.history.count == 3)
    log.mend("work")
    #expect(log.current?.level == .warn)
  }
}
