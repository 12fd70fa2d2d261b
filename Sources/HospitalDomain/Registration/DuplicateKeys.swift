/// The keys by which the database finds the records that are worth comparing, without reading them all.
///
/// Each record keeps `stored` keys in an index; a newcomer's `tried` keys are looked up in it. A record that shares
/// any key is then scored by `Duplicates.compare`. A key is a letter for its kind, a colon and a value:
/// `n:` national id, `t:` last nine digits of the telephone, `b:` birth date, `p:` the sound of the name.
package enum DuplicateKeys {
  /// The keys to keep with a record.
  package static func stored(for person: PersonTraits) -> Set<String> {
    var keys = common(person)
    if let birth = person.birthDate, !birth.isEstimated { keys.insert("b:\(birth.date.digits)") }
    return keys
  }

  /// The keys to look a newcomer up by: the stored ones, and the birth dates that a slip of the hand makes of it.
  package static func tried(for person: PersonTraits) -> Set<String> {
    var keys = common(person)
    if let birth = person.birthDate, !birth.isEstimated {
      keys.formUnion(datesToTry(birth.date).map { "b:\($0.digits)" })
    }
    return keys
  }

  /// The keys that make it certain that a record which has them is of the same person: a national id, or a birth date and
  /// a telephone together, the rarer first. Few records have them, whatever else many have in common.
  package static func certain(for person: PersonTraits) -> [[String]] {
    var keys: [[String]] = []
    if let id = person.nationalID { keys.append(["n:\(id.text)"]) }
    if let birth = person.birthDate, let tail = person.telephoneTail {
      keys.append(["b:\(birth.date.digits)", "t:\(tail)"])
    }
    return keys
  }

  /// A date, and every date that differs by day and month swapped, one digit, two neighbouring digits swapped or a
  /// year; about 60 of them.
  package static func datesToTry(_ date: CalendarDate) -> Set<CalendarDate> {
    var dates: Set<CalendarDate> = [date]
    func insert(_ year: Int, _ month: Int, _ day: Int) {
      if let date = CalendarDate(year: year, month: month, day: day) { dates.insert(date) }
    }
    insert(date.year, date.day, date.month)
    insert(date.year - 1, date.month, date.day)
    insert(date.year + 1, date.month, date.day)
    let digits = date.digits.compactMap(\.wholeNumberValue)
    func insert(_ digits: [Int]) {
      let number = digits.reduce(0) { $0 * 10 + $1 }
      insert(number / 10_000, number / 100 % 100, number % 100)
    }
    for place in digits.indices {
      for digit in 0...9 {
        var changed = digits
        changed[place] = digit
        insert(changed)
      }
      guard place + 1 < digits.count else { continue }
      var swapped = digits
      swapped.swapAt(place, place + 1)
      insert(swapped)
    }
    return dates
  }

  private static func common(_ person: PersonTraits) -> Set<String> {
    var keys: Set<String> = []
    if let id = person.nationalID { keys.insert("n:\(id.text)") }
    if let tail = person.telephoneTail { keys.insert("t:\(tail)") }
    for name in [person.name] + person.aliases {
      if let key = soundKey(name) { keys.insert(key) }
    }
    return keys
  }

  /// The sounds of the family name and of the first given name, in alphabetical order so that swapped names share
  /// the key; nothing until both are typed, unless there is only one name.
  private static func soundKey(_ name: PersonName) -> String? {
    let family = PhoneticCode.code(name.family)
    let given = PhoneticCode.code(TextFolding.words(name.given).first ?? "")
    let sounds = [family, given].filter { !$0.isEmpty }.sorted()
    return sounds.count < 2 ? nil : "p:" + sounds.joined(separator: ".")
  }
}
