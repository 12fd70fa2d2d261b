/// How often a dose is taken.
package enum DoseFrequency: Hashable, Sendable, CustomStringConvertible {
  /// So many times a day, 1 to 12.
  case timesADay(Int)
  /// Every so many hours, 1 to 72.
  case everyHours(Int)
  /// Once a day, at bedtime.
  case atBedtime
  /// So many times a week, 1 to 6.
  case timesAWeek(Int)
  /// When it is needed, at most so often a day, 1 to 12.
  case asNeeded(atMost: Int)

  /// The stored code.
  package var code: String {
    switch self {
    case .timesADay: "times-a-day"
    case .everyHours: "every-hours"
    case .atBedtime: "at-bedtime"
    case .timesAWeek: "times-a-week"
    case .asNeeded: "as-needed"
    }
  }

  /// The stored number; 1 at bedtime.
  package var count: Int {
    switch self {
    case .timesADay(let count), .everyHours(let count), .timesAWeek(let count), .asNeeded(let count): count
    case .atBedtime: 1
    }
  }

  /// The codes and the numbers that each can have.
  package static let ranges: [(code: String, counts: ClosedRange<Int>)] = [
    ("times-a-day", 1...12), ("every-hours", 1...72), ("at-bedtime", 1...1), ("times-a-week", 1...6),
    ("as-needed", 1...12),
  ]

  /// A frequency of its code and number; nil for one that there is not.
  package init?(code: String, count: Int) {
    guard let range = Self.ranges.first(where: { $0.code == code }), range.counts.contains(count) else { return nil }
    switch code {
    case "times-a-day": self = .timesADay(count)
    case "every-hours": self = .everyHours(count)
    case "times-a-week": self = .timesAWeek(count)
    case "as-needed": self = .asNeeded(atMost: count)
    default: self = .atBedtime
    }
  }

  /// Reads `3`, `three times a day`, `tds`, `every 8 hours`, `q8h`, `bedtime`, `once a week`, `as needed max 4`.
  package init(entry typed: String) throws(Misentry) {
    let words = TextFolding.words(try SafeText.line(typed, limit: 60))
    let text = words.joined(separator: " ")
    if let usual = Self.usual[text] {
      self = usual
      return
    }
    let numbers = words.compactMap { Self.number($0) }
    let isHourly = words.contains { ["every", "hourly", "h", "hours", "hour", "hrs"].contains($0) || $0.isHourly }
    let code =
      if words.contains("needed") || words.contains("prn") || words.contains("required") {
        "as-needed"
      } else if words.contains("week") || words.contains("weekly") {
        "times-a-week"
      } else if isHourly, !words.contains("day") {
        "every-hours"
      } else {
        "times-a-day"
      }
    if code == "as-needed", numbers.isEmpty { throw Misentry("how often at most a day? Type as needed max 4") }
    guard numbers.count == 1, let frequency = DoseFrequency(code: code, count: numbers[0]) else {
      throw Misentry("type 3 a day, every 8 hours, bedtime, once a week, or as needed max 4")
    }
    self = frequency
  }

  private static let usual: [String: DoseFrequency] = [
    "daily": .timesADay(1), "once daily": .timesADay(1), "od": .timesADay(1), "every day": .timesADay(1),
    "bd": .timesADay(2), "bid": .timesADay(2), "tds": .timesADay(3), "tid": .timesADay(3), "qds": .timesADay(4),
    "qid": .timesADay(4), "bedtime": .atBedtime, "at bedtime": .atBedtime, "nocte": .atBedtime, "hs": .atBedtime,
    "at night": .atBedtime, "weekly": .timesAWeek(1), "every hour": .everyHours(1), "hourly": .everyHours(1),
  ]

  private static func number(_ word: String) -> Int? {
    let named = ["once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8]
    return named[word] ?? Int(word.filter(\.isNumber))
  }

  /// The frequency in words, as lists and labels have it.
  package var description: String {
    switch self {
    case .timesADay(1): "once a day"
    case .timesADay(2): "twice a day"
    case .timesADay(let count): "\(count) times a day"
    case .everyHours(1): "every hour"
    case .everyHours(let hours): "every \(hours) hours"
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
    case .atBedtime: days
    case .timesAWeek(let count): (count * days + 6) / 7
    }
  }

  /// So many micrograms at a time, as micrograms a day.
  func daily(_ micrograms: Int) -> Int {
    switch self {
    case .timesADay(let count), .asNeeded(let count): micrograms * count
    case .everyHours(let hours): micrograms * 24 / hours
    case .atBedtime: micrograms
    case .timesAWeek(let count): micrograms * count / 7
    }
  }
}

extension String {
  /// Whether it is such as `q8h` or `8h`.
  fileprivate var isHourly: Bool { hasSuffix("h") && contains(where: \.isNumber) }
}
