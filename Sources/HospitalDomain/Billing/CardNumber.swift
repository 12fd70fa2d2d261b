/// Card numbers, which are never stored.
package enum CardNumber {
  /// Whether a text holds what may be a whole card number: groups of digits with nothing but signs and spaces between them
  /// that are 13 to 19 digits together, begin as cards do, and pass the Luhn check (ISO/IEC 7812-1). Other digits before
  /// and after them do not hide it.
  package static func isIn(_ text: String) -> Bool {
    text.split { $0.isLetter }.contains { words in
      let groups = words.split { $0.wholeNumberValue == nil }.map { $0.compactMap(\.wholeNumberValue) }
      return groups.indices.contains { first in beginsCard(groups[first...]) }
    }
  }

  /// Whether some of the first groups are a card number together.
  private static func beginsCard(_ groups: ArraySlice<[Int]>) -> Bool {
    var digits: [Int] = []
    for group in groups {
      digits += group
      if digits.count > 19 { return false }
      if digits.count >= 13, isBranded(digits), passesLuhn(digits) { return true }
    }
    return false
  }

  /// Whether a number begins as those of the card brands do: 3 to 6, or Mastercard's 2221 to 2720.
  private static func isBranded(_ digits: [Int]) -> Bool {
    (3...6).contains(digits[0]) || (2221...2720).contains(digits.prefix(4).reduce(0) { $0 * 10 + $1 })
  }

  private static func passesLuhn(_ digits: [Int]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      guard digit.offset % 2 == 1 else { return sum + digit.element }
      let doubled = digit.element * 2
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0
  }
}

extension Refusal {
  /// A reason or an explanation holds what looks like a card number.
  package static func cardNumber(_ field: String = "reason") -> Refusal {
    Refusal(
      code: "text.cardNumber",
      sentence: "That looks like a card number, which is never kept; write it without the number.",
      field: field)
  }
}
