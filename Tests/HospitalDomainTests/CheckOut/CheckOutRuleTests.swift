import Testing

@testable import HospitalDomain

@Suite("The rules of a check-out (A4)")
struct CheckOutRuleTests {
  private let duarte = PersonName(family: "Duarte", given: "Inês")
  private let now = Timestamp(milliseconds: 1_795_269_720_000)

  private func code(_ rule: () throws(Refusal) -> Void) -> String? {
    do throws(Refusal) {
      try rule()
      return nil
    } catch {
      return error.code
    }
  }

  @Test("domain.md 3: nobody leaves before the order, and no account is closed before the patient has left")
  func order() {
    for status in AdmissionStatus.allCases {
      let leaves = code { () throws(Refusal) in
        _ = try DepartureRule.checkExit(of: duarte, status: status, ordered: true)
      }
      #expect((leaves == nil) == status.isOpen)
      let closes = code { () throws(Refusal) in
        _ = try DepartureRule.checkClose(of: duarte, status: status, openItems: [])
      }
      #expect((closes == nil) == (status == .discharged))
    }
    let unordered = code { () throws(Refusal) in
      _ = try DepartureRule.checkExit(of: duarte, status: .inProgress, ordered: false)
    }
    #expect(unordered == "discharge.noOrder")
  }

  @Test("domain.md 6: what is open is named with its owner; what is waived does not block")
  func openItems() {
    let item = OpenItem(
      kind: .prescription, subject: "1", name: "Rx 20944", about: "", owner: "Quay Pharmacy", since: now, waiver: nil)
    #expect(item.isOpen && item.blame == "Rx 20944 (Quay Pharmacy)")
    #expect(
      code { () throws(Refusal) in try CheckOutRule.checkAtOnce(duarte, openItems: [item]) } == "discharge.notSimple")
    let waived = OpenItem(
      kind: .prescription, subject: "1", name: "Rx 20944", about: "", owner: "Quay Pharmacy", since: now,
      waiver: .init(by: "Brennan", at: now, reason: "has them"))
    #expect(!waived.isOpen)
    #expect(code { () throws(Refusal) in try CheckOutRule.checkAtOnce(duarte, openItems: []) } == nil)
  }

  @Test("an order is withdrawn while the patient is in the house, and not after they left on it")
  func withdrawal() {
    func withdraw(_ status: AdmissionStatus, _ ordered: Bool) -> String? {
      code { () throws(Refusal) in try CheckOutRule.checkWithdrawal(of: duarte, status: status, ordered: ordered) }
    }
    #expect(withdraw(.inProgress, true) == nil && withdraw(.onHold, true) == nil)
    #expect(withdraw(.inProgress, false) == "discharge.noOrder" && withdraw(.discharged, true) == "discharge.left")
  }

  @Test("the ward says where somebody goes, but not whether they died")
  func disposition() throws {
    #expect(try CheckOutRule.disposition(of: duarte, ordered: .home, said: nil) == .home)
    #expect(try CheckOutRule.disposition(of: duarte, ordered: .home, said: .nursing) == .nursing)
    #expect(throws: Refusal.self) { try CheckOutRule.disposition(of: duarte, ordered: .home, said: .died) }
    #expect(throws: Refusal.self) { try CheckOutRule.disposition(of: duarte, ordered: .died, said: .home) }
  }

  @Test("a leave ends later than it begins, and begins in the house")
  func leave() {
    func leave(_ status: AdmissionStatus, _ minutes: Int) -> String? {
      code { () throws(Refusal) in
        try CheckOutRule.checkLeave(of: duarte, status: status, backAt: now + .minutes(minutes), now: now)
      }
    }
    #expect(leave(.inProgress, 1) == nil && leave(.inProgress, 0) == "leave.past")
    #expect(leave(.onHold, 60) == "admission.status" && leave(.discharged, 60) == "admission.status")
  }
}
