/// Recognises records that may be of one person (P2). Advice, never a wall: twins and namesakes exist.
///
/// Certain are the same national id, and the same telephone with the same birth date. Everything else is a score of
/// 0 to 100: name 45, birth date 30, telephone 12, town 8, sex 5; what contradicts takes away.
package enum Duplicates {
  /// The least score that is worth showing.
  package static let leastScore = 55
  /// How many are shown.
  package static let mostShown = 5

  /// How alike two records are, and why.
  package static func compare(_ newcomer: PersonTraits, _ onFile: PersonTraits) -> DuplicateMatch {
    var match = DuplicateMatch()
    let sameID = newcomer.nationalID.map { $0 == onFile.nationalID } ?? false
    let sameTelephone = newcomer.telephoneTail.map { $0 == onFile.telephoneTail } ?? false
    if sameID { match.certain("same national id") }
    compareBirthDates(newcomer, onFile, into: &match)
    if sameTelephone { match.add(12, "same telephone") }
    if sameTelephone, let date = newcomer.birthDate, date == onFile.birthDate { match.certain(nil) }
    compareNames(newcomer, onFile, into: &match)
    let town = TextFolding.words(newcomer.town)
    if !town.isEmpty, town == TextFolding.words(onFile.town) { match.add(8, "same town") }
    compareSexes(newcomer.sex, onFile.sex, into: &match)
    if let one = newcomer.nationalID, let two = onFile.nationalID, one != two { match.add(-20, nil) }
    return match
  }

  /// The candidates worth showing, the likeliest first.
  package static func best<Candidate>(
    for newcomer: PersonTraits, among candidates: [Candidate], limit: Int = mostShown,
    traits: (Candidate) -> PersonTraits
  ) -> [(candidate: Candidate, match: DuplicateMatch)] {
    let scored = candidates.map { (candidate: $0, match: compare(newcomer, traits($0))) }
    let shown = scored.filter { $0.match.isWorthShowing }.enumerated()
    return shown.sorted { ($1.element.match.score, $0.offset) < ($0.element.match.score, $1.offset) }
      .prefix(limit).map(\.element)
  }

  private static func compareSexes(_ one: Sex, _ two: Sex, into match: inout DuplicateMatch) {
    switch (one, two) {
    case (.unknown, _), (_, .unknown): return
    case (.female, .male), (.male, .female): match.add(-5, nil)
    default: if one == two { match.add(5, nil) }
    }
  }
}

/// How alike two records are.
package struct DuplicateMatch: Hashable, Sendable {
  private var points = 0
  /// Whether it is certain that both are of one person.
  package private(set) var isCertain = false
  /// Why, in words that follow each other with commas: `"same birth date"`, `"like name"`.
  package private(set) var reasons: [String] = []

  /// 0 to 100.
  package var score: Int { isCertain ? 100 : min(max(points, 0), 99) }

  /// Whether a person should see it.
  package var isWorthShowing: Bool { isCertain || points >= Duplicates.leastScore }

  /// The reasons in one line: `"same birth date, like name"`.
  package var sentence: String { reasons.joined(separator: ", ") }

  mutating func add(_ points: Int, _ reason: String?) {
    self.points += points
    if let reason { reasons.append(reason) }
  }

  mutating func certain(_ reason: String?) {
    isCertain = true
    if let reason { reasons.append(reason) }
  }
}
