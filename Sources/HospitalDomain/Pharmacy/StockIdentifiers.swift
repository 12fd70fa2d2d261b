extension RecordKind {
  package enum Medication {}
  package enum Supply {}
  package enum StockLot {}
  package enum StockMovement {}
  package enum StockMinimum {}
  package enum PrescriptionItem {}
}

package typealias MedicationID = Identifier<RecordKind.Medication>
package typealias SupplyID = Identifier<RecordKind.Supply>
package typealias StockLotID = Identifier<RecordKind.StockLot>
package typealias StockMovementID = Identifier<RecordKind.StockMovement>
package typealias StockMinimumID = Identifier<RecordKind.StockMinimum>
package typealias PrescriptionItemID = Identifier<RecordKind.PrescriptionItem>

/// What is kept in stock: a medication, or a supply, which is kept the same way (M5).
package enum StockItemID: Hashable, Sendable {
  case medication(MedicationID)
  case supply(SupplyID)

  /// The identifier as stored.
  package var text: String {
    switch self {
    case .medication(let id): id.text
    case .supply(let id): id.text
    }
  }

  /// The medication; nil for a supply.
  package var medication: MedicationID? { if case .medication(let id) = self { id } else { nil } }

  /// The supply; nil for a medication.
  package var supply: SupplyID? { if case .supply(let id) = self { id } else { nil } }
}
