/// Which passwords are taken: long ones that are not on the list of the common ones (NIST SP 800-63B, 5.1.1.2). There
/// is no rule about capitals, digits or signs, and none about changing it from time to time.
package enum PasswordRule {
  /// The least characters of a password.
  package static let shortest = 12
  /// The most characters, so that hashing one takes no longer than hashing another.
  package static let longest = 200

  /// Refuses a password that is easy to guess.
  package static func check(_ password: String, username: Username) throws(Misentry) {
    guard password.count >= shortest else {
      throw Misentry(
        "\(Listing.count(password.count, "character")) typed, at least \(shortest) needed; a few words do well")
    }
    guard password.count <= longest, password.utf8.count <= longest * 4 else {
      throw Misentry("\(password.count) characters typed, at most \(longest) fit")
    }
    let plain = TextFolding.fold(password)
    let bare = String(plain.filter { $0.isLetter || $0.isNumber })
    let name = username.text.filter { $0.isLetter || $0.isNumber }
    if name.count >= 4, bare.contains(name) {
      throw Misentry("the password contains the user name; choose another")
    }
    if common.contains(plain) || common.contains(bare) || common.contains(withoutTail(bare)) {
      throw Misentry("that is one of the passwords that are tried first; choose another")
    }
    if isMonotonous(plain) { throw Misentry("that repeats itself or only counts up; choose another") }
  }

  /// The text without the digits at its end, which are what people add to a common password.
  private static func withoutTail(_ text: String) -> String {
    String(text.reversed().drop { $0.isNumber }.reversed())
  }

  /// Whether the text is few characters repeated, or one after the other in the alphabet or on the keyboard.
  private static func isMonotonous(_ text: String) -> Bool {
    if Set(text).count < 4 { return true }
    let rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm"]
    if (rows + rows.map { String($0.reversed()) }).contains(where: { $0.contains(text) }) { return true }
    let characters = Array(text)
    return (1...4).contains { period in
      characters.indices.dropFirst(period).allSatisfy { characters[$0] == characters[$0 - period] }
    }
  }

  /// Folded. Those of this program's demonstration first, then the ones that heads every list of leaked passwords.
  private static let common: Set<String> = [
    "demo", "demodemodemo", "hospital", "hospitalhospital", "nurse", "headnurse", "doctor", "headdoctor", "reception",
    "receptionist", "cashier", "pharmacist", "admin", "administrator", "auditor", "patient", "password",
    "passwordpassword", "passw0rd", "p@ssw0rd", "letmein", "letmeinletmein", "welcome", "welcometothehospital",
    "changeme", "changemeplease", "changemenow", "iloveyou", "iloveyouforever", "qwerty", "qwertyqwerty",
    "qwertyuiop", "qwertyuiopasdf", "1qaz2wsx3edc", "1q2w3e4r5t6y", "zaq12wsxcde3", "monkey", "dragon", "sunshine",
    "princess", "football", "baseball", "superman", "batman", "trustno1", "starwars", "whatever", "master", "shadow",
    "michael", "jennifer", "jordan", "harley", "ranger", "hunter", "buster", "thomas", "tigger", "robert", "soccer",
    "killer", "charlie", "andrew", "access", "secret", "secretsecret", "abc123abc123", "correcthorsebatterystaple",
    "correct horse battery staple", "thisismypassword", "mypassword", "mypasswordis", "mysecretpassword",
    "adminadmin", "adminadminadmin", "rootrootroot", "administrator1", "testtesttest", "test", "default", "guest",
    "defaultpassword", "temporary", "temporarypassword",
  ]
}
