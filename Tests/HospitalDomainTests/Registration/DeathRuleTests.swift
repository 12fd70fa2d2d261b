import Testing

@testable import HospitalDomain

@Suite("A death outside a stay (A4)")
struct DeathRuleTests {
  private func check(
    _ who: PatientStanding = patient(), diedAt: Timestamp? = nil, at time: Timestamp = now
  ) -> Refusal? {
    refusal { () throws(Refusal) in
      try DeathRule.check(who, diedAt: diedAt, born: day("1991/03/12"), at: time, now: now, clock: .utc)
    }
  }

  @Test func onceAndAtATimeThatCanBe() {
    #expect(check() == nil)
    #expect(check(at: now + .milliseconds(1))?.field == "diedAt")
    #expect(check(at: moment("1991/03/12")) == nil)
    #expect(check(at: moment("1991/03/12") - .milliseconds(1))?.field == "diedAt")
    #expect(check(diedAt: now)?.code == "patient.died")
  }

  @Test func notInARoom() {
    #expect(
      check(patient(in: "4A-12"))?.sentence
        == "DUARTE, Inês is in 4A-12; a doctor states the death with the discharge order of the stay.")
  }
}

@Suite("Two records of one person (P2, B4)")
struct MergeRuleTests {
  private func check(_ one: PatientStanding, into other: PatientStanding) -> String? {
    refusal { () throws(Refusal) in try MergeRule.check(one, hasMerged: false, into: other) }?.code
  }

  @Test func theDeadHaveNoRoom() {
    #expect(check(patient(1, deceased: true), into: patient(2, in: "4A-12")) == "merge.deadAndAdmitted")
    #expect(check(patient(1, in: "4A-12"), into: patient(2, deceased: true)) == "merge.deadAndAdmitted")
    #expect(check(patient(1, deceased: true), into: patient(2)) == nil)
    #expect(check(patient(1, in: "4A-11"), into: patient(2, in: "4A-12")) == "merge.bothAdmitted")
    #expect(check(patient(1, in: "4A-11"), into: patient(2)) == nil)
  }
}
