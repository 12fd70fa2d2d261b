import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices

extension TestHospital {
  /// The medications of `keepMedications`, by their code.
  package func medication(_ code: String = "5640") throws -> MedicationID {
    try read { try $0.pharmacy.medication(coded: code) } ?? MedicationID("")
  }

  /// Receives a lot of ibuprofen, or of the medication with this code, at the first pharmacy today.
  @discardableResult package func receive(
    _ quantity: Int, _ lot: String, of code: String = "5640", expires: String, at place: Int = 0, shelf: String = ""
  ) throws -> StockLotID {
    let item = StockItemID.medication(try medication(code))
    return try write { records in
      try records.pharmacy.receive(
        quantity, of: item, at: samples.pharmacies[place], lot: lot, expires: CalendarDate(expires) ?? .earliest,
        shelf: shelf, on: workplace.today)
    }
  }

  /// An item of a prescription of ibuprofen for the second patient, written now.
  package func prescribedItem() throws -> PrescriptionItemID {
    try prescribe(for: samples.patients[1])
    return try engine.read { transaction in
      try transaction.row("SELECT id FROM prescription_item ORDER BY id DESC LIMIT 1")?.identifier("id")
    } ?? PrescriptionItemID("")
  }

  /// How many units are in a lot.
  package func level(of lot: StockLotID) throws -> Int? { try read { try $0.pharmacy.lot(lot)?.quantity } }
}

extension TestHospital {
  /// A supply of dressings, made once.
  package func supply() throws -> SupplyID {
    if let row = try read({ try $0.pharmacy.supplies() }).first { return row.id }
    return try write {
      try $0.pharmacy.add(Supply(code: "SUP-DRS", name: "Dressing pack", unit: "pack", unitPrice: 4_90))
    }
  }

  /// A supplier, made once.
  package func supplier() throws -> SupplierID {
    if let row = try read({ try $0.pharmacy.suppliers() }).first { return row.id }
    return try write {
      try $0.pharmacy.add(
        Supplier(name: "Harbour Medical", address: "14 Dock Road", telephone: "none", email: "orders@harbour.example"))
    }
  }

  /// A new order of 100 ibuprofen and 10 packs of dressings for the first pharmacy; a draft unless it is sent.
  package func order(sent: Bool = false) throws -> PurchaseOrder {
    let (supplier, medication, supply) = (try supplier(), try medication(), try supply())
    let order = try write { records in
      let id = try records.pharmacy.draw(from: supplier, for: samples.pharmacies[0])
      try records.pharmacy.add(100, of: .medication(medication), at: Money(cents: 55), to: id)
      try records.pharmacy.add(10, of: .supply(supply), at: Money(cents: 4_90), to: id)
      if sent, let draft = try records.pharmacy.order(id) {
        _ = try records.pharmacy.set(.sent, of: draft, because: "sent")
      }
      return try records.pharmacy.order(id)
    }
    guard let order else { throw Refusal.noSuchOrder }
    return order
  }
}
