import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices

extension Contender {
  /// Checks a prescription of ten items against forty that a patient takes, so often; how many microseconds each took (M3).
  ///
  /// The patient and their forty are written the first time; each substance is one that the list of interactions knows well.
  func checks(times: Int) throws -> String {
    let author = Records.Author(
      account: session.account.id, hospital: session.hospital.id, now: session.workplace.clock(),
      ids: session.workplace.ids)
    let (patient, items) = try session.workplace.engine.write { transaction in
      let records = Records(transaction, author: author)
      let names = try transaction.rows(
        """
        SELECT substance AS name FROM substance_class GROUP BY substance HAVING COUNT(*) > 5 ORDER BY COUNT(*) DESC, substance
        LIMIT 50
        """
      ).map { try $0.text("name") }
      for (number, name) in names.enumerated() {
        try records.pharmacy.add(
          Medication(code: "bench-\(number)", name: name, strength: "10 mg", form: "tablet", unitPrice: 1))
      }
      try records.medicationKnowledge.mapMedications()
      guard
        let patient: PatientID = try transaction.row("SELECT id FROM patient WHERE died_at IS NULL LIMIT 1")?
          .identifier("id"), let doctor = try records.prescribing.prescriber(),
        let pharmacy = try records.pharmacyDirectory.all().first?.id
      else { throw Refusal.noSuchPatient }
      let dosage = Dosage(
        amount: try DoseAmount(entry: "1 tablet"), route: .oral, frequency: .timesADay(2), days: 30)
      let medications = try names.indices.compactMap { try records.pharmacy.medication(coded: "bench-\($0)") }
      for medication in medications.dropFirst(10) {
        let order = PrescriptionOrder(
          patient: patient, admission: nil, pharmacy: pharmacy,
          items: [.init(medication: medication, dosage: dosage, quantity: 60)])
        let id: Identifier<PrescriptionOrder> = records.newIdentifier()
        _ = try records.prescribing.write(order, as: id.text, by: doctor)
      }
      return (patient, medications.prefix(10).map { ItemToCheck(medication: $0, dosage: dosage) })
    }
    let service = PrescribingService(session)
    return try (0..<times).map { _ in
      String(
        try Self.microseconds {
          _ = try service.check(items, for: patient, in: nil, saying: PatientStatement())
        })
    }.joined(separator: " ")
  }
}
