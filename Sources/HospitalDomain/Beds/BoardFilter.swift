/// Which rows of the board are shown, read from what is typed after `/`: `state:free,housekeeping ward:4A kind:icu okafor`.
///
/// A key (`state`, `ward`, `kind`) takes one value or several with commas, and a row must have one of them. A word
/// without a key must begin the room's number, its state, a word of the patient's, doctor's or nurse's name, or of the
/// note; words with commas between them, `free,housekeeping`, list states.
package struct BoardFilter: Hashable, Sendable {
  /// The states that are shown; every one if empty.
  package var states: Set<BedCode> = []
  /// The wards that are shown, folded; every one if empty.
  package var wards: [String] = []
  /// The kinds of room that are shown; every one if empty.
  package var kinds: Set<RoomKind> = []
  /// The folded words that a row must match, every one of them.
  package var words: [String] = []

  /// A filter that shows every row.
  package init() {}

  /// Reads a filter; refuses a key or a value that means nothing, and says which there are.
  package init(entry text: String) throws(Misentry) {
    for piece in Self.pieces(of: text) {
      if let states = Self.listedStates(piece) {
        self.states.formUnion(states)
        continue
      }
      guard let colon = piece.firstIndex(of: ":"), colon != piece.startIndex else {
        words += piece.split(separator: ",").map { TextFolding.fold(String($0)) }
        continue
      }
      try read(key: piece[..<colon].lowercased(), values: piece[piece.index(after: colon)...])
    }
  }

  /// The text parted at white space; what follows a comma belongs to the piece before it.
  private static func pieces(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).reduce(into: []) { pieces, next in
      if let last = pieces.last, last.hasSuffix(",") {
        pieces[pieces.count - 1] = last + next
      } else {
        pieces.append(String(next))
      }
    }
  }

  private mutating func read(key: String, values: Substring) throws(Misentry) {
    let values = values.split(separator: ",").map(String.init)
    switch key {
    case "state", "s":
      guard !values.isEmpty else { throw Misentry("name a state after \(key): such as state:free,housekeeping") }
      for value in values { try states.formUnion(Self.states(value)) }
    case "ward", "w":
      guard !values.isEmpty else { throw Misentry("name a ward after \(key): such as ward:4A") }
      wards += values.map { TextFolding.fold($0) }
    case "kind", "k":
      guard !values.isEmpty else { throw Misentry("name a kind after \(key): such as kind:icu") }
      for value in values { kinds.insert(try RoomKind(entry: value)) }
    default:
      throw Misentry("there is no \"\(key):\"; use state:, ward: or kind:, or type a room or a name")
    }
  }

  /// The states that `free, housekeeping` lists; nil when it is no such list. A single word is none: it may begin a name
  /// as well.
  private static func listedStates(_ piece: String) -> Set<BedCode>? {
    guard piece.contains(","), !piece.contains(":") else { return nil }
    return try? piece.split(separator: ",").reduce(into: []) { $0.formUnion(try states(String($1))) }
  }

  /// The states that a word stands for: the word `occupied` takes isolated rooms in, the letter `O` does not.
  private static func states(_ word: String) throws(Misentry) -> Set<BedCode> {
    switch try BedCode(entry: word) {
    case .occupied where word.count > 1: [.occupied, .isolated]
    case let code: [code]
    }
  }

  /// Whether a row is shown.
  package func shows(_ room: RoomBoardRow, at now: Timestamp) -> Bool {
    if !states.isEmpty, !states.contains(room.code(at: now)) { return false }
    if !wards.isEmpty, !wards.contains(where: { Self.isWard($0, of: room) }) { return false }
    if !kinds.isEmpty, !kinds.contains(room.kind) { return false }
    return words.isEmpty || matchesWords(room, at: now)
  }

  /// A ward is named by any word of its name (`4A`, `medical`) or by the beginning of its rooms' numbers.
  private static func isWard(_ ward: String, of room: RoomBoardRow) -> Bool {
    TextFolding.words(room.department.name).contains { $0.hasPrefix(ward) }
      || TextFolding.fold(room.number).hasPrefix(ward + "-")
  }

  private func matchesWords(_ room: RoomBoardRow, at now: Timestamp) -> Bool {
    let number = TextFolding.fold(room.number)
    let staff = room.occupancy.map { "\($0.doctorName.listed) \($0.staffName.listed)" } ?? ""
    let text = "\(room.code(at: now).title) \(room.note(at: now)) \(staff) \(room.department.name)"
    let names = TextFolding.words(text) + TextFolding.joinedWords(text)
    return words.allSatisfy { word in
      let bare = word.filter { $0.isLetter || $0.isNumber }
      return number.hasPrefix(word) || names.contains { $0.hasPrefix(bare) }
    }
  }

  /// Whether every row is shown.
  package var isEmpty: Bool { states.isEmpty && wards.isEmpty && kinds.isEmpty && words.isEmpty }
}

extension BoardFilter: CustomStringConvertible {
  /// The filter in words, as the row above the board says it: `"free, housekeeping · ward 4A · okafor"`.
  package var description: String {
    if isEmpty { return "all rooms" }
    var parts: [String] = []
    if !states.isEmpty { parts.append(BedCode.allCases.filter(states.contains).map(\.title).joined(separator: ", ")) }
    if !wards.isEmpty { parts.append("ward " + wards.map { $0.uppercased() }.joined(separator: ", ")) }
    if !kinds.isEmpty { parts.append(RoomKind.allCases.filter(kinds.contains).map(\.title).joined(separator: ", ")) }
    if !words.isEmpty { parts.append(words.joined(separator: " ")) }
    return parts.joined(separator: " · ")
  }
}
