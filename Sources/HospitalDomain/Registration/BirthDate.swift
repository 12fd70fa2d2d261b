/// A date of birth, which may be estimated from an age.
package struct BirthDate: Hashable, Sendable, CustomStringConvertible {
  /// The date; where it is estimated, a day that gives the estimated age.
  package let date: CalendarDate
  /// Whether only an age was known.
  package let isEstimated: Bool
  /// Whether it is kept from who reads, because the patient is restricted; the date then says nothing (H6).
  package let isWithheld: Bool

  /// A date of birth.
  package init(_ date: CalendarDate, isEstimated: Bool = false) {
    self.init(date, isEstimated: isEstimated, isWithheld: false)
  }

  private init(_ date: CalendarDate, isEstimated: Bool, isWithheld: Bool) {
    self.date = date
    self.isEstimated = isEstimated
    self.isWithheld = isWithheld
  }

  /// Stands for the date of birth of a restricted patient (H6).
  package static let withheld = BirthDate(.earliest, isEstimated: false, isWithheld: true)

  /// The oldest age that is taken without doubt, in years.
  package static let oldest = 125

  /// Reads a date as `DateEntry` does, or an age: `~35`, `35y`, `~8 months`, `~9 d`. An age is an estimate.
  package init(entry text: String, today: CalendarDate) throws(Misentry) {
    let typed = text.trimmed.lowercased()
    guard !typed.isEmpty else { throw Misentry("type the date of birth as YYYY/MM/DD, or an age such as ~35") }
    let birth = try Self.read(typed, today: today)
    if birth.date > today { throw Misentry("\(birth.date) is in the future") }
    if birth.date < today.adding(years: -Self.oldest) {
      throw Misentry("\(birth.date) is more than \(Self.oldest) years ago: check the year")
    }
    self = birth
  }

  /// An age, a date, or a date marked as an estimate (`~1991/03/12`).
  private static func read(_ typed: String, today: CalendarDate) throws(Misentry) -> BirthDate {
    if typed.first == "~", typed.contains("/") {
      return BirthDate(try DateEntry.read(String(typed.dropFirst()), today: today, era: .past), isEstimated: true)
    }
    if let birth = try age(typed, today: today) { return birth }
    return BirthDate(try DateEntry.read(typed, today: today, era: .past))
  }

  /// The age, if one was typed: a tilde, a unit, or both make it one.
  private static func age(_ typed: String, today: CalendarDate) throws(Misentry) -> BirthDate? {
    let isMarked = typed.first == "~"
    let rest = typed.drop { $0 == "~" || $0 == " " }
    let digits = rest.prefix(while: \.isASCIIDigit)
    let unit = rest.dropFirst(digits.count).trimmed
    if digits.isEmpty || (!isMarked && unit.isEmpty) {
      if isMarked { throw Misentry("type the age after ~, such as ~35") }
      if rest.count == digits.count, (1...3).contains(digits.count) {
        throw Misentry("type ~\(digits) for an estimated age, or the date as YYYY/MM/DD")
      }
      return nil
    }
    guard let count = Int(digits), count <= 50_000 else { throw Misentry("type the age in years, such as ~35") }
    switch unit {
    case "", "y", "yr", "yrs", "year", "years": return BirthDate(today.adding(years: -count), isEstimated: true)
    case "mo", "m", "mth", "month", "months": return BirthDate(today.adding(months: -count), isEstimated: true)
    case "w", "wk", "week", "weeks": return BirthDate(today.adding(days: -count * 7), isEstimated: true)
    case "d", "day", "days": return BirthDate(today.adding(days: -count), isEstimated: true)
    default:
      if isMarked { throw Misentry("type the age in years, months or days: ~35, ~8 mo or ~9 d") }
      return nil
    }
  }

  /// The age on a day, marked where it is an estimate: `"35 y"`, `"~35 y"`; empty where it is withheld.
  package func age(on day: CalendarDate) -> String {
    isWithheld ? "" : (isEstimated ? "~" : "") + Age(born: date, on: day).description
  }

  /// The date and the age on a day: `"1991/03/12 (35 y)"`.
  package func withAge(on day: CalendarDate) -> String { isWithheld ? description : "\(self) (\(age(on: day)))" }

  /// The date, marked where it is an estimate: `"1991/03/12"`, `"~1991/03/12"`.
  package var description: String { isWithheld ? Withheld.word : (isEstimated ? "~" : "") + date.description }
}
