import HospitalDomain

/// The names that demonstration patients are given: surnames, and given names as they were common in each decade.
package struct DemonstrationNames: Sendable {
  /// Given names by the year in which they were common.
  package typealias GivenNames = [Int: [String]]

  private let surnames: [String]
  private let given: [Sex: GivenNames]

  /// Names as the lists have them; each list must hold some.
  package init(surnames: [String], women: GivenNames, men: GivenNames) {
    precondition(!surnames.isEmpty && !women.isEmpty && !men.isEmpty, "the lists of names hold names")
    self.surnames = surnames
    given = [.female: women, .male: men]
  }

  /// A surname; now and then a double one.
  func surname(_ numbers: inout SeededNumbers) -> String {
    let name = numbers.pick(surnames)
    return numbers.happens(3) ? name + "-" + numbers.pick(surnames) : name
  }

  /// A given name as somebody of that sex born in that year might have; now and then two.
  func given(_ sex: Sex, born year: Int, _ numbers: inout SeededNumbers) -> String {
    let lists = given[sex] ?? given[numbers.happens(50) ? .female : .male] ?? [:]
    guard let list = lists.min(by: { abs($0.key - year) < abs($1.key - year) })?.value, !list.isEmpty else {
      return "-"
    }
    // The commonest names stand first: the lower of two draws favours them.
    let place = min(Int.random(in: 0..<list.count, using: &numbers), Int.random(in: 0..<list.count, using: &numbers))
    return numbers.happens(12) ? list[place] + " " + numbers.pick(list) : list[place]
  }
}
