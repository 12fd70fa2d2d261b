import CSodium

/// Password hashes made and checked by libsodium: Argon2id in its portable string form (`$argon2id$v=19$…`).
package enum Argon2id {
  /// The work for one hash: 19 MiB and two passes, the least that OWASP's password storage sheet (2023) advises.
  private static let memory = 19 * 1024 * 1024
  private static let passes: UInt64 = 2

  /// Hashes `password` with a salt of its own; throws when the machine has not the memory for it.
  package static func hash(_ password: String) throws -> String {
    guard sodium_init() >= 0 else { throw Unavailable() }
    var output = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let password = password.utf8.map { CChar(bitPattern: $0) }
    guard
      crypto_pwhash_str_alg(
        &output, password, UInt64(password.count), passes, memory, crypto_pwhash_ALG_ARGON2ID13) == 0
    else { throw Unavailable() }
    return String(decoding: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether `password` is the one that `hash` was made from; false too when `hash` is no such hash.
  package static func verify(_ password: String, against hash: String) -> Bool {
    guard sodium_init() >= 0, hash.utf8.count < Int(crypto_pwhash_STRBYTES) else { return false }
    let password = password.utf8.map { CChar(bitPattern: $0) }
    return crypto_pwhash_str_verify(hash, password, UInt64(password.count)) == 0
  }

  /// The hashing library did not start, or the memory that a hash needs was not there.
  package struct Unavailable: Error {}
}
