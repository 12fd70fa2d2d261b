extension FormName {
  /// A medication; its subject is the one that is changed, and empty for a new one.
  package static let medication: FormName = "stock.medication"

  /// The forms of medications and stock.
  package static let stock: [FormName] = [medication, medication.ending]
}
