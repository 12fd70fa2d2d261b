import HospitalDomain
import Testing

/// Two people record allergies of one patient: what neither of them meant to take away stays.
struct AllergyChangeTests {
  private static func status(_ text: String) throws -> AllergyStatus { try AllergyStatus(entry: text) }

  @Test(
    "A change is laid over what is on file now",
    arguments: [
      // seen, said, on file now, afterwards
      ("latex", "latex, iodine", "latex", "latex, iodine"),
      ("latex", "latex, iodine", "latex, nuts", "latex, nuts, iodine"),
      ("latex", "latex, iodine", "unknown", "iodine"),
      ("latex, nuts", "latex", "latex, nuts, iodine", "latex, iodine"),
      ("latex", "unknown", "latex, iodine", "iodine"),
      ("latex", "latex (rash)", "latex, iodine", "iodine, latex (rash)"),
      ("latex", "none known", "latex", "none known"),
      ("unknown", "none known", "none known", "none known"),
      ("none known", "latex", "none known", "latex"),
      ("latex, nuts", "latex", "nuts", "unknown"),
      ("latex", "latex", "iodine", "iodine"),
      ("unknown", "latex", "latex", "latex"),
    ])
  func laidOver(_ seen: String, _ said: String, _ current: String, _ after: String) throws {
    let change = try AllergyChange(from: Self.status(seen), to: Self.status(said))
    #expect(try change.applied(to: Self.status(current)) == Self.status(after))
  }

  @Test("None known is refused while an allergy is on file that was not seen", arguments: ["unknown", "latex"])
  func noneKnown(_ seen: String) throws {
    let change = try AllergyChange(from: Self.status(seen), to: .noneKnown)
    let iodine = try Self.status("iodine")
    #expect(throws: Refusal.allergiesRecordedMeanwhile(iodine)) { try change.applied(to: iodine) }
  }
}
