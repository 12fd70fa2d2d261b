/// A prescription as it is to be written (M2, FHIR MedicationRequest).
package struct PrescriptionOrder: Hashable, Sendable {
  /// One medication of it.
  package struct Item: Hashable, Sendable {
    /// The identifier of the medication.
    package let medication: MedicationID
    /// How it is taken.
    package let dosage: Dosage
    /// How many pieces or millilitres are handed over, 1 to 10,000.
    package let quantity: Int
    /// How often it can be renewed, 0 to 12.
    package let refills: Int

    /// An item.
    package init(medication: MedicationID, dosage: Dosage, quantity: Int, refills: Int = 0) {
      self.medication = medication
      self.dosage = dosage
      self.quantity = quantity
      self.refills = refills
    }
  }

  /// Whom it is for.
  package let patient: PatientID
  /// The admission that it is bound to; nil for a patient in no room.
  package let admission: AdmissionID?
  /// Where it goes.
  package let pharmacy: PharmacyID
  /// How soon it is needed.
  package let priority: PrescriptionPriority
  /// What the pharmacist has to know; may be empty.
  package let note: String
  /// What is prescribed, 1 to 10.
  package let items: [Item]
  /// What was said of weight and pregnancy.
  package let statement: PatientStatement
  /// The prescription that this one is a changed version of; nil for a new one.
  package let changes: String?

  /// A prescription.
  package init(
    patient: PatientID, admission: AdmissionID?, pharmacy: PharmacyID, priority: PrescriptionPriority = .routine,
    note: String = "", items: [Item], statement: PatientStatement = PatientStatement(), changes: String? = nil
  ) {
    self.patient = patient
    self.admission = admission
    self.pharmacy = pharmacy
    self.priority = priority
    self.note = note
    self.items = items
    self.statement = statement
    self.changes = changes
  }
}

/// A medication as the prescriber's list names it.
package struct ListedMedication: Hashable, Sendable, Identifiable {
  package let id: MedicationID
  /// Its name as it is written, Tall Man letters included.
  package let name: String
  /// Strength with its unit; may be empty.
  package let strength: String
  /// Tablet, capsule, solution …
  package let form: String
  /// Whether it is a controlled drug.
  package let isControlled: Bool

  /// What the records tell of it.
  package init(id: MedicationID, name: String, strength: String, form: String, isControlled: Bool) {
    self.id = id
    self.name = name
    self.strength = strength
    self.form = form
    self.isControlled = isControlled
  }

  /// Name, strength and form.
  package var words: String { [name, strength, form].filter { !$0.isEmpty }.joined(separator: " ") }
}

/// What has to be known to fill a prescription in.
package struct PrescribingDesk: Hashable, Sendable {
  /// The patient, as the rules see them.
  package let patient: PatientStanding
  /// How old.
  package let age: Age
  /// The admission that is open; nil for none.
  package let admission: AdmissionID?
  /// When the patient was discharged last; nil for never.
  package let dischargedAt: Timestamp?
  /// The pharmacies that are open.
  package let pharmacies: [PharmacyLine]
  /// The pharmacies that have closed.
  package let closed: [ClosedPharmacy]
  /// The pharmacy that the patient named, if it is open (B7).
  package let named: PharmacyLine?
  /// The pharmacy that the patient named, if it has closed since.
  package let namedClosed: ClosedPharmacy?
  /// What was said last of weight and pregnancy.
  package let statement: PatientStatement
  /// The usual prescriptions of this person and their department.
  package let templates: [PrescriptionTemplate]

  /// What the records tell.
  package init(
    patient: PatientStanding, age: Age, admission: AdmissionID?, dischargedAt: Timestamp?, pharmacies: [PharmacyLine],
    closed: [ClosedPharmacy], named: PharmacyLine?, namedClosed: ClosedPharmacy?,
    statement: PatientStatement, templates: [PrescriptionTemplate]
  ) {
    self.patient = patient
    self.age = age
    self.admission = admission
    self.dischargedAt = dischargedAt
    self.pharmacies = pharmacies
    self.closed = closed
    self.named = named
    self.namedClosed = namedClosed
    self.statement = statement
    self.templates = templates
  }

  /// Whether a pregnancy has to be asked after.
  package var asksPregnancy: Bool { CheckedPatient.mayBePregnant(patient.sex, age) }
  /// Whether doses go by weight.
  package var asksWeight: Bool { age.years < 18 }
}

/// A usual prescription, to begin from (M2).
package struct PrescriptionTemplate: Hashable, Sendable, Identifiable {
  package let id: String
  /// What it is called.
  package let name: String
  /// The department whose it is; nil for the person's own.
  package let department: String?
  /// What it prescribes, with the words of each medication.
  package let items: [(medication: ListedMedication, item: PrescriptionOrder.Item)]

  /// A template.
  package init(
    id: String, name: String, department: String?,
    items: [(medication: ListedMedication, item: PrescriptionOrder.Item)]
  ) {
    self.id = id
    self.name = name
    self.department = department
    self.items = items
  }

  package static func == (left: PrescriptionTemplate, right: PrescriptionTemplate) -> Bool {
    left.id == right.id && left.name == right.name && left.items.map(\.item) == right.items.map(\.item)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
