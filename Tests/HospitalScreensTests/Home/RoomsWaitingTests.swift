import HospitalDomain
import Testing

@testable import HospitalScreens

@Suite("What waits on the wards")
struct RoomsWaitingTests {
  private let waiting = RoomsWaiting(now: SampleBoard.now, clock: .utc, hidesNames: false)

  @Test("late cleaning, ending holds and today's discharges are listed, the most pressing first")
  func lines() {
    let lines = waiting.lines(of: BoardRooms(SampleBoard.mixed))
    #expect(lines.map(\.lead) == ["4B-2", "4A-10", "4A-12", "4A-2"])
    #expect(lines.map(\.isLate) == [true, false, false, false])
    #expect(lines[0].text == "KOVAC, Ana · late since 13:02")
    #expect(lines[1].text == "housekeeping for 12 min")
    #expect(lines[2].text == "hold for transfer from Mercy ends 14:32")
    #expect(lines[3].text == "DUARTE, Inês · leaves today 18:02")
  }

  @Test("names are hidden from those who may not read records")
  func privacy() {
    let lines = RoomsWaiting(now: SampleBoard.now, clock: .utc, hidesNames: true).lines(
      of: BoardRooms(SampleBoard.mixed))
    #expect(lines.allSatisfy { !$0.text.contains("DUARTE") && !$0.text.contains("KOVAC") })
  }

  @Test("a free room, a far hold and a patient who leaves tomorrow do not wait")
  func nothing() {
    let patient = SampleBoard.patient(1, "Duarte", "Inês")
    let rows = [
      SampleBoard.room("1"), SampleBoard.room("2", note: "x", heldUntil: SampleBoard.now + .hours(5)),
      SampleBoard.room("3", patient: patient, leaves: SampleBoard.now + .days(1)),
      SampleBoard.room("4", patient: patient),
    ]
    #expect(waiting.lines(of: BoardRooms(rows)).isEmpty)
  }
}
