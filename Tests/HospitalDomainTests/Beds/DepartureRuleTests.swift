import Testing

@testable import HospitalDomain

@Suite("A check-out is three stamps (A4; domain.md, 3 and 6)")
struct DepartureRuleTests {
  @Test func theExitNeedsTheOrder() throws {
    #expect(
      refusal { () throws(Refusal) in try DepartureRule.checkExit(of: duarte, status: .inProgress, ordered: false) }?
        .code == "discharge.noOrder")
    #expect(try DepartureRule.checkExit(of: duarte, status: .inProgress, ordered: true) == .discharged)
    #expect(try DepartureRule.checkExit(of: duarte, status: .onHold, ordered: true) == .discharged)
    #expect(
      refusal { () throws(Refusal) in try DepartureRule.checkExit(of: duarte, status: .discharged, ordered: true) }?
        .code == "admission.status")
  }

  @Test func theOrderIsGivenOnceWhileThePatientIsHere() {
    #expect(
      refusal { () throws(Refusal) in
        try DepartureRule.checkOrder(of: duarte, status: .inProgress, alreadyOrdered: false)
      } == nil)
    #expect(
      refusal { () throws(Refusal) in
        try DepartureRule.checkOrder(of: duarte, status: .inProgress, alreadyOrdered: true)
      }?.code == "discharge.ordered")
    #expect(
      refusal { () throws(Refusal) in
        try DepartureRule.checkOrder(of: duarte, status: .discharged, alreadyOrdered: false)
      }?.code == "admission.status")
  }

  @Test func theAccountIsClosedLastAndWithNothingOpen() throws {
    #expect(
      refusal { () throws(Refusal) in try DepartureRule.checkClose(of: duarte, status: .inProgress, openItems: []) }?
        .code == "discharge.stillHere")
    let open = refusal { () throws(Refusal) in
      try DepartureRule.checkClose(
        of: duarte, status: .discharged, openItems: ["Rx 20944 (pharmacy)", "balance of 784.50 (cashier)"])
    }
    #expect(
      open?.sentence
        == "2 items still open: Rx 20944 (pharmacy) and balance of 784.50 (cashier); settle each or waive it with a reason."
    )
    #expect(try DepartureRule.checkClose(of: duarte, status: .discharged, openItems: []) == .completed)
  }

  @Test(arguments: IsolationKind.allCases)
  func aRoomIsContaminatedAfterAnInfectiousStay(_ kind: IsolationKind) {
    #expect(DepartureRule.service(afterStayIsolatedAs: [kind]) == (kind == .protective ? .housekeeping : .contaminated))
    #expect(DepartureRule.service(afterStayIsolatedAs: []) == .housekeeping)
  }
}

@Suite("The readiness of a room (A3)")
struct RoomServiceTests {
  static let ways: [RoomServiceState: [RoomAct: RoomServiceState]] = [
    .inService: [.sendToHousekeeping: .housekeeping, .declareContaminated: .contaminated, .close: .closed],
    .housekeeping: [.markClean: .inService, .declareContaminated: .contaminated],
    .contaminated: [.terminalClean: .inService], .closed: [.reopen: .inService],
  ]

  @Test(arguments: RoomServiceState.allCases, RoomAct.allCases)
  func everyActInEveryState(state: RoomServiceState, act: RoomAct) {
    let place = room(service: state)
    #expect((try? place.service(after: act, at: now, clock: .utc)) == Self.ways[state]?[act])
  }

  @Test(arguments: RoomServiceState.allCases, RoomAct.allCases)
  func nothingIsDoneToARoomWithAPatient(state: RoomServiceState, act: RoomAct) {
    let place = room(service: state, occupant: occupant())
    let refused = refusal { () throws(Refusal) in try place.service(after: act, at: now, clock: .utc) }
    #expect(refused?.code == "bed.occupied")
    #expect(refused?.sentence.contains("OYELARAN, Tunde") == true)
  }

  @Test func anOrdinaryCleanIsNotATerminalOne() {
    let refused = refusal { () throws(Refusal) in
      try room(service: .contaminated).service(after: .markClean, at: now, clock: .utc)
    }
    #expect(
      refused?.sentence
        == "4A-12 is waiting for a terminal clean; an ordinary clean is not enough, so record the terminal clean.")
  }

  @Test func aHeldRoomIsNotClosed() {
    let held = room(hold: hold())
    #expect(refusal { () throws(Refusal) in try held.service(after: .close, at: now, clock: .utc) }?.code == "bed.held")
    #expect((try? held.service(after: .close, at: moment("2026/11/21", 15), clock: .utc)) == .closed)
  }

  @Test func aClosureHasAReasonAndALaterReopening() throws {
    func block(_ reason: String, _ reopens: Timestamp?) -> Refusal? {
      refusal { () throws(Refusal) in
        try BlockRule.check(room(), reason: reason, reopens: reopens, at: now, clock: .utc)
      }
    }
    #expect(block(" ", nil)?.code == "block.reason")
    #expect(block("bell\u{1B}", nil)?.field == "reason")
    #expect(block("broken bell", now)?.code == "block.past")
    #expect(block("broken bell", now + .milliseconds(1)) == nil)
    let closure = try BlockRule.check(
      room(), reason: " broken call bell ", reopens: brokenBell.reopens, at: now, clock: .utc)
    #expect(closure == brokenBell)
  }
}
