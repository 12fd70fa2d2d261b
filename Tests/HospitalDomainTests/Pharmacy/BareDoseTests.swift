import HospitalDomain
import Testing

@Suite("A number without a unit is no dose; the refusal proposes what it may mean (M2)")
struct BareDoseTests {
  @Test(
    "weights near the strength, pieces by the word of the form, never a dose that nobody takes",
    arguments: [
      ("500", "250 mg", "capsule", "500 mg"), ("2", "250 mg", "capsule", "2 capsules"),
      ("12", "250 mg", "capsule", "12 capsules"), ("1", "5 mg", "tablet", "1 tablet"),
      ("5", "5 mg", "tablet", "5 mg"), ("2.5", "5 mg", "tablet", "2.5 mg, or 2.5 tablets"),
      ("2", "1 mg", "Oral Tablet", "2 mg, or 2 tablets"), ("100", "0.1 mg", "tablet", "100 mcg"),
      ("500", "1 g", "tablet", "500 mg"), ("10", "250 mg/5 ml", "oral suspension", "10 ml"),
      ("250", "250 mg/5 ml", "oral suspension", "250 mg"), ("2", "100 mcg", "inhaler", "2 puffs"),
      ("20", "7 mg", "tablet", "20 mg, or 20 tablets"),
      ("21", "100 mg", "tablet", "one with it, such as 1 tablet or 500 mg"),
      ("300", "", "tablet", "one with it, such as 1 tablet or 500 mg"), ("2", "", "tablet", "2 tablets"),
      ("4", "", "", "one with it, such as 1 tablet or 500 mg"), ("21", "5 mg", "tablet", "21 mg"),
    ])
  func proposed(typed: String, strength: String, form: String, says: String) {
    let problem = #expect(throws: Misentry.self) { try DoseAmount(entry: typed, strength: strength, form: form) }
    let sentence = problem?.sentence ?? ""
    #expect(sentence.hasPrefix("\(typed) has no unit; type \(says)"), "\(sentence)")
    #expect(says.hasPrefix("one") || sentence.hasSuffix(says), "\(sentence)")
  }
}
