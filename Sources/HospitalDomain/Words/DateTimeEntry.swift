/// Moments as people type them: a date and a time (`T+1 1500`, `T@1500`, `2026/11/21 15:00`), a time of today (`1500`,
/// `3pm`), now (`N`), or a span from now (`+4h`, `+30m`, `+2d`).
package enum DateTimeEntry {
  /// Reads a moment by the hospital's clock.
  package static func read(_ text: String, now: Timestamp, clock: LocalTime) throws(Misentry) -> Timestamp {
    let typed = text.trimmed.lowercased()
    guard !typed.isEmpty else { throw Misentry("type a date and time, such as T 1500 or +4h") }
    guard typed.utf8.count <= 60 else { throw unreadable }
    if typed == "n" || typed == "now" { return now }
    if typed.first == "+" { return try later(typed.dropFirst(), now: now, clock: clock) }
    let today = clock.date(of: now)
    let currentTime = clock.time(of: now)
    guard let (date, time) = parts(of: typed) else {
      if let time = try? TimeEntry.read(typed, now: currentTime) { return clock.moment(of: today, at: time) }
      if let date = try? DateEntry.read(typed, today: today) {
        throw Misentry("type the time too, such as \(date) 15:00")
      }
      if typed.allSatisfy(\.isASCIIDigit) { _ = try TimeEntry.read(typed, now: currentTime) }
      throw unreadable
    }
    let day: CalendarDate
    do throws(Misentry) {
      day = try DateEntry.read(date, today: today)
    } catch {
      // Of a text that is no date at all, the form of both is said; of a day that there is not, what is wrong with it.
      throw error == DateEntry.unreadable ? unreadable : error
    }
    return clock.moment(of: day, at: try TimeEntry.read(time, now: currentTime))
  }

  private static let unreadable = Misentry("type a date and time, such as T+1 1500, 2026/11/21 15:00 or +4h")

  /// The date and the time, if both were typed. A time of its own such as `3:30 pm` has no date.
  private static func parts(of typed: String) -> (date: String, time: String)? {
    let separator = typed.contains("@") ? "@" : " "
    let pieces = typed.split(separator: separator, maxSplits: 1).map(\.trimmed)
    guard pieces.count == 2 else { return nil }
    let (date, time) = (pieces[0], pieces[1])
    return ["am", "pm", "a", "p"].contains(time) ? nil : (date, time)
  }

  /// A span from now: minutes and hours by the clock, days and weeks by the calendar at the same time of day.
  private static func later(_ text: Substring, now: Timestamp, clock: LocalTime) throws(Misentry) -> Timestamp {
    let typed = text.filter { $0 != " " }
    let digits = typed.dropLast()
    guard let unit = typed.last, digits.allSatisfy(\.isASCIIDigit), digits.count <= 4, let count = Int(digits) else {
      throw Misentry("type a span such as +30m, +4h or +2d")
    }
    switch unit {
    case "m": return now + .minutes(count)
    case "h": return now + .hours(count)
    case "d": return clock.moment(of: clock.date(of: now).adding(days: count), at: clock.time(of: now))
    case "w": return clock.moment(of: clock.date(of: now).adding(days: count * 7), at: clock.time(of: now))
    default: throw Misentry("type a span such as +30m, +4h or +2d")
    }
  }
}
