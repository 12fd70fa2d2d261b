extension Money: CustomStringConvertible {
  /// The amount with two decimals and commas at the thousands: `1,234.50`, `-0.05`. No currency sign.
  package var description: String {
    let dollars = Array(String(cents.magnitude / 100))
    var grouped = ""
    for (index, digit) in dollars.enumerated() {
      if index > 0, (dollars.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return (cents < 0 ? "-" : "") + grouped + "." + padded(Int(cents.magnitude % 100), 2)
  }

  /// Reads an amount as people type it: `1234`, `1,234.50`, `.50`, `$20`, `USD 20`, `-5.00`.
  package init(entry text: String) throws(Misentry) {
    var rest = Substring(text.trimmed)
    if rest.uppercased().hasPrefix("USD") { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == " " }
    let isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst() }
    if rest.first == "$" { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let dollars = Self.dollars(parts[0]) else { throw Self.unreadable }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.allSatisfy(\.isASCIIDigit), !(parts[0].isEmpty && fraction.isEmpty) else { throw Self.unreadable }
    guard fraction.count <= 2 else { throw Misentry("dollars have two decimals, such as 12.50") }
    let cents = Int64((fraction + "00").prefix(2)) ?? 0
    let (whole, overflow) = dollars.multipliedReportingOverflow(by: 100)
    let (sum, carry) = whole.addingReportingOverflow(cents)
    guard !overflow, !carry else { throw Misentry("that amount is too large to be kept") }
    self.init(cents: isNegative ? -sum : sum)
  }

  private static let unreadable = Misentry("type an amount in dollars, such as 12.50 or 1,250")

  /// The whole dollars, with or without commas at the thousands; nothing if the commas stand elsewhere.
  private static func dollars(_ text: Substring) -> Int64? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    let digits = groups.joined()
    return digits.isEmpty ? 0 : Int64(digits) ?? Int64.max
  }
}
