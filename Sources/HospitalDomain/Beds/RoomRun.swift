/// The numbers of a run of rooms that are added in one act: `4A-01` to `4A-24`, or `3B-12-A` to `3B-12-D` (A6).
package enum RoomRun {
  /// The most rooms that one act adds.
  package static let limit = 99

  /// The numbers from the first to the last, both among them.
  ///
  /// - Parameters:
  ///   - first: a room number that ends in digits or in one letter; its digits keep their leading zeros.
  ///   - last: a number that differs from the first in its end alone, and comes after it.
  package static func numbers(from first: String, to last: String) throws(Misentry) -> [String] {
    let last = try ShortCode.read(last, name: "room number", example: "4A-24")
    let (start, end) = (RoomNumberEnd(first), RoomNumberEnd(last))
    guard start.beginning == end.beginning, start.isLetter == end.isLetter, let from = start.value, let to = end.value
    else {
      throw Misentry("begin as the first does, such as \(start.beginning)\(start.isLetter ? "D" : "24")")
    }
    guard from < to else { throw Misentry("the last room comes after \(first)") }
    guard to - from < limit else { throw Misentry("\(to - from + 1) rooms; at most \(limit) at once") }
    return (from...to).map { start.beginning + start.text(of: $0) }
  }
}

/// A room number taken apart: `4A-` and `01`, or `3B-12-` and `A`.
private struct RoomNumberEnd {
  let beginning: String
  let isLetter: Bool
  /// The number at the end, or the place of the letter in the alphabet; nil for a longer word.
  let value: Int?
  private let width: Int

  init(_ number: String) {
    let digits = String(number.reversed().prefix { $0.isWholeNumber }.reversed())
    isLetter = digits.isEmpty
    let end = digits.isEmpty ? String(number.suffix(1)) : digits
    beginning = String(number.dropLast(end.count))
    width = end.count
    value = isLetter ? end.unicodeScalars.first.map { Int($0.value) } : Int(end)
  }

  func text(of value: Int) -> String {
    if isLetter { return UnicodeScalar(value).map { String($0) } ?? "" }
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
