/// When a code that was sent by e-mail is taken: for ten minutes, once, and not after five wrong ones (H3).
package enum MailCodeRule {
  /// How long a code can be used.
  package static let life = Duration.minutes(10)
  /// How often a code may be tried.
  package static let tries = 5
  /// How many codes are sent to one person within the life of one.
  package static let letters = 3

  /// A code as it stands.
  package struct Standing: Hashable, Sendable {
    /// When it was made.
    package let sentAt: Timestamp
    /// How often it was tried.
    package let tries: Int
    /// Whether it was used.
    package let isUsed: Bool

    package init(sentAt: Timestamp, tries: Int, isUsed: Bool) {
      self.sentAt = sentAt
      self.tries = tries
      self.isUsed = isUsed
    }
  }

  /// Whether a code may be tried now.
  package static func isOpen(_ code: Standing, at now: Timestamp) -> Bool {
    !code.isUsed && code.tries < tries && now >= code.sentAt && now - code.sentAt <= life
  }

  /// Refuses another letter to one who was sent enough of them.
  ///
  /// - Parameter sent: when letters were sent to that person.
  package static func checkLetter(after sent: [Timestamp], at now: Timestamp) throws(Refusal) {
    let recent = sent.filter { $0 <= now && now - $0 < life }.sorted()
    guard recent.count >= letters, let first = recent.first else { return }
    throw .tooManyLetters(wait: life - (now - first))
  }

  /// A new code; `random` gives a number below the one it is asked with.
  package static func newCode(random: (Int) -> Int) -> String {
    let number = String(random(1_000_000))
    return String(repeating: "0", count: 6 - number.count) + number
  }
}
