/// The personal number that unlocks a terminal for a while after a full sign-in (H4): quick to type with gloves on, and so
/// short that it is good for nothing else.
package enum PINRule {
  /// How many digits it may have.
  package static let lengths = 4...8
  /// How long after a full sign-in it unlocks.
  package static let life = Duration.minutes(30)
  /// How many wrong tries there are between two full sign-ins; then only the password unlocks.
  package static let tries = 5

  /// Whether a text is typed like a personal number: digits of the right count, and nothing else.
  package static func isTypedLikeOne(_ text: String) -> Bool {
    lengths.contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  /// Refuses a number that will not do, with what to do instead: too short or too long, or among the first that anybody
  /// tries (one digit over and over, a pattern that repeats, digits in order, a year, the columns of a keypad).
  package static func check(_ pin: String) throws(Misentry) {
    guard isTypedLikeOne(pin) else {
      throw Misentry("\(lengths.lowerBound) to \(lengths.upperBound) digits are needed, and nothing else")
    }
    guard !isGuessable(pin) else { throw Misentry("it is one of the first that are tried; choose another") }
  }

  private static func isGuessable(_ pin: String) -> Bool {
    let digits = pin.utf8.map { Int($0) - 48 }
    return repeats(digits) || isInOrder(digits) || isYear(digits) || isPalindromeOfTwo(digits) || common.contains(pin)
  }

  /// 7777, 1212, 123123: a shorter piece over and over.
  private static func repeats(_ digits: [Int]) -> Bool {
    (1...(digits.count / 2)).contains { length in
      digits.count % length == 0 && digits.indices.allSatisfy { digits[$0] == digits[$0 % length] }
    }
  }

  /// 1234, 8642, 7890: every digit as far from the one before, round the end.
  private static func isInOrder(_ digits: [Int]) -> Bool {
    let steps = zip(digits, digits.dropFirst()).map { ($1 - $0 + 10) % 10 }
    return Set(steps).count == 1
  }

  /// 1900 to 2099: a year that means something to somebody.
  private static func isYear(_ digits: [Int]) -> Bool {
    digits.count == 4 && [19, 20].contains(digits[0] * 10 + digits[1])
  }

  /// 1221, 122221: two digits, there and back.
  private static func isPalindromeOfTwo(_ digits: [Int]) -> Bool {
    Set(digits).count <= 2 && digits == digits.reversed()
  }

  /// What heads the lists of numbers that people choose, and is none of the patterns above.
  private static let common: Set<String> = [
    "2580", "0852", "1004", "5683", "1122", "1133", "1112", "1110", "1342", "4200", "6969", "1230", "0070", "3690",
    "147258", "159753", "112233", "123321", "102030", "142536", "654123", "789456", "147852", "159357", "258456",
    "1234554321", "12344321", "11223344", "12341234", "14725836", "87654312",
  ]
}
