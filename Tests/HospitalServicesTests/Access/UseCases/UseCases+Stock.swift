import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// The medications.
  static let medications: [UseCase] = .table {
    UseCase("MedicationService.search(_:limit:)", .needs(.seeMedications)) { session, _ in
      try MedicationService(session).search("ibu")
    }
    UseCase("MedicationService.medication(_:)", .needs(.seeMedications)) { session, world in
      try MedicationService(session).medication(world.hospital.medication())
    }
    UseCase("MedicationService.versions(of:)", .needs(.seeMedications)) { session, world in
      try MedicationService(session).versions(of: world.hospital.medication())
    }
    UseCase("MedicationService.categories()", .needs(.seeMedications)) { session, _ in
      try MedicationService(session).categories()
    }
    UseCase("MedicationService.medications(in:)", .needs(.seeMedications)) { session, _ in
      try MedicationService(session).medications(
        in: MedicationCategory(id: ATCClass.category("M01"), code: "M01", name: "", isClass: true))
    }
    UseCase("MedicationService.add(_:)", .needs(.manageMedications)) { session, _ in
      try MedicationService(session).add(.naproxen)
    }
    UseCase("MedicationService.change(_:to:because:)", .needs(.manageMedications)) { session, world in
      guard let row = try world.hospital.read({ try $0.medications.row(try world.hospital.medication()) }) else {
        return
      }
      _ = try MedicationService(session).change(row, to: .naproxen, because: "renamed")
    }
    UseCase("MedicationService.retire(_:because:)", .needs(.manageMedications)) { session, world in
      guard let row = try world.hospital.read({ try $0.medications.row(try world.hospital.medication()) }) else {
        return
      }
      try MedicationService(session).retire(row, because: "withdrawn by its maker")
    }
    UseCase("MedicationImport.take(_:from:isRehearsal:progress:)", .needs(.manageMedications)) { session, _ in
      try MedicationImport(session).take([MedicationImport.Row(line: 2, entry: .naproxen)], from: "m.csv") { _, _ in }
    }
  }
}

extension MedicationEntry {
  /// Naproxen sodium, with one category of its class and one of the hospital's own.
  static let naproxen = MedicationEntry([
    .code: "849398", .name: "Naproxen sodium", .strength: "220MG", .form: "tablet", .route: "oral", .atc: "M01AE02",
    .price: "0.40", .categories: "+ward stock",
  ])
}
