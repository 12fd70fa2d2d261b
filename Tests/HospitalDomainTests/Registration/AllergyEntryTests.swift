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

  @Test(
    "what happens belongs to the substance that was named before it",
    arguments: [
      ("codeine: nausea, Vomiting, latex", "Codeine (nausea, Vomiting), Latex"),
      ("penicillin, rash", "Penicillin (rash)"),
      (
        "penicillin (rash), latex (hives), penicillin (swelling), fever",
        "Penicillin (rash, swelling, fever), Latex (hives)"
      ),
      ("penicillin (rash), Penicillin, Rash", "Penicillin (rash)"),
    ])
  func reactions(typed: String, status: String) throws {
    #expect(try AllergyStatus(entry: typed).description == status)
    #expect(try AllergyStatus(entry: status).description == status)
  }

  @Test("a reaction alone is no allergy", arguments: ["rash", "Rash, penicillin", "rash (penicillin)", "hives: latex"])
  func alone(_ typed: String) { #expect(throws: Misentry.self) { try AllergyStatus(entry: typed) } }

  @Test("none known stands alone", arguments: ["none", "None known", "NKA"])
  func none(_ typed: String) throws {
    #expect(try AllergyStatus(entry: typed) == .noneKnown)
  }
}
