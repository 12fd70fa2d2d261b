/// A medication as a pharmacy keeps it.
package struct Medication: Hashable, Sendable {
  /// The RxNorm code.
  package let code: String
  package let name: String
  /// Strength with its unit: `5 mg`.
  package let strength: String
  /// Tablet, capsule, solution …
  package let form: String
  /// The price of one unit, in cents.
  package let unitPrice: Int64
  package let isControlled: Bool

  package init(code: String, name: String, strength: String, form: String, unitPrice: Int64, isControlled: Bool = false)
  {
    self.code = code
    self.name = name
    self.strength = strength
    self.form = form
    self.unitPrice = unitPrice
    self.isControlled = isControlled
  }
}
