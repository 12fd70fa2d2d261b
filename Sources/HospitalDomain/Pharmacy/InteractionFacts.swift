/// The part of the list of interactions that a check needs: prepared once, then asked for each pair.
package struct InteractionFacts: Sendable {
  /// One line of the list: what happens between two classes, or substances as classes of one.
  package struct Line: Hashable, Sendable {
    package let first: String
    package let second: String
    package let level: FindingLevel
    package let effect: InteractionEffect
    /// Whether the level depends on the dose or the use; it is the worst of them.
    package let depends: Bool

    package init(_ first: String, _ second: String, _ level: FindingLevel, _ effect: InteractionEffect, depends: Bool) {
      self.first = first
      self.second = second
      self.level = level
      self.effect = effect
      self.depends = depends
    }
  }

  private let places: [String: Int]
  /// The place of the worst line for each pair of substances, and -1 for none: a square table.
  private let worst: [Int]
  private let lines: [Line]

  /// - Parameters:
  ///   - classes: the classes of each substance that is compared; each is a class of its own besides.
  ///   - lines: every line of the list between two of these classes.
  package init(classes: [String: [String]], lines: [Line]) {
    let names = classes.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    var members: [String: [Int]] = [:]
    for (place, name) in names.enumerated() {
      members[name, default: []].append(place)
      for group in classes[name] ?? [] where group != name { members[group, default: []].append(place) }
    }
    var worst = [Int](repeating: -1, count: names.count * names.count)
    for (number, line) in lines.enumerated() {
      for one in members[line.first] ?? [] {
        for two in members[line.second] ?? [] where one != two {
          for cell in [one * names.count + two, two * names.count + one]
          where worst[cell] < 0 || line.level < lines[worst[cell]].level { worst[cell] = number }
        }
      }
    }
    self.places = places
    self.worst = worst
    self.lines = lines
  }

  /// No list at all.
  package static let none = InteractionFacts(classes: [:], lines: [])

  /// The worst that is known of two substances; nil for nothing.
  package func line(between one: String, _ two: String) -> Line? {
    guard let first = places[one], let second = places[two] else { return nil }
    let number = worst[first * places.count + second]
    return number < 0 ? nil : lines[number]
  }
}
