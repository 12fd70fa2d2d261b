import DatabaseKit
import HospitalDomain

/// One item of a prescription, as it is written.
package struct PrescribedItem: Hashable, Sendable {
  /// The RxNorm code of the medication.
  package let medication: String
  package let dose: String
  package let route: String
  package let frequency: String
  package let days: Int
  package let quantity: Int

  package init(medication: String, dose: String, route: String, frequency: String, days: Int, quantity: Int) {
    self.medication = medication
    self.dose = dose
    self.route = route
    self.frequency = frequency
    self.days = days
    self.quantity = quantity
  }
}

/// Pharmacies, what they keep, and the prescriptions that go to them.
package struct PharmacyRecords {
  let records: Records
  var transaction: any Transaction { records.transaction }

  /// Adds a pharmacy, with the next number.
  package func add(name: String, address: String, telephone: String) throws -> PharmacyID {
    let id: PharmacyID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO pharmacy (id, number, name, address, telephone, closed_at,
        version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(try records.nextNumber(of: "pharmacy")), \(name), \(address), \(telephone), NULL,
        \(part: records.firstVersion))
      """)
    return id
  }

  /// Adds a medication.
  package func add(_ medication: Medication) throws {
    let id: MedicationID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO medication (id, code, name, strength, form, unit_price_cents, is_controlled)
      VALUES (\(id), \(medication.code), \(medication.name), \(medication.strength), \(medication.form),
        \(medication.unitPrice), \(medication.isControlled))
      """)
  }

  /// Adds a prescription with its items, with the next number.
  package func prescribe(
    _ items: [PrescribedItem], for patient: PatientID, in admission: AdmissionID?, by doctor: DoctorID,
    to pharmacy: PharmacyID, status: String, priority: String, note: String = ""
  ) throws {
    let id: Identifier<PrescribedItem> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO prescription (id, number, patient_id, admission_id, doctor_id, written_at, pharmacy_id, status, priority,
        note, version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(try records.nextNumber(of: "prescription")), \(patient), \(admission), \(doctor), \(records.now),
        \(pharmacy), \(status), \(priority), \(note), \(part: records.firstVersion))
      """)
    for (position, item) in items.enumerated() {
      let itemID: Identifier<PrescribedItem> = records.newIdentifier()
      try transaction.execute(
        """
        INSERT INTO prescription_item (id, prescription_id, position, medication_id, dose, route, frequency,
          duration_days, quantity, refills)
        SELECT \(itemID), \(id), \(position + 1), medication.id, \(item.dose), \(item.route), \(item.frequency),
          \(item.days), \(item.quantity), 0 FROM medication WHERE medication.code = \(item.medication)
        """)
    }
  }
}

extension Records {
  /// Pharmacies and prescriptions.
  package var pharmacy: PharmacyRecords { PharmacyRecords(records: self) }
}
