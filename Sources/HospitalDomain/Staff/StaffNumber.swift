/// The number of a doctor or another member of staff, unique in the hospital (B2): `D-031`.
package struct StaffNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number as it is stored and shown.
  package let text: String

  /// Reads a number of letters, digits and hyphens.
  package init(entry typed: String) throws(Misentry) {
    text = try ShortCode.read(typed, name: "staff number", example: "D-031")
  }

  /// A number as it was stored.
  package init(stored text: String) { self.text = text }

  package static func < (left: StaffNumber, right: StaffNumber) -> Bool {
    NaturalOrder.precedes(left.text, right.text)
  }

  package var description: String { text }
}
