/// An item of a prescription as far as it is dispensed (M4).
package struct DispenseItem: Hashable, Sendable, Identifiable {
  package let id: PrescriptionItemID
  /// The medication that was prescribed.
  package let medication: MedicationID
  /// Name, strength and form: `apixaban 5 mg tablet`.
  package let title: String
  /// How it is taken.
  package let directions: MedicineDirections
  /// Whether two people have to sign for it.
  package let isControlled: Bool
  /// The price of one, in cents.
  package let unitPrice: Int64
  /// How many were prescribed.
  package let quantity: Int
  /// How many were dispensed and not put back.
  package let dispensed: Int
  /// The lots at the pharmacy that can be given out, the one that expires first, first.
  package let lots: [StockLot]

  /// What the records tell of it.
  package init(
    id: PrescriptionItemID, medication: MedicationID, title: String, directions: MedicineDirections, isControlled: Bool,
    unitPrice: Int64, quantity: Int, dispensed: Int, lots: [StockLot]
  ) {
    self.id = id
    self.medication = medication
    self.title = title
    self.directions = directions
    self.isControlled = isControlled
    self.unitPrice = unitPrice
    self.quantity = quantity
    self.dispensed = dispensed
    self.lots = lots
  }

  /// How many are still to be dispensed.
  package var owed: Int { max(0, quantity - dispensed) }
  /// How many can be given out.
  package var available: Int { lots.reduce(0) { $0 + $1.quantity } }

  /// What has to be known of a lot that is given out on a day and expires before the last dose is taken; nil where it lasts.
  package func warning(of lot: StockLot, on day: CalendarDate) -> String? {
    lot.expires < day.adding(days: directions.days - 1)
      ? "it expires before the \(Listing.count(directions.days, "day")) are over" : nil
  }
}

/// What was dispensed of an item, out of one lot (FHIR medication dispense).
package struct DispensedLot: Hashable, Sendable, Identifiable {
  package let id: String
  /// The item that it was for.
  package let item: PrescriptionItemID
  /// What was given.
  package let medication: ListedMedication
  /// The lot.
  package let lot: StockLotID
  /// Its number.
  package let lotNumber: String
  /// Its last good day.
  package let expires: CalendarDate
  /// How many, less what came back.
  package let quantity: Int
  /// The price of one, in cents.
  package let unitPrice: Int64
  /// When.
  package let at: Timestamp
  /// Who dispensed it.
  package let by: String
  /// Who signed with them, where it takes two; nil for nobody.
  package let second: String?
  /// What is charged for it; nil where nothing is.
  package let charge: ChargeID?

  /// What the records tell of it.
  package init(
    id: String, item: PrescriptionItemID, medication: ListedMedication, lot: StockLotID, lotNumber: String,
    expires: CalendarDate,
    quantity: Int, unitPrice: Int64, at: Timestamp, by: String, second: String? = nil, charge: ChargeID?
  ) {
    self.id = id
    self.item = item
    self.medication = medication
    self.lot = lot
    self.lotNumber = lotNumber
    self.expires = expires
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.at = at
    self.by = by
    self.second = second
    self.charge = charge
  }

  /// Name, strength and form of what was given.
  package var title: String { medication.words }
}

/// What was prepared of an item and nobody has collected yet.
package struct PreparedItem: Hashable, Sendable {
  /// Name, strength and form of what was given, which may be something else than was prescribed.
  package let title: String
  /// How many.
  package let quantity: Int

  /// So much of something.
  package init(_ title: String, _ quantity: Int) {
    self.title = title
    self.quantity = quantity
  }
}

/// What speaks against a prescription, and what was passed of it.
package struct PrescriptionChecks: Hashable, Sendable {
  /// What speaks against it (M3); nil for one that goes on no more, which is not checked.
  package let report: CheckReport?
  /// What was passed with a reason, by whoever wrote or verified it.
  package let passed: [PrescriptionDetail.Override]

  /// What was read.
  package init(report: CheckReport?, passed: [PrescriptionDetail.Override] = []) {
    self.report = report
    self.passed = passed
  }
}

/// What a pharmacist looks at before verifying and dispensing: what is owed, what is there, what speaks against it.
package struct Preparation: Hashable, Sendable {
  /// The items.
  package let items: [DispenseItem]
  /// What was dispensed of them already.
  package let dispensed: [DispensedLot]
  /// What of that nobody has collected yet.
  package let prepared: [PreparedItem]
  /// What speaks against the prescription, and what was passed of it.
  package let checks: PrescriptionChecks

  /// What was read.
  package init(
    items: [DispenseItem], dispensed: [DispensedLot], prepared: [PreparedItem], checks: PrescriptionChecks
  ) {
    self.items = items
    self.dispensed = dispensed
    self.prepared = prepared
    self.checks = checks
  }
}

/// So much of an item that is to be dispensed.
package struct DispenseEntry: Hashable, Sendable {
  /// The item.
  package let item: PrescriptionItemID
  /// How many; zero leaves the item for later.
  package let quantity: Int
  /// The medication that is given in its place; nil for what was prescribed.
  package let instead: MedicationID?
  /// Why another one is given; empty where none is.
  package let reason: String
  /// The lot that the pharmacist has in hand; nil for the one that expires first.
  package let lot: StockLotID?
  /// The number of that lot as it was scanned or typed, where it was not chosen; empty for none.
  package let lotNumber: String

  /// So much of an item.
  package init(
    _ item: PrescriptionItemID, _ quantity: Int, instead: MedicationID? = nil, because reason: String = "",
    from lot: StockLotID? = nil, numbered lotNumber: String = ""
  ) {
    self.item = item
    self.quantity = quantity
    self.instead = instead
    self.reason = reason
    self.lot = lot
    self.lotNumber = lotNumber
  }
}

/// So much of a lot that goes back to the shelf.
package struct ReturnEntry: Hashable, Sendable {
  /// The item that it was for.
  package let item: PrescriptionItemID
  /// The lot.
  package let lot: StockLotID
  /// How many; zero leaves the lot as it is.
  package let quantity: Int

  /// So much of a lot.
  package init(_ item: PrescriptionItemID, from lot: StockLotID, _ quantity: Int) {
    self.item = item
    self.lot = lot
    self.quantity = quantity
  }
}
