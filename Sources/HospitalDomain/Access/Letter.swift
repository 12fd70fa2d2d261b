/// A message by e-mail, as it is handed to the host's mail system (N2).
package struct Letter: Hashable, Sendable {
  /// Whom it is for.
  package let recipient: EmailAddress
  /// What it is about: one line without control characters.
  package let subject: String
  /// What it says, in lines.
  package let body: String

  /// A letter. Nothing in it can become a header: a line break in the subject, or in an address that was not checked, is
  /// refused.
  package init(to recipient: EmailAddress, subject: String, body: String) throws(Misentry) {
    guard ([recipient.text, subject].allSatisfy { !$0.unicodeScalars.contains(where: Self.breaksLine) }) else {
      throw Misentry("a header of a letter has one line")
    }
    _ = try EmailAddress(entry: recipient.text)
    self.recipient = recipient
    self.subject = subject
    self.body = body
  }

  /// Control characters, and those that some readers take for the end of a line.
  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
  }
}

/// The text of a kind of letter, from a file that a hospital can change: a line `Subject: …`, an empty line, and the text,
/// with names in braces for what differs, such as `{code}`.
package struct LetterTemplate: Hashable, Sendable {
  private let subject: String
  private let body: String

  /// Reads a template. Throws when its first lines are not what they must be.
  package init(_ text: String) throws(Misentry) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasSuffix("\r") ? String(line.dropLast()) : String(line)
    }
    guard lines.count >= 3, lines[0].hasPrefix("Subject: "), lines[1].isEmpty else {
      throw Misentry("a template begins with a line \"Subject: …\" and an empty line")
    }
    subject = String(lines[0].dropFirst("Subject: ".count))
    body = lines[2...].joined(separator: "\n")
  }

  /// The letter with these values in the place of their names. A value is one line: what would break it is left out.
  ///
  /// - Throws: `Misentry` when the template names a value that there is not.
  package func letter(to recipient: EmailAddress, _ values: [String: String]) throws(Misentry) -> Letter {
    try Letter(to: recipient, subject: fill(subject, values), body: fill(body, values))
  }

  /// Looks at the text once, so that nothing in a value is taken for a name.
  private func fill(_ text: String, _ values: [String: String]) throws(Misentry) -> String {
    var filled = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: start)..<end])
      guard let value = values[name] else { throw Misentry("the template has no value for {\(name)}") }
      filled += rest[..<start] + Self.line(value)
      rest = rest[rest.index(after: end)...]
    }
    return filled + rest
  }

  private static func line(_ value: String) -> String {
    String(
      String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }))
  }
}

/// When a letter that could not be sent is tried again, and when no more (N2).
package enum LetterRetry {
  /// How long the mail system may take before somebody else tries.
  package static let lease = Duration.seconds(60)
  /// The longest time between two tries.
  package static let longest = Duration.minutes(30)

  /// How long to wait after so many tries: 5 s, then twice as long each time.
  package static func delay(after tries: Int) -> Duration {
    min(.seconds(5 << min(max(0, tries - 1), 12)), longest)
  }
}
