import HospitalDomain
import Testing

/// P1: none known and an allergy are different statements, and never mixed.
struct AllergyEntryTests {
  @Test(
    "what begins as none known and goes on is neither",
    arguments: ["None knownr", "none known, latex", "latex, none", "no known allergy to latex"])
  func mixed(_ typed: String) {
    #expect(throws: Misentry.self) { try AllergyStatus(entry: typed) }
  }

  @Test("what happens is no allergy: it belongs to the substance before it")
  func reactions() throws {
    let codeine = AllergyEntry(substance: "Codeine", reaction: "nausea, Vomiting")
    #expect(
      try AllergyStatus(entry: "codeine: nausea, Vomiting, latex") == .recorded([codeine, .init(substance: "Latex")]))
    for typed in ["rash", "penicillin, rash", "latex (hives), nickel, Itching"] {
      #expect(throws: Misentry.self, "\(typed)") { try AllergyStatus(entry: typed) }
    }
  }

  @Test("none known stands alone", arguments: ["none", "None known", "NKA"])
  func none(_ typed: String) throws {
    #expect(try AllergyStatus(entry: typed) == .noneKnown)
  }
}
