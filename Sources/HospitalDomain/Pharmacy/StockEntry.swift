/// What is typed about stock.
package enum StockEntry {
  /// A quantity that is moved: 1 to `StockRule.most`.
  package static func quantity(_ typed: String) throws(Misentry) -> Int {
    let count = try number(typed)
    guard (1...StockRule.most).contains(count) else { throw Misentry("type a quantity from 1 to \(StockRule.most)") }
    return count
  }

  /// What was counted, or a minimum: 0 to `StockRule.most`.
  package static func count(_ typed: String) throws(Misentry) -> Int {
    let count = try number(typed)
    guard (0...StockRule.most).contains(count) else { throw Misentry("type a number from 0 to \(StockRule.most)") }
    return count
  }

  private static func number(_ typed: String) throws(Misentry) -> Int {
    let text = typed.trimmed
    guard !text.isEmpty, let number = Int(text.filter { $0 != "," }) else {
      throw Misentry("type a whole number, such as 28")
    }
    return number
  }

  /// The number of a lot, in capitals.
  package static func lot(_ typed: String) throws(Misentry) -> String {
    try SafeText.requiredLine(typed, limit: 40, hint: "type the number that is printed on the pack").uppercased()
  }

  /// A shelf; empty for none.
  package static func shelf(_ typed: String) throws(Misentry) -> String {
    try SafeText.line(typed, limit: 40).uppercased()
  }

  /// The last day on which it may be given out. A month alone, as packs have it, is its last day; `none` is for what keeps.
  package static func expiry(_ typed: String, today: CalendarDate) throws(Misentry) -> CalendarDate {
    let text = typed.trimmed.lowercased()
    if text == "none" { return StockLot.neverExpires }
    let parts = text.split { "/-.".contains($0) }.map(String.init)
    if parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let year = parts.first(where: { $0.count == 4 }).flatMap({ Int($0) }),
      let month = parts.first(where: { $0.count <= 2 }).flatMap({ Int($0) }), (1...12).contains(month),
      let last = CalendarDate(year: year, month: month, day: CalendarDate.length(ofMonth: month, year: year))
    {
      return last
    }
    guard !text.isEmpty else { throw Misentry("type the expiry on the pack: \(today.year + 1)/08, or a whole date") }
    return try DateEntry.read(typed, today: today)
  }
}

extension Refusal {
  /// There is no such pharmacy or item.
  package static func noSuchStock(_ what: String, field: String) -> Refusal {
    Refusal(code: "stock.unknown", sentence: "There is no such \(what); F4 lists them.", field: field)
  }

  /// A lot of that number expires on another day.
  package static func lotHasOtherExpiry(_ lot: String, _ day: CalendarDate) -> Refusal {
    Refusal(
      code: "stock.otherExpiry",
      sentence: "Lot \(lot) is in stock and expires on \(day); check the pack, or write that lot off first.",
      field: "expires")
  }

  /// It would go to where it is.
  package static let sameShelf = Refusal(
    code: "stock.sameShelf", sentence: "It lies there already; type another shelf.", field: "shelf")

  /// It would be sent to where it is.
  package static let samePharmacy = Refusal(
    code: "stock.samePharmacy", sentence: "It is there already; choose another pharmacy.", field: "pharmacy")
}
