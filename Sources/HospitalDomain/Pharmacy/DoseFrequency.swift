/// How often a dose is taken.
package enum DoseFrequency: Hashable, Sendable, CustomStringConvertible {
  /// So many times a day, 1 to 12.
  case timesADay(Int)
  /// Every so many hours, 1 to 72.
  case everyHours(Int)
  /// Once every so many days, 2 to 90 (FHIR Timing: a period in days): every other day is 2.
  case everyDays(Int)
  /// Once a day, in the morning (FHIR event timing MORN).
  case inTheMorning
  /// Once a day, in the evening (FHIR event timing EVE).
  case inTheEvening
  /// Once a day, at bedtime.
  case atBedtime
  /// So many times a week, 1 to 6.
  case timesAWeek(Int)
  /// When it is needed, at most so often a day, 1 to 24.
  case asNeeded(atMost: Int)

  /// The stored code.
  package var code: String {
    switch self {
    case .timesADay: "times-a-day"
    case .everyHours: "every-hours"
    case .everyDays: "every-days"
    case .inTheMorning: "in-the-morning"
    case .inTheEvening: "in-the-evening"
    case .atBedtime: "at-bedtime"
    case .timesAWeek: "times-a-week"
    case .asNeeded: "as-needed"
    }
  }

  /// The stored number; 1 for once a day at a time of it.
  package var count: Int {
    switch self {
    case .timesADay(let count), .everyHours(let count), .everyDays(let count), .timesAWeek(let count),
      .asNeeded(let count):
      count
    case .inTheMorning, .inTheEvening, .atBedtime: 1
    }
  }

  /// The codes and the numbers that each can have.
  package static let ranges: [(code: String, counts: ClosedRange<Int>)] = [
    ("times-a-day", 1...12), ("every-hours", 1...72), ("every-days", 2...90), ("in-the-morning", 1...1),
    ("in-the-evening", 1...1), ("at-bedtime", 1...1), ("times-a-week", 1...6), ("as-needed", 1...24),
  ]

  /// A frequency of its code and number; nil for one that there is not.
  package init?(code: String, count: Int) {
    guard Self.range(of: code)?.contains(count) == true else { return nil }
    switch code {
    case "times-a-day": self = .timesADay(count)
    case "every-hours": self = .everyHours(count)
    case "every-days": self = .everyDays(count)
    case "times-a-week": self = .timesAWeek(count)
    case "as-needed": self = .asNeeded(atMost: count)
    case "in-the-morning": self = .inTheMorning
    case "in-the-evening": self = .inTheEvening
    default: self = .atBedtime
    }
  }

  /// Reads `3`, `three times a day`, `tds`, `every 8 hours`, `q8h`, `every other day`, `every 3 days`, `in the morning`,
  /// `bedtime`, `once a week`, `as needed max 4`.
  ///
  /// Nothing is guessed: a word that is not known, and words of two kinds, are refused, so that `2 days` is never every two
  /// days, nor `every 6 hours as needed` six a day, nor `2 weekly`, which is every two weeks, twice a week.
  package init(entry typed: String) throws(Misentry) {
    let words = TextFolding.words(try SafeText.line(typed, limit: 60)).flatMap { $0.partedAtDigits }
    if let usual = Self.usual[words.joined(separator: " ")] {
      self = usual
      return
    }
    let numbers = words.compactMap { Self.number($0) }
    let others = words.filter { Self.number($0) == nil && !["a", "per", "times", "time", "x"].contains($0) }
    let kinds = Self.kinds.filter { !$0.names.isDisjoint(with: others) }
    let kind = kinds.first ?? Self.daily
    if kind.code == "as-needed", numbers.isEmpty || kinds.count > 1 {
      throw Misentry("how often at most a day? Type as needed max 4")
    }
    if kind.code == "as-needed", let most = Self.range(of: kind.code), numbers.count == 1, numbers[0] > most.upperBound
    {
      throw Misentry("as needed is at most \(most.upperBound) a day; type as needed max 4")
    }
    guard kinds.count < 2, kind.names.union(kind.others).isSuperset(of: others), Self.isEveryRight(words),
      Self.isPlain(words, kind),
      let count = numbers.first, numbers.count == 1, let frequency = DoseFrequency(code: kind.code, count: count)
    else { throw Misentry("type 3 a day, every 8 h, every other day, in the morning, or as needed max 4") }
    self = frequency
  }

  private static func range(of code: String) -> ClosedRange<Int>? { ranges.first { $0.code == code }?.counts }

  /// The words of a kind of frequency: those that tell it, and those that may stand beside them.
  private struct Kind {
    let code: String
    let names: Set<String>
    let others: Set<String>
  }

  private static let kinds = [
    Kind(
      code: "as-needed", names: ["needed", "prn", "required"],
      others: ["as", "when", "if", "max", "maximum", "at", "most", "up", "to", "day", "daily"]),
    Kind(code: "times-a-week", names: ["week", "weekly"], others: ["every"]),
    Kind(code: "every-days", names: ["days"], others: ["every"]),
    Kind(code: "every-hours", names: ["hourly", "hour", "hours", "h", "hr", "hrs"], others: ["every", "q"]),
  ]

  private static let daily = Kind(code: "times-a-day", names: ["day", "daily"], others: ["every"])

  /// Whether `every` is followed by what it is every of: not `every 2`, nor `every 2 week`.
  private static func isEveryRight(_ words: [String]) -> Bool {
    guard let place = words.firstIndex(of: "every") else { return true }
    let rest = words[(place + 1)...]
    if let next = rest.first, ["day", "week"].contains(next) { return true }
    return rest.contains { ["hour", "hours", "h", "hr", "hrs", "days"].contains($0) }
  }

  /// Whether the number beside a kind of frequency can be nothing else: `7 days` is how long, `2 weekly` every two weeks,
  /// `3 times per hour` no number of hours, `2 as needed` how much at a time.
  private static func isPlain(_ words: [String], _ kind: Kind) -> Bool {
    func has(_ some: String...) -> Bool { some.contains { words.contains($0) } }
    switch kind.code {
    case "every-hours": return !has("a", "per", "time", "times", "x", "once", "twice")
    case "every-days": return words.count == 3 && words.first == "every" && words.last == "days"
    case "as-needed":
      let need = words.firstIndex { kind.names.contains($0) } ?? 0
      let number = words.lastIndex { Self.number($0) != nil } ?? 0
      return number > need || has("max", "maximum", "most", "up")
    default:
      if has("weekly"), !has("once", "twice", "time", "times", "x") { return false }
      return !has("day", "week") || has("a", "per", "time", "times", "x", "every")
    }
  }

  private static let usual: [String: DoseFrequency] = [
    "daily": .timesADay(1), "once daily": .timesADay(1), "od": .timesADay(1), "every day": .timesADay(1),
    "bd": .timesADay(2), "bid": .timesADay(2), "tds": .timesADay(3), "tid": .timesADay(3), "qds": .timesADay(4),
    "qid": .timesADay(4), "bedtime": .atBedtime, "at bedtime": .atBedtime, "nocte": .atBedtime, "hs": .atBedtime,
    "in the morning": .inTheMorning, "morning": .inTheMorning, "every morning": .inTheMorning, "mane": .inTheMorning,
    "om": .inTheMorning, "qam": .inTheMorning, "in the evening": .inTheEvening, "evening": .inTheEvening,
    "every evening": .inTheEvening, "qpm": .inTheEvening,
    "at night": .atBedtime, "every night": .atBedtime, "weekly": .timesAWeek(1), "every hour": .everyHours(1),
    "hourly": .everyHours(1), "every other day": .everyDays(2), "every second day": .everyDays(2),
    "alternate days": .everyDays(2), "on alternate days": .everyDays(2), "eod": .everyDays(2),
  ]

  private static func number(_ word: String) -> Int? {
    let named = ["once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8]
    return named[word] ?? Int(word)
  }

  /// The frequency in words, as lists and labels have it.
  package var description: String {
    switch self {
    case .timesADay(1): "once a day"
    case .timesADay(2): "twice a day"
    case .timesADay(let count): "\(count) times a day"
    case .everyHours(1): "every hour"
    case .everyHours(let hours): "every \(hours) hours"
    case .everyDays(2): "every other day"
    case .everyDays(let days): "every \(days) days"
    case .inTheMorning: "in the morning"
    case .inTheEvening: "in the evening"
    case .atBedtime: "at bedtime"
    case .timesAWeek(1): "once a week"
    case .timesAWeek(2): "twice a week"
    case .timesAWeek(let count): "\(count) times a week"
    case .asNeeded(let most): "as needed, at most \(most) a day"
    }
  }

  /// How many doses so many days take; of what is taken as needed, the most.
  package func doses(in days: Int) -> Int {
    switch self {
    case .timesADay(let count), .asNeeded(let count): count * days
    case .everyHours(let hours): (24 * days + hours - 1) / hours
    case .everyDays(let gap): (days + gap - 1) / gap
    case .inTheMorning, .inTheEvening, .atBedtime: days
    case .timesAWeek(let count): (count * days + 6) / 7
    }
  }

  /// So many micrograms at a time, as micrograms a day; of what is taken less often, on average.
  func daily(_ micrograms: Int) -> Int {
    switch self {
    case .timesADay(let count), .asNeeded(let count): micrograms * count
    case .everyHours(let hours): micrograms * 24 / hours
    case .everyDays(let gap): micrograms / gap
    case .inTheMorning, .inTheEvening, .atBedtime: micrograms
    case .timesAWeek(let count): micrograms * count / 7
    }
  }
}

extension String {
  /// The word parted where digits begin and end: `q`, `8`, `h` of `q8h`.
  fileprivate var partedAtDigits: [String] {
    var parts: [String] = []
    for character in self {
      if let last = parts.last?.last, last.isNumber == character.isNumber {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
    }
    return parts
  }
}
