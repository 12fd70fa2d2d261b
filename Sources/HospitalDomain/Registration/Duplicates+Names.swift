extension Duplicates {
  /// Up to 45 points for the name: none below a similarity of 0.7, where unrelated names lie.
  static func compareNames(_ newcomer: PersonTraits, _ onFile: PersonTraits, into match: inout DuplicateMatch) {
    var best = NameLikeness(similarity: 0, reason: nil)
    for one in [newcomer.name] + newcomer.aliases {
      for two in [onFile.name] + onFile.aliases {
        let likeness = NameLikeness(one, two)
        if likeness.similarity > best.similarity { best = likeness }
      }
    }
    let share = (best.similarity - 0.7) / 0.3
    guard share > 0 else { return }
    match.add(Int((share * 45).rounded()), best.reason)
  }
}

/// How alike two names are, and what to call it.
struct NameLikeness {
  /// 0 to 1.
  let similarity: Double
  /// `"same name"`, `"names swapped"`, `"same family name"`, `"like name"`, `"name sounds alike"`.
  let reason: String?

  init(similarity: Double, reason: String?) {
    self.similarity = similarity
    self.reason = reason
  }

  /// The better of the straight and the swapped comparison.
  init(_ one: PersonName, _ two: PersonName) {
    let straight = Self.straight(one, two)
    let swapped = Self.straight(one.swapped, two)
    if swapped.similarity - 0.02 > straight.similarity, swapped.similarity > 0.85 {
      self.init(similarity: swapped.similarity - 0.02, reason: "names swapped")
    } else {
      self = straight
    }
  }

  /// Family name by family name and given name by given name, 55 to 45.
  private static func straight(_ one: PersonName, _ two: PersonName) -> NameLikeness {
    let family = part(one.family, two.family)
    if one.given.isEmpty, two.given.isEmpty { return NameLikeness(similarity: family, reason: words(family, 1)) }
    if one.given.isEmpty || two.given.isEmpty {
      return NameLikeness(similarity: family * 0.85, reason: family == 1 ? "same family name" : "like name")
    }
    let given = part(one.given, two.given)
    return NameLikeness(similarity: family * 0.55 + given * 0.45, reason: words(family, given))
  }

  private static func words(_ family: Double, _ given: Double) -> String {
    if family == 1 { return given == 1 ? "same name" : given < 0.8 ? "same family name" : "like name" }
    return "like name"
  }

  /// One part of the name. Equal sound counts as 0.93 at least; one word of several (`Maria` of `Maria José`, `Garcia`
  /// of `Garcia López`) as 0.95 of its own likeness.
  private static func part(_ one: String, _ two: String) -> Double {
    let (left, right) = (TextFolding.joinedWords(one).joined(), TextFolding.joinedWords(two).joined())
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var best = JaroWinkler.similarity(left, right)
    if best < 0.93, PhoneticCode.code(left) == PhoneticCode.code(right) { best = 0.93 }
    let (leftWords, rightWords) = (TextFolding.words(one), TextFolding.words(two))
    guard best < 0.95, leftWords.count > 1 || rightWords.count > 1 else { return best }
    for word in leftWords where word.count > 1 {
      for other in rightWords where other.count > 1 {
        best = max(best, JaroWinkler.similarity(word, other) * 0.95)
      }
    }
    return best
  }
}
