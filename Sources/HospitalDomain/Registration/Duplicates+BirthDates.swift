extension Duplicates {
  /// Up to 30 points for the birth date; 15 are taken away where both are known and nothing explains the difference.
  static func compareBirthDates(_ newcomer: PersonTraits, _ onFile: PersonTraits, into match: inout DuplicateMatch) {
    guard let one = newcomer.birthDate, let two = onFile.birthDate else { return }
    if one.isEstimated || two.isEstimated {
      let years = abs(one.date.days(until: two.date)) / 365
      if years <= 5 { match.add(15, "age fits") }
      return
    }
    switch BirthDateLikeness(one.date, two.date) {
    case .same: match.add(30, "same birth date")
    case .swapped: match.add(24, "day and month swapped")
    case .yearOff: match.add(20, "birth date a year off")
    case .digitOff: match.add(20, "one digit of the birth date differs")
    case .digitsSwapped: match.add(20, "two digits of the birth date swapped")
    case .different: match.add(-15, nil)
    }
  }
}

/// How a mistyped date may have come from another.
enum BirthDateLikeness {
  case same, swapped, yearOff, digitOff, digitsSwapped, different

  init(_ one: CalendarDate, _ two: CalendarDate) {
    if one == two {
      self = .same
    } else if one.year == two.year, one.month == two.day, one.day == two.month {
      self = .swapped
    } else if one.month == two.month, one.day == two.day, abs(one.year - two.year) == 1 {
      self = .yearOff
    } else {
      let pairs = Array(zip(one.digits, two.digits))
      let wrong = pairs.indices.filter { pairs[$0].0 != pairs[$0].1 }
      if wrong.count == 1 {
        self = .digitOff
      } else if wrong.count == 2, wrong[1] == wrong[0] + 1, pairs[wrong[0]].0 == pairs[wrong[1]].1,
        pairs[wrong[0]].1 == pairs[wrong[1]].0
      {
        self = .digitsSwapped
      } else {
        self = .different
      }
    }
  }
}
