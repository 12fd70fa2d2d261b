extension FormName {
  /// The discharge order with its summary. The subject of this and of all others here is the admission.
  package static let dischargeOrder: FormName = "checkout.order"
  /// All three steps at once.
  package static let atOnce: FormName = "checkout.atOnce"
  /// The patient has left.
  package static let exit: FormName = "checkout.exit"
  /// The patient goes on leave.
  package static let goesOnLeave: FormName = "checkout.leave"
  /// Why something open is waived; behind the admission and a stroke stands the item.
  package static let waiver: FormName = "checkout.waive"
  /// Why an order or a discharge is taken back.
  package static let takingBack: FormName = "checkout.takeBack"

  /// The forms of this area.
  package static let checkOut: [FormName] = [dischargeOrder, atOnce, exit, goesOnLeave, waiver, takingBack]
}
