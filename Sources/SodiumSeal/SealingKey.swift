import CSodium

/// A key that seals texts: what is sealed can be neither read nor changed, nor put in another place, without the key.
///
/// XChaCha20-Poly1305 of libsodium, with a nonce of its own for each text. A sealed text names its key by a fingerprint,
/// so that a wrong key is told from a changed text.
package struct SealingKey: Sendable {
  /// How many bytes a key has.
  package static let length = Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES)

  private let bytes: [UInt8]
  /// What tells this key from others and gives nothing of it away: 8 hexadecimal digits.
  package let fingerprint: String

  /// The key made of these bytes; nil unless there are `length` of them.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.length, sodium_init() >= 0 else { return nil }
    self.bytes = bytes
    var digest = [UInt8](repeating: 0, count: Int(crypto_generichash_BYTES_MIN))
    crypto_generichash(&digest, digest.count, bytes, UInt64(bytes.count), Array("hms sealing key".utf8), 15)
    fingerprint = hexadecimal(digest.prefix(4))
  }

  /// The bytes of a new key.
  package static func newBytes() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    guard sodium_init() >= 0 else { return [] }
    randombytes_buf(&bytes, bytes.count)
    return bytes
  }

  /// Seals a text for one place, such as `"draft/0192…"`: it opens in no other.
  package func seal(_ text: String, for place: String) -> String {
    var nonce = [UInt8](repeating: 0, count: Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES))
    randombytes_buf(&nonce, nonce.count)
    let (plain, place) = (Array(text.utf8), Array(place.utf8))
    var sealed = [UInt8](repeating: 0, count: plain.count + Self.tag)
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, nil, plain, UInt64(plain.count), place, UInt64(place.count), nil, nonce, bytes)
    return "\(Self.form):\(fingerprint):\(base64(nonce + sealed))"
  }

  /// Opens what was sealed for a place. Throws a `SealFault`.
  package func open(_ sealed: String, for place: String) throws(SealFault) -> String {
    let parts = sealed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == Self.form else { throw .notSealed }
    guard parts[1] == fingerprint else { throw .otherKey(named: String(parts[1].prefix(8))) }
    let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    guard let all = bytesOfBase64(String(parts[2])), all.count >= nonceLength + Self.tag else { throw .changed }
    let (nonce, cipher, place) = (Array(all[..<nonceLength]), Array(all[nonceLength...]), Array(place.utf8))
    var plain = [UInt8](repeating: 0, count: cipher.count - Self.tag)
    guard
      crypto_aead_xchacha20poly1305_ietf_decrypt(
        &plain, nil, nil, cipher, UInt64(cipher.count), place, UInt64(place.count), nonce, bytes) == 0
    else { throw .changed }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The name of this way of sealing, at the head of each sealed text.
  private static let form = "x1"
  private static let tag = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
}

/// Why a sealed text can not be opened.
package enum SealFault: Error, Hashable, Sendable {
  /// It is no sealed text.
  case notSealed
  /// It was sealed with another key, of this fingerprint.
  case otherKey(named: String)
  /// It was changed, or put in another place, since it was sealed.
  case changed
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

private func base64(_ bytes: [UInt8]) -> String {
  let variant = Int32(sodium_base64_VARIANT_ORIGINAL)
  var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
  sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

private func bytesOfBase64(_ text: String) -> [UInt8]? {
  var bytes = [UInt8](repeating: 0, count: text.utf8.count)
  var count = 0
  let whole = sodium_base642bin(
    &bytes, bytes.count, text, text.utf8.count, nil, &count, nil, Int32(sodium_base64_VARIANT_ORIGINAL))
  return whole == 0 ? Array(bytes.prefix(count)) : nil
}
