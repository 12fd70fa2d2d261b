import Testing

@testable import HospitalDomain

@Suite("A room takes one patient, a patient has one room (A3, B4)")
struct AdmissionRuleTests {
  func admit(_ who: PatientStanding, _ where: RoomStanding, reason: String = "", at time: Timestamp = now) -> Refusal? {
    refusal { () throws(Refusal) in
      try AdmissionRule.checkAdmit(who, to: `where`, reason: reason, at: time, clock: .utc)
    }
  }

  func transfer(_ who: PatientStanding, _ where: RoomStanding, reason: String = "") -> Refusal? {
    refusal { () throws(Refusal) in
      try AdmissionRule.checkTransfer(who, to: `where`, reason: reason, at: now, clock: .utc)
    }
  }

  @Test func aFreeRoomIsGiven() {
    #expect(admit(patient(), room()) == nil)
    #expect(transfer(patient(in: "4B-03"), room()) == nil)
  }

  @Test func theLoserOfARaceIsToldWhoHasTheRoom() {
    let refused = admit(patient(), room(occupant: occupant()))
    #expect(refused?.code == "bed.taken")
    #expect(refused?.sentence == "4A-12 is taken by OYELARAN, Tunde; choose another room.")
    #expect(refused?.field == "room")
    #expect(transfer(patient(in: "4B-03"), room(occupant: occupant())) == refused)
  }

  @Test(arguments: [
    (RoomServiceState.housekeeping, "4A-12 is being cleaned; mark it clean first, or choose another room."),
    (.contaminated, "4A-12 is waiting for a terminal clean; choose another room."),
    (.closed, "4A-12 is closed: broken call bell, reopens 2026/11/22 10:00; choose another room."),
  ])
  func aRoomThatIsNotReadyIsRefused(service: RoomServiceState, sentence: String) {
    let place = room(service: service, closure: service == .closed ? brokenBell : nil)
    #expect(admit(patient(), place)?.sentence == sentence)
    #expect(transfer(patient(in: "4B-03"), place)?.sentence == sentence)
  }

  @Test func aHoldKeepsOthersOutUntilItEnds() throws {
    let held = room(hold: hold())
    #expect(
      admit(patient(2), held)?.sentence
        == "4A-12 is held for DUARTE, Inês until 2026/11/21 15:00; choose another room or let the hold go.")
    #expect(admit(patient(2), held, at: moment("2026/11/21", 15)) == nil)
    #expect(admit(patient(2), room(hold: hold(nil)))?.code == "bed.held")
    #expect(admit(patient(2), room(hold: hold(state: .expired))) == nil)
    let used = try AdmissionRule.checkAdmit(patient(), to: held, at: now, clock: .utc)
    #expect(used == held.hold)
    #expect(try AdmissionRule.checkAdmit(patient(), to: room(), at: now, clock: .utc) == nil)
  }

  @Test func aPatientHasOneRoom() {
    let refused = admit(patient(in: "4B-03"), room())
    #expect(refused?.sentence == "DUARTE, Inês is in 4B-03 already; transfer them instead.")
    #expect(transfer(patient(), room())?.code == "admission.none")
    #expect(transfer(patient(in: "4A-12"), room())?.code == "admission.sameRoom")
  }

  @Test func theDeadAndTheMergedAreNotAdmitted() {
    #expect(admit(patient(deceased: true), room())?.code == "admission.deceased")
    let merged = admit(patient(mergedInto: number(1)), room())
    #expect(merged?.sentence == "This record of DUARTE, Inês was merged; use \(number(1)) instead.")
  }

  @Test func aGenderRulePassesWithAReason() {
    let women = room(rule: .women)
    let man = patient(sex: .male)
    #expect(admit(man, women)?.code == "bed.genderRule")
    #expect(admit(man, women)?.field == "reason")
    #expect(admit(man, women, reason: "  ")?.code == "bed.genderRule")
    #expect(admit(man, women, reason: "no other room with oxygen") == nil)
    #expect(admit(patient(sex: .other), women) == nil)
    #expect(admit(patient(sex: .unknown), women) == nil)
  }

  @Test func twoPatientsMayChangeRooms() {
    let one = room("4A-12", occupant: occupant())
    let two = room("4A-13", rule: .women, occupant: occupant(duarte))
    #expect(refusal { () throws(Refusal) in try AdmissionRule.checkSwap(one, two) }?.code == "bed.genderRule")
    #expect(refusal { () throws(Refusal) in try AdmissionRule.checkSwap(one, two, reason: "isolation") } == nil)
    #expect(refusal { () throws(Refusal) in try AdmissionRule.checkSwap(one, one) }?.code == "admission.sameRoom")
    #expect(refusal { () throws(Refusal) in try AdmissionRule.checkSwap(one, room("4A-14")) }?.code == "bed.notReady")
  }
}
