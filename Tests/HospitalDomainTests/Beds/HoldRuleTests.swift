import Testing

@testable import HospitalDomain

@Suite("A room is held for a while (A3)")
struct HoldRuleTests {
  func check(_ place: RoomStanding = room(), for patient: PatientStanding? = nil, until: Timestamp) -> Refusal? {
    refusal { () throws(Refusal) in try HoldRule.check(place, for: patient, until: until, at: now, clock: .utc) }
  }

  @Test func notForTheDeadNorForAMergedRecord() {
    let later = now + .hours(1)
    #expect(check(for: patient(), until: later) == nil)
    #expect(check(for: patient(deceased: true), until: later)?.code == "admission.deceased")
    #expect(check(for: patient(mergedInto: number(7)), until: later)?.code == "admission.merged")
  }

  @Test func fromFiveMinutesToThreeDays() {
    #expect(
      check(until: now + .minutes(4))?.sentence == "A hold lasts at least 5 min; give a later time.")
    #expect(check(until: now + .minutes(5) - .seconds(59)) == nil, "+5m is typed without seconds")
    #expect(check(until: now + .hours(72)) == nil)
    #expect(
      check(until: now + .hours(72) + .milliseconds(1))?.sentence == "A hold lasts at most 72 h; give an earlier time.")
    #expect(check(until: now - .days(400))?.field == "until")
  }

  @Test func onlyARoomThatWillBeFree() {
    let later = now + .hours(1)
    #expect(check(room(service: .housekeeping), until: later) == nil)
    #expect(check(room(service: .contaminated), until: later)?.code == "bed.notReady")
    #expect(check(room(service: .closed, closure: brokenBell), until: later)?.code == "bed.notReady")
    #expect(check(room(occupant: occupant()), until: later)?.code == "bed.taken")
    #expect(check(room(hold: hold()), until: later)?.code == "bed.held")
    #expect(check(room(hold: hold(until: now)), until: later) == nil)
  }

  @Test func aLiveHoldMayBeChanged() {
    func change(_ hold: RoomHold, _ until: Timestamp) -> Refusal? {
      refusal { () throws(Refusal) in try HoldRule.checkChange(of: hold, until: until, at: now) }
    }
    #expect(change(hold(), now + .hours(3)) == nil)
    #expect(change(hold(), now)?.code == "hold.tooShort")
    #expect(change(hold(until: now), now + .hours(3))?.code == "hold.ended")
    #expect(change(hold(state: .cancelled), now + .hours(3))?.code == "hold.ended")
  }
}

@Suite("Taking back (domain.md, 12)")
struct UndoRuleTests {
  let act = moment("2026/11/21", 13)

  func undoExit(_ place: RoomStanding, _ who: PatientStanding = patient(), at time: Timestamp? = nil) -> Refusal? {
    refusal { () throws(Refusal) in try UndoRule.checkExit(of: who, from: place, at: act, now: time ?? now, clock: .utc)
    }
  }

  @Test(arguments: [RoomServiceState.inService, .housekeeping, .contaminated])
  func aDischargeTakesTheRoomAgain(_ service: RoomServiceState) {
    #expect(undoExit(room(service: service, since: act)) == nil)
    #expect(undoExit(room(service: service, since: act, hold: hold())) == nil)
  }

  @Test func butNotWhileItIsContaminatedFromSomethingElse() {
    let refused = undoExit(room(service: .contaminated, since: act + .minutes(1)))
    #expect(refused?.code == "undo.contaminated" && refused?.field == "room")
    #expect(
      refused?.sentence
        == "4A-12 has become contaminated since; find DUARTE, Inês another room, or have it cleaned terminally first.")
    #expect(undoExit(room(service: .contaminated, since: act - .minutes(1))) != nil)
    #expect(undoExit(room(service: .housekeeping, since: act + .minutes(1))) == nil)
  }

  @Test func orIsRefusedBecauseTheRoomWasUsedAgain() {
    let refused = undoExit(room(occupant: occupant()))
    #expect(refused?.code == "undo.reused")
    #expect(refused?.sentence == "4A-12 has been taken by OYELARAN, Tunde since; find DUARTE, Inês another room.")
    #expect(undoExit(room(service: .closed, closure: brokenBell))?.code == "bed.notReady")
    #expect(undoExit(room(hold: hold(2)))?.code == "bed.held")
    #expect(undoExit(room(), patient(in: "4B-03"))?.code == "admission.already")
    #expect(undoExit(room(), patient(deceased: true))?.code == "admission.deceased")
  }

  @Test func forADay() {
    #expect(undoExit(room(), at: act + .hours(24)) == nil)
    #expect(undoExit(room(), at: act + .hours(24) + .milliseconds(1))?.code == "undo.tooLate")
    #expect(undoExit(room(), at: act - .hours(1)) == nil)
  }

  @Test func aTransferGoesBack() {
    func back(_ place: RoomStanding, _ who: PatientStanding) -> Refusal? {
      refusal { () throws(Refusal) in try UndoRule.checkTransfer(of: who, backTo: place, at: act, now: now, clock: .utc)
      }
    }
    #expect(back(room(service: .housekeeping), patient(in: "4B-03")) == nil)
    #expect(back(room(occupant: occupant()), patient(in: "4B-03"))?.code == "undo.reused")
    #expect(back(room(), patient())?.code == "admission.none")
  }

  @Test func anAdmissionOnlyWhileNothingIsRecordedOnIt() {
    func undo(_ recorded: Int) -> Refusal? {
      let entries = (0..<recorded).map { _ in AdmissionEntry(kind: .charge, by: "Ngozi Okafor", at: act) }
      return refusal { () throws(Refusal) in
        try UndoRule.checkAdmission(of: duarte, recordedSince: entries, at: act, now: now, clock: .utc)
      }
    }
    #expect(undo(0) == nil)
    #expect(
      undo(1)?.sentence
        == "Recorded since DUARTE, Inês was admitted: a charge by Ngozi Okafor at 2026/11/21 13:00; discharge the patient "
        + "instead.")
    #expect(undo(3)?.sentence.contains("more") == false)
    #expect(undo(5)?.sentence.contains(" and 2 more; discharge") == true)
  }

  @Test func cleanedUntilSomebodyIsIn() {
    #expect(refusal { () throws(Refusal) in try UndoRule.checkService(of: room(), at: act, now: now) } == nil)
    #expect(
      refusal { () throws(Refusal) in try UndoRule.checkService(of: room(occupant: occupant()), at: act, now: now) }?
        .code == "bed.taken")
  }
}
