/// What an authenticator app is given once, by a picture or by hand: a secret and whose it is.
package struct TimeCodeEnrolment: Hashable, Sendable {
  /// The secret: 160 bits in base 32 (RFC 4226, 4; RFC 4648, 6).
  package let secret: String
  /// The user name that the app shows beside its code.
  package let username: String

  package init(secret: String, username: String) {
    self.secret = secret
    self.username = username
  }

  /// The address that the picture holds, as authenticator apps read it. Of a long user name only the beginning, so that the
  /// picture stays within the 33 modules that a screen of 24 rows can show.
  package var address: String { "otpauth://totp/hms:\(username.prefix(24))?secret=\(secret)" }

  /// What an app asks for that is set up by hand, besides the secret: caption and text.
  package var fields: [(caption: String, text: String)] {
    [
      ("Account", "\(username.prefix(24)), of hms"),
      ("Kind", "time-based (TOTP), 6 digits, every 30 s, SHA-1"),
    ]
  }

  /// The secret in groups of four, to be typed by hand.
  package var groups: [String] {
    stride(from: 0, to: secret.count, by: 4).map { String(secret.dropFirst($0).prefix(4)) }
  }
}

/// A picture of square dots, such as a QR code without its margin.
package struct DotPicture: Hashable, Sendable {
  /// Dots in a row, and rows.
  package let width: Int
  private let dots: [Bool]

  /// A square picture, row by row, `true` for dark; nil where the number of dots is no square.
  package init?(width: Int, dots: [Bool]) {
    guard width > 0, dots.count == width * width else { return nil }
    self.width = width
    self.dots = dots
  }

  /// Whether the dot there is dark; outside of the picture none is.
  package func isDark(column: Int, row: Int) -> Bool {
    guard (0..<width).contains(column), (0..<width).contains(row) else { return false }
    return dots[row * width + column]
  }
}
