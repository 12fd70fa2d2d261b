import SodiumSeal
import Testing

/// Texts that the database file alone gives away to nobody (H3, H4).
struct SealingKeyTests {
  @Test(arguments: ["", "JBSWY3DPEHPK3PXP", "Inês, 34 — naïve 💊\n", String(repeating: "long ", count: 20_000)])
  func whatIsSealedOpensAgain(text: String) throws {
    let key = try newKey()
    #expect(try key.open(key.seal(text, for: "draft/1"), for: "draft/1") == text)
  }

  @Test func nothingOfTheTextIsSeen() throws {
    let sealed = try newKey().seal("DUARTE, Inês has a secret", for: "draft/1")
    #expect(!sealed.contains("DUARTE") && !sealed.contains("secret"))
  }

  @Test func oneTextIsNeverSealedTheSameTwice() throws {
    let key = try newKey()
    #expect(key.seal("the same", for: "a") != key.seal("the same", for: "a"))
  }

  @Test func aTextMovedToAnotherRowDoesNotOpen() throws {
    let key = try newKey()
    let sealed = key.seal("of one account", for: "second-step/1")
    #expect(throws: SealFault.changed) { try key.open(sealed, for: "second-step/2") }
  }

  @Test func everyChangedCharacterIsNoticed() throws {
    let key = try newKey()
    let sealed = Array(key.seal("JBSWY3DPEHPK3PXP", for: "a"))
    for place in sealed.indices {
      var changed = sealed
      changed[place] = sealed[place] == "A" ? "B" : "A"
      #expect(throws: SealFault.self) { try key.open(String(changed), for: "a") }
    }
  }

  @Test func anotherKeyIsToldFromAChangedText() throws {
    let (first, second) = (try newKey(), try newKey())
    #expect(throws: SealFault.otherKey(named: first.fingerprint)) {
      try second.open(first.seal("text", for: "a"), for: "a")
    }
  }

  @Test func whatWasNeverSealedIsSaidSo() throws {
    let key = try newKey()
    #expect(throws: SealFault.notSealed) { try key.open("plain text", for: "a") }
  }

  @Test(arguments: [0, 1, 31, 33]) func aKeyHasItsLength(count: Int) {
    #expect(SealingKey(bytes: [UInt8](repeating: 7, count: count)) == nil)
  }

  private func newKey() throws -> SealingKey { try #require(SealingKey(bytes: SealingKey.newBytes())) }
}
