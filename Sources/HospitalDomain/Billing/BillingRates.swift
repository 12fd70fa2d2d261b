/// What a hospital sets for every invoice: the tax, and how much each insurer pays, in hundredths of a percent.
package struct BillingRates: Hashable, Sendable {
  /// The tax on what is charged; 0 where there is none.
  package let tax: Int
  /// The share that each insurer pays, by the folded name.
  package let insurers: [String: Int]

  /// Rates; the names of insurers are folded. Of two that are the same then, the higher share stands.
  package init(tax: Int = 0, insurers: [String: Int] = [:]) {
    self.tax = tax
    self.insurers = Dictionary(insurers.map { (TextFolding.fold($0.key), $0.value) }) { max($0, $1) }
  }

  /// The share that an insurer pays; 0 for none, and for one that nothing is agreed with.
  package func share(of insurer: String) -> Int { insurers[TextFolding.fold(insurer)] ?? 0 }

  /// What is set for an insurer, or for the tax where none is named; nil where nothing is.
  package func basisPoints(of insurer: String?) -> Int? {
    insurer.map { insurers[TextFolding.fold($0)] } ?? tax
  }

  /// Reads a percentage with up to two decimals, such as `20` or `12.5`, as hundredths of a percent.
  package static func basisPoints(entry text: String) throws(Misentry) -> Int {
    var typed = text.trimmed
    if typed.hasSuffix("%") { typed = String(typed.dropLast()).trimmed }
    guard let money = try? Money(entry: typed), (0...100_00).contains(money.cents) else {
      throw Misentry("type a percentage from 0 to 100, such as 20 or 12.5")
    }
    return Int(money.cents)
  }

  /// A share in words: `80 %`, `12.5 %`.
  package static func percent(_ basisPoints: Int) -> String {
    let (whole, rest) = basisPoints.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole) %" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10) %" : "\(whole).\(rest < 10 ? "0" : "")\(rest) %"
  }
}

/// What a line comes to: the amount, the tax on it, and who pays how much of both. Each is rounded half to even, once.
package struct LineShares: Hashable, Sendable {
  package let tax: Money
  package let insurer: Money
  package let patient: Money

  /// The shares of an amount.
  package init(of amount: Money, tax: Int, insurer: Int) throws(Refusal) {
    self.tax = try amount.share(basisPoints: tax)
    let whole = try amount + self.tax
    self.insurer = try whole.share(basisPoints: insurer)
    patient = try whole - self.insurer
  }
}
