import Testing

@testable import HospitalDomain

@Suite("Who has signed in may go on while the account is what it was (H2)")
struct StandingRuleTests {
  private func check(
    role: Role = .nurse, isLocked: Bool = false, leftAt: Timestamp? = nil, hasNewPassword: Bool = false
  ) -> Refusal? {
    let account = Account(
      id: Identifier("1"), hospital: Identifier("1"), username: "okafor", fullName: "OKAFOR, Ngozi", role: .nurse)
    return refusal { () throws(Refusal) in
      try StandingRule.check(
        account,
        now: AccountStanding(role: role, isLocked: isLocked, leftAt: leftAt, hasNewPassword: hasNewPassword))
    }
  }

  @Test func asItWas() {
    #expect(check() == nil)
  }

  @Test func otherwiseASentenceSaysWhatToDo() {
    #expect(check(isLocked: true) == .accountLocked)
    #expect(check(leftAt: now) == .holderLeft)
    #expect(check(role: .headNurse)?.sentence == "You are a head nurse from now on; sign in again.")
    #expect(check(hasNewPassword: true) == .passwordReset)
    #expect(check(role: .cashier, isLocked: true, hasNewPassword: true) == .accountLocked)
  }
}
