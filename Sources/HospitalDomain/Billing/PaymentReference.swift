/// The reference of money that came in or went out: what the card terminal, the bank or the insurer calls it.
package enum PaymentReference {
  /// The most characters of one.
  package static let limit = 60

  /// The reference that was meant; empty where the way needs none and none was typed.
  ///
  /// - Throws: what is wrong with it: none, too long, unsafe to show, or a card number.
  package static func read(_ typed: String, by method: PaymentMethod) throws(Misentry) -> String {
    guard method.needsReference || !typed.trimmed.isEmpty else { return "" }
    let text = try SafeText.requiredLine(typed, limit: limit, hint: "type the reference of the \(method.title)")
    guard !CardNumber.isIn(text) else {
      throw Misentry("that looks like a card number, which is never kept; type the terminal's reference")
    }
    return text
  }
}
