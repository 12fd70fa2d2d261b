import CSodium
import GRDB

/// SHA-256 as a function of SQL, by libsodium: SQLite has none of its own. A statement that needs it, such as one that adds to
/// the audit trail, is refused in the `sqlite3` shell, which does not know it.
enum SQLiteDigest {
  /// The function's name.
  static let name = "sha256"

  /// The digest of a text in 64 hexadecimal digits; NULL of NULL.
  static let function = DatabaseFunction(name, argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map(digest)
  }

  private static func digest(_ text: String) -> String {
    var text = text
    var bytes = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    _ = text.withUTF8 { crypto_hash_sha256(&bytes, $0.baseAddress, UInt64($0.count)) }
    return String(unsafeUninitializedCapacity: bytes.count * 2) { hex in
      for (place, byte) in bytes.enumerated() {
        hex[place * 2] = digits[Int(byte >> 4)]
        hex[place * 2 + 1] = digits[Int(byte & 15)]
      }
      return bytes.count * 2
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
