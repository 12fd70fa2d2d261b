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
