import HospitalDomain

/// Readers of the words that many forms ask for, each by its domain entry.
extension FieldReader {
  /// A day; beside it stands what was understood, unless it was typed in full.
  package static func date(_ era: DateEntry.Era = .thisYear) -> FieldReader {
    .entry {
      try DateEntry.read($0, today: $1.today, era: era)
    } value: {
      $0.description
    } beside: { date, typed, _ in
      typed == date.description ? date.weekday.title : "= \(date)"
    }
  }

  /// A day and a time; stored is `YYYY/MM/DD HH:mm` on the hospital's clock.
  package static let dateTime = FieldReader { text, moment in
    do throws(Misentry) {
      let read = moment.local.text(try DateTimeEntry.read(text, now: moment.now, clock: moment.local))
      return .understood(read, beside: text == read ? nil : "= \(read)")
    } catch {
      return .wrong(error.sentence)
    }
  }

  /// A day and a time of which a rule says whether it may be.
  static func dateTime(
    obeying rule: @escaping @Sendable (Timestamp, FormMoment) throws(Refusal) -> Void
  ) -> FieldReader {
    FieldReader { text, moment in
      let reading = dateTime.reading(text, at: moment)
      do {
        guard let read = reading.value else { return reading }
        try rule(DateTimeEntry.read(read, now: moment.now, clock: moment.local), moment)
        return reading
      } catch {
        return .wrong((error as? Refusal)?.sentence.withoutFullStop ?? "cannot be read")
      }
    }
  }

  /// A date of birth, or an age that stands for one; beside it stands the age.
  package static let birthDate = FieldReader.entry {
    try BirthDate(entry: $0, today: $1.today)
  } value: {
    $0.description
  } beside: { birth, typed, moment in
    let age = birth.age(on: moment.today)
    return typed == birth.description ? age : "= \(birth), \(age)"
  }

  /// A sum of money in dollars.
  package static let money = FieldReader.entry {
    text, _ in
    try Money(entry: text)
  } value: {
    $0.description
  } beside: { money, typed, _ in
    typed == money.description ? nil : "= \(money)"
  }

  /// A telephone number, or that there is none.
  package static let telephone = FieldReader.entry { text, _ in try Telephone(entry: text) }

  /// A line of text of at most `limit` characters.
  package static func line(limit: Int = SafeText.lineLimit) -> FieldReader {
    .entry { text, _ in try SafeText.line(text, limit: limit) }
  }

  /// A whole number of a range.
  package static func number(_ range: ClosedRange<Int>) -> FieldReader {
    FieldReader { text, _ in
      guard let number = Int(text), range.contains(number) else {
        return .wrong("type a number from \(range.lowerBound) to \(range.upperBound)")
      }
      return .understood("\(number)", beside: nil)
    }
  }
}
