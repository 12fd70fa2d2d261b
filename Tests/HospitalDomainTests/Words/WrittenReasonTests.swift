import HospitalDomain
import Testing

/// A reason is said in words; a key that went astray is none.
struct WrittenReasonTests {
  @Test("without a letter it is no reason", arguments: ["15", "?!", "3", ""])
  func wordless(_ typed: String) {
    #expect(throws: (any Error).self) { try WrittenReason.read(typed, to: "go on") }
  }

  @Test("one word does, in any script", arguments: ["fell", "痛い", " asked for "])
  func words(_ typed: String) throws {
    #expect(try !WrittenReason.read(typed, to: "go on").isEmpty)
  }
}
