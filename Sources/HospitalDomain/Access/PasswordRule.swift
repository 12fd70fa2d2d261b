/// What a password has to be: long enough, not the name, not one that everybody tries. No rule asks for capitals or
/// digits, which make passwords harder to remember and no harder to guess (NIST SP 800-63B, 2017).
package enum PasswordRule {
  /// The least number of characters.
  package static let shortest = 12
  /// The greatest number of bytes, so that hashing stays quick.
  package static let longest = 256

  /// Refuses a password that will not do, with what to do instead.
  package static func check(_ password: String, username: String) throws(Misentry) {
    guard password.count >= shortest else {
      throw Misentry("\(password.count) characters typed, \(shortest) needed; three or four words do well")
    }
    guard password.utf8.count <= longest else { throw Misentry("too long: at most \(longest) bytes") }
    let plain = password.lowercased()
    guard username.count < 4 || !plain.contains(username.lowercased()) else {
      throw Misentry("the user name is part of it; choose another")
    }
    let letters = plain.filter(\.isLetter)
    guard Set(plain).count > 3, !common.contains(plain), !common.contains(letters) else {
      throw Misentry("it is one of the first that are tried; choose another")
    }
  }

  /// Passwords, and the words that passwords are padded from, at the head of every list of leaked ones.
  private static let common: Set<String> = [
    "demo", "password", "passwordpassword", "passwort", "qwerty", "qwertyuiop", "qwertyuiopas", "azerty", "letmein",
    "welcome", "iloveyou", "admin", "administrator", "hospital", "changeme", "secret", "monkey", "dragon", "football",
    "baseball", "sunshine", "princess", "123456789012", "1234567890123", "12345678901234", "1234567890ab",
    "1q2w3e4r5t6y", "abcdefghijkl", "abcdefghijklm", "trustno", "superman", "batman", "master", "nurse", "doctor",
  ]
}
