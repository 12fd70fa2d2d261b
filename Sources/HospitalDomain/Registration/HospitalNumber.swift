/// The number of a patient: a sequence of nine digits and a check digit, shown as `000098-114-6`.
///
/// The check digit is that of ISO/IEC 7064, hybrid system MOD 11,10: it notices every single wrong digit and
/// nearly every pair of digits changed over.
package struct HospitalNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number as it is stored: the sequence followed by its check digit, so `981146` for sequence 98114.
  package let value: Int64

  /// The largest sequence number.
  package static let largestSequence: Int64 = 999_999_999

  /// The number with that sequence, 1 to `largestSequence`; nothing outside it.
  package init?(sequence number: Int64) {
    guard (1...Self.largestSequence).contains(number) else { return nil }
    let places = Swift.sequence(first: Int64(100_000_000)) { $0 == 1 ? nil : $0 / 10 }
    value = number * 10 + Int64(Self.checkDigit(of: places.lazy.map { Int(number / $0 % 10) }))
  }

  /// A stored number; nothing if its check digit is wrong, which means that the store is damaged.
  package init?(value: Int64) {
    guard value >= 10, let number = Self(sequence: value / 10), number.value == value else { return nil }
    self.value = value
  }

  /// Stands for the number of a restricted patient; no number is like it (H6).
  package static let withheld = HospitalNumber()

  private init() { value = 0 }

  /// Reads a number as people type or scan it: with or without dashes, spaces and leading zeros.
  package init(entry text: String) throws(Misentry) {
    let typed = text.filter { $0 != "-" && $0 != " " }
    guard !typed.isEmpty, typed.allSatisfy(\.isASCIIDigit), typed.count <= 10, let value = Int64(typed), value >= 10
    else { throw Misentry("type the hospital number, such as 000098-114-6") }
    guard let number = Self(value: value) else {
      throw Misentry("no such number: the check digit does not fit, so one digit is mistyped")
    }
    self = number
  }

  /// The number without its check digit.
  package var sequence: Int64 { value / 10 }

  /// The ten digits without dashes, for search and bar codes.
  package var digits: String { padded(Int(value), 10) }

  /// The number as it is shown: `000098-114-6`.
  package var description: String {
    if self == .withheld { return Withheld.word }
    let digits = digits
    return "\(digits.prefix(6))-\(digits.dropFirst(6).prefix(3))-\(digits.suffix(1))"
  }

  package static func < (left: HospitalNumber, right: HospitalNumber) -> Bool { left.value < right.value }

  /// The check digit of ISO/IEC 7064 MOD 11,10 for digits from 0 to 9.
  static func checkDigit(of digits: some Sequence<Int>) -> Int {
    var product = 10
    for digit in digits {
      let sum = (product + digit) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10
  }
}
