import COath
import Glibc

/// The codes of authenticator apps, by OATH's own library (RFC 6238 with SHA-1, as every app reads it). The library is
/// linked as an archive: nothing of it is loaded at a start.
package enum OathCode {
  /// The code of a step.
  ///
  /// - Parameters:
  ///   - secret: the secret in base 32.
  ///   - step: the number of the step, each of `period` seconds, counted from 1970-01-01 00:00 UTC.
  ///   - period: the seconds of a step.
  ///   - digits: 6, 7 or 8.
  /// - Throws: `Unusable` when the secret is no base 32.
  package static func code(secret: String, step: Int64, period: Int64, digits: Int) throws -> String {
    var bytes: UnsafeMutablePointer<CChar>?
    var count = 0
    guard oath_base32_decode(secret, secret.utf8.count, &bytes, &count) == OATH_OK.rawValue, let bytes else {
      throw Unusable()
    }
    defer { free(bytes) }
    var code = [CChar](repeating: 0, count: 16)
    guard
      oath_totp_generate(
        bytes, count, time_t(step * period), UInt32(period), 0, UInt32(digits), &code) == OATH_OK.rawValue
    else { throw Unusable() }
    return String(decoding: code.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A secret in base 32, without padding.
  package static func secret(of bytes: [UInt8]) throws -> String {
    var text: UnsafeMutablePointer<CChar>?
    var count = 0
    let signs = bytes.map { CChar(bitPattern: $0) }
    guard oath_base32_encode(signs, signs.count, &text, &count) == OATH_OK.rawValue, let text else { throw Unusable() }
    defer { free(text) }
    return String(cString: text).filter { $0 != "=" }
  }

  /// The library could not work with what it was given.
  package struct Unusable: Error {}
}
