import Testing

@testable import HospitalDomain

@Suite("An admission goes its way and no other (domain.md, Encounter)")
struct AdmissionStatusTests {
  static let ways: [AdmissionStatus: [AdmissionAct: AdmissionStatus]] = [
    .planned: [.begin: .inProgress, .cancel: .cancelled, .strikeOut: .enteredInError],
    .inProgress: [.goOnLeave: .onHold, .leave: .discharged, .strikeOut: .enteredInError],
    .onHold: [.returnFromLeave: .inProgress, .leave: .discharged, .strikeOut: .enteredInError],
    .discharged: [.complete: .completed, .reopen: .inProgress, .strikeOut: .enteredInError],
    .completed: [.strikeOut: .enteredInError], .cancelled: [.strikeOut: .enteredInError], .enteredInError: [:],
  ]

  @Test(arguments: AdmissionStatus.allCases, AdmissionAct.allCases)
  func everyActInEveryStatus(status: AdmissionStatus, act: AdmissionAct) {
    let expected = Self.ways[status]?[act]
    #expect((try? status.after(act)) == expected)
    if expected == nil {
      let refused = refusal { () throws(Refusal) in try status.after(act) }
      #expect(refused?.code == "admission.status")
      #expect(refused?.sentence.hasSuffix(".") == true)
    }
  }

  @Test func theRefusalSaysWhatCanBeDone() {
    let refused = refusal { () throws(Refusal) in try AdmissionStatus.planned.after(.leave) }
    #expect(
      refused?.sentence
        == "This admission is planned and cannot leave the room; it can begin, be cancelled or be struck out.")
    let last = refusal { () throws(Refusal) in try AdmissionStatus.enteredInError.after(.begin) }
    #expect(last?.sentence == "This admission is entered in error and cannot begin; nothing more can be changed.")
  }

  @Test func onlyTheTwoOpenOnesHoldARoom() {
    #expect(AdmissionStatus.allCases.filter(\.isOpen) == [.inProgress, .onHold])
  }

  @Test func codesAreThoseOfTheStandards() {
    #expect(
      AdmissionStatus.allCases.map(\.rawValue) == [
        "planned", "in-progress", "on-hold", "discharged", "completed", "cancelled", "entered-in-error",
      ])
    #expect(AdmissionType.allCases.map(\.rawValue) == ["A", "E", "L", "R", "N", "U", "C"])
    #expect(AdmissionClass.allCases.map(\.rawValue) == ["IMP", "AMB", "EMER"])
    #expect(Disposition.allCases.count == 10)
    #expect(RoomServiceState.allCases.map(\.rawValue) == ["in-service", "housekeeping", "contaminated", "closed"])
  }

  @Test(arguments: HoldState.allCases)
  func aHoldEndsOnce(_ state: HoldState) {
    let ends: [(HoldAct, HoldState)] = [(.use, .used), (.expire, .expired), (.cancel, .cancelled)]
    for (act, end) in ends {
      #expect((try? state.after(act)) == (state == .active ? end : nil))
    }
  }
}
