import Foundation
import OathCodes
import Testing

/// The codes of authenticator apps (H3): test vectors of RFC 6238, Appendix B, in fixtures/totp.
struct OathCodeTests {
  /// One vector: a time in seconds, and the code of eight digits.
  struct Vector: CustomTestStringConvertible, Sendable {
    let time: Int64
    let code: String
    let secret: String
    var testDescription: String { "at \(time): \(code)" }
  }

  /// The vectors with SHA-1, which is what the apps use.
  static let vectors: [Vector] = {
    let file = URL(filePath: #filePath).appending(path: "../../../fixtures/totp/rfc-6238.txt").standardized
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      preconditionFailure("fixtures/totp/rfc-6238.txt cannot be read")
    }
    return text.components(separatedBy: "\n\n").compactMap { block in
      let pairs = block.split(separator: "\n").map { $0.components(separatedBy: " = ") }.filter { $0.count == 2 }
      let values = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
      guard values["MODE"] == "SHA1", let time = values["TIME"].flatMap(Int64.init), let code = values["TOTP"],
        let secret = values["SECRET"]
      else { return nil }
      return Vector(time: time, code: code, secret: secret)
    }
  }()

  @Test func theFileHoldsTheVectorsOfTheStandard() { #expect(Self.vectors.count == 6) }

  @Test(arguments: vectors) func aCodeIsThatOfTheStandard(vector: Vector) throws {
    let secret = try OathCode.secret(of: Array(vector.secret.utf8))
    #expect(secret == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    #expect(try OathCode.code(secret: secret, step: vector.time / 30, period: 30, digits: 8) == vector.code)
    #expect(
      try OathCode.code(secret: secret, step: vector.time / 30, period: 30, digits: 6) == vector.code.suffix(6))
  }

  @Test(arguments: ["not base 32!", "1"]) func whatIsNoSecretMakesNoCode(text: String) {
    #expect(throws: OathCode.Unusable.self) { try OathCode.code(secret: text, step: 1, period: 30, digits: 6) }
  }
}
