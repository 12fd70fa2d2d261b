import HospitalDomain
import HospitalServices
import Testing

@testable import HospitalScreens

@Suite("One room as a line of the board (A1)")
struct RoomLineTests {
  private func line(_ row: RoomBoardRow, at now: Timestamp = SampleBoard.now) throws -> RoomLine {
    var screen = try SampleBoard.screen([row])
    screen.tick(now)
    return screen.line(at: 0)
  }

  @Test("says what a free, cleaned, closed and held room is, and what comes next")
  func states() throws {
    #expect(try line(SampleBoard.room("1", features: "oxygen")).note == "oxygen")
    let cleaning = try line(SampleBoard.room("1", state: .housekeeping, since: SampleBoard.now - .minutes(12)))
    #expect(cleaning.note == "12 min")
    #expect(cleaning.next == "~14:20")
    let late = try line(SampleBoard.room("1", state: .housekeeping, since: SampleBoard.now - .minutes(38)))
    #expect(late.next == "late, 13:54")
    #expect(late.isLate)
    let closed = try line(
      SampleBoard.room("1", state: .closed, reason: "leak", reopensAt: SampleBoard.now + .hours(20)))
    #expect(closed.note == "leak")
    #expect(closed.next == "2026/11/22")
    let held = try line(SampleBoard.room("1", note: "from Mercy", heldUntil: SampleBoard.now + .minutes(58)))
    #expect(held.code == .held)
    #expect(held.note == "from Mercy")
    #expect(held.next == "until 15:00")
  }

  @Test("names the patient with sex, age and since when: a time today, a date before")
  func occupied() throws {
    let patient = SampleBoard.patient(1, "Duarte", "Inês")
    let today = try line(SampleBoard.room("1", patient: patient, leaves: SampleBoard.now + .hours(1)))
    #expect(today.who(fitting: 30) == "DUARTE, Inês")
    #expect([today.sex, today.age, today.since, today.next] == ["F", "35 y", "12:02", "leaves 15:02"])
    let before = try line(SampleBoard.room("1", since: SampleBoard.now - .days(3), patient: patient))
    #expect(before.since == "2026/11/18")
    #expect(before.elapsed == "3 d")
  }

  @Test("namesakes carry their number and birth date, and keep them when the name is cut")
  func namesakes() throws {
    let screen = try SampleBoard.screen([
      SampleBoard.room("1", patient: SampleBoard.patient(1, "Duarte", "Inês")),
      SampleBoard.room("2", patient: SampleBoard.patient(2, "DUARTE", "Ines", born: "1950/01/02")),
      SampleBoard.room("3", patient: SampleBoard.patient(3, "Murphy", "Seán")),
    ])
    #expect(screen.line(at: 0).who(fitting: 40) == "DUARTE, Inês (2) 1991/03/12")
    #expect(screen.line(at: 1).who(fitting: 22) == "DUARTE… (2) 1950/01/02")
    #expect(
      screen.line(at: 1).who(fitting: 14) == "DUARTE… (2)" || screen.line(at: 1).who(fitting: 14).hasSuffix("(2)"))
    #expect(screen.line(at: 2).who(fitting: 40) == "MURPHY, Seán")
  }

  @Test("one patient in a room and expected in another is no namesake of their own")
  func samePatientTwice() throws {
    let patient = SampleBoard.patient(1, "Duarte", "Inês")
    let screen = try SampleBoard.screen([
      SampleBoard.room("1", patient: patient),
      SampleBoard.room("2", heldFor: patient, heldUntil: SampleBoard.now + .hours(1)),
    ])
    #expect(screen.line(at: 0).namesakes == 1)
  }

  @Test("names are hidden from those who may not read records, and by a key (privacy)")
  func privacy() throws {
    let administrator = try SampleBoard.screen(as: .administrator)
    #expect(administrator.lines.first { $0.number == "4A-2" }?.who(fitting: 30) == "D., I.")
    #expect(administrator.hidesNames)
    var nurse = try SampleBoard.screen(as: .nurse)
    nurse.select(RoomID("4A-2"))
    _ = nurse.session.veil.toggle()
    #expect(nurse.line(at: 1).who(fitting: 30) == "D., I.")
    #expect(
      nurse.detail?.sections.flatMap(\.lines).contains { $0.value.contains("1991") || $0.value.contains("DUARTE") }
        == false)
  }
}
