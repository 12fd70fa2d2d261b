import HospitalDomain

/// A room number made ready for sorting many: `4A-2` before `4A-12`, as `NaturalOrder` has it.
struct RoomNumberKey: Comparable {
  private let text: String

  init(_ number: String) {
    var text = ""
    var digits = ""
    func padded() -> String { String(repeating: "0", count: max(0, 12 - digits.count)) + digits }
    for character in TextFolding.fold(number) {
      if character.isNumber {
        digits.append(character)
      } else {
        if !digits.isEmpty { text += padded() }
        digits = ""
        text.append(character)
      }
    }
    self.text = digits.isEmpty ? text : text + padded()
  }

  static func < (one: Self, other: Self) -> Bool { one.text < other.text }
}
