extension Refusal {
  /// A quantity that nobody moves: none, less than none, or far too many.
  package static func stockQuantity(_ quantity: Int) -> Refusal {
    Refusal(
      code: "stock.quantity",
      sentence: "\(quantity) cannot be moved; type a quantity from 1 to \(StockRule.most).", field: "quantity")
  }

  /// Less is there than was asked for, in lots that have not expired.
  package static func stockShort(of title: String, at place: String, wanted: Int, left: Int) -> Refusal {
    let advice = left == 0 ? "order more, or ask another pharmacy" : "take \(left) now and the rest later"
    return Refusal(
      code: "stock.short",
      sentence:
        "\(place) has \(left == 0 ? "no" : "only \(left)") \(title) left, and \(wanted) were asked for; \(advice).",
      field: "quantity")
  }

  /// Less is in a lot than was asked for.
  package static func lotShort(_ lot: String, wanted: Int, left: Int) -> Refusal {
    Refusal(
      code: "stock.short",
      sentence: "Lot \(lot) has \(left) left, and \(wanted) were asked for; take fewer, or another lot.",
      field: "quantity")
  }

  /// The lot's expiry has passed.
  package static func lotExpired(_ lot: String, on day: CalendarDate) -> Refusal {
    Refusal(
      code: "stock.expired",
      sentence: "Lot \(lot) expired on \(day); take another lot, and write this one off.", field: "lot")
  }

  /// There is no such lot.
  package static let noSuchLot = Refusal(
    code: "stock.noLot", sentence: "There is no such lot here; choose one from the list.", field: "lot")

  /// More would come back than was handed out.
  package static func returnTooLarge(_ lot: String, out: Int) -> Refusal {
    Refusal(
      code: "stock.returnTooLarge",
      sentence: out == 0
        ? "Nothing of lot \(lot) is out on this prescription; check the lot's number."
        : "Only \(out) of lot \(lot) are out on this prescription; put back \(out) at most.",
      field: "quantity")
  }

  /// The pharmacy has closed for good.
  package static func pharmacyClosed(_ name: String) -> Refusal {
    Refusal(
      code: "pharmacy.closed", sentence: "\(name) has closed; choose another pharmacy.", field: "pharmacy")
  }
}
