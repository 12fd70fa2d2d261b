/// Times as people type them: `1500`, `15:00`, `15.00`, `3pm`, `3:30 pm`, `N`, `noon`, `midnight`.
package enum TimeEntry {
  /// Reads a time.
  /// - Parameter now: the local time that `N` stands for.
  package static func read(_ text: String, now: TimeOfDay) throws(Misentry) -> TimeOfDay {
    var typed = text.trimmed.lowercased().filter { $0 != " " }
    guard !typed.isEmpty else { throw Misentry("type a time, such as 1500 or 3pm") }
    guard typed.utf8.count <= 16 else { throw unreadable }
    switch typed {
    case "n", "now": return now
    case "noon": return TimeOfDay(wrappingMinutes: 12 * 60)
    case "midnight": return .midnight
    default: break
    }
    let half = try half(of: &typed)
    let (hour, minute) = try numbers(typed, isHalfKnown: half != nil)
    guard let half else { return try time(hour: hour, minute: minute) }
    guard (1...12).contains(hour) else {
      throw Misentry("\(hour)\(half) is no time: with am or pm the hour is 1 to 12")
    }
    return try time(hour: hour % 12 + (half == "pm" ? 12 : 0), minute: minute)
  }

  private static let unreadable = Misentry("type a time as HH:mm, such as 1500 or 3pm")

  /// Takes `am` or `pm` off the end.
  private static func half(of typed: inout String) throws(Misentry) -> String? {
    for (ending, half) in [("am", "am"), ("pm", "pm"), ("a", "am"), ("p", "pm")] where typed.hasSuffix(ending) {
      typed.removeLast(ending.count)
      return half
    }
    return nil
  }

  private static func numbers(_ typed: String, isHalfKnown: Bool) throws(Misentry) -> (hour: Int, minute: Int) {
    let parts = typed.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) && $0.count <= 4 }) else { throw unreadable }
    if parts.count == 2, parts[0].count <= 2, parts[1].count == 2 {
      return (Int(parts[0]) ?? 0, Int(parts[1]) ?? 0)
    }
    guard parts.count == 1, let digits = parts.first else { throw unreadable }
    if digits.count >= 3 { return (Int(digits.dropLast(2)) ?? 0, Int(digits.suffix(2)) ?? 0) }
    guard isHalfKnown else {
      throw Misentry("type the minutes too, such as \(padded(Int(digits) ?? 0, 2))00, or am or pm")
    }
    return (Int(digits) ?? 0, 0)
  }

  private static func time(hour: Int, minute: Int) throws(Misentry) -> TimeOfDay {
    if let time = TimeOfDay(hour: hour, minute: minute) { return time }
    if hour == 24, minute == 0 { throw Misentry("a day ends at 23:59: type 0000 and the next day") }
    guard minute <= 59 else { throw Misentry("\(padded(hour, 2)):\(padded(minute, 2)): minutes go to 59") }
    throw Misentry("\(padded(hour, 2)):\(padded(minute, 2)): hours go to 23")
  }
}
