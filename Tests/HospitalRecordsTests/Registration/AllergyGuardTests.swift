import DatabaseKit
import HospitalDomain
import HospitalTestSupport
import Testing

/// An allergy is added or struck out with a reason, and never changed (B10, B12).
struct AllergyGuardTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital()
  }

  private var strike: SQLStatement {
    """
    UPDATE allergy SET struck_out_at = \(hospital.clock.now), struck_out_by = \(hospital.account(.nurse)),
      strike_reason = 'entered for another patient'
    """
  }

  @Test("No allergy is removed")
  func refusesDelete() throws {
    #expect(try hospital.refusal(of: "DELETE FROM allergy")?.message == "what allergy holds is never removed")
  }

  @Test(
    "Nothing of an allergy is changed",
    arguments: ["substance = 'Latex'", "reaction = ''", "severity = 'mild'", "recorded_at = 0"] as [SQLStatement])
  func refusesChange(_ assignment: SQLStatement) throws {
    #expect(
      try hospital.refusal(of: "UPDATE allergy SET \(part: assignment)")?.message
        == "an allergy is struck out with a reason, never changed")
  }

  @Test("An allergy is struck out once")
  func refusesSecondStrike() throws {
    #expect(try hospital.refusal(of: strike) == nil)
    #expect(try hospital.refusal(of: strike)?.kind == .trigger)
  }

  @Test("An allergy is not struck out without a reason or a name")
  func refusesStrikeWithoutReason() throws {
    #expect(try hospital.refusal(of: "UPDATE allergy SET struck_out_at = 1")?.kind == .check)
  }
}
