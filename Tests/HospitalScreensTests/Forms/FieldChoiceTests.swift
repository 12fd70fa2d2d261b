import HospitalScreens
import Testing

@Suite("What is typed into a field with a list")
struct FieldChoiceTests {
  private let choice = FieldChoice("LINDQVIST, Maja", value: "7", detail: "Orthopaedics")

  @Test(
    "begins words of the title, the value or the detail; nothing, or blanks, mean all",
    arguments: [
      "lind", "maj ortho", "7", "", "  ", "LINDQVIST, M",
    ])
  func matches(typed: String) { #expect(choice.matches(typed)) }

  @Test(
    "what has nothing in it to look for means nothing, and not everything", arguments: ["🐱", "...", "—", "linx", "🐱x"])
  func matchesNot(typed: String) { #expect(!choice.matches(typed)) }
}
