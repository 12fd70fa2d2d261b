import HospitalDomain
import HospitalRecords
import HospitalServices

extension TestHospital {
  /// Makes the accounts of the doctor and the head doctor those of doctors on the list: LINDQVIST and MBEKI.
  package func makeDoctors() throws {
    try write { records in
      for (role, doctor) in [(Role.doctor, samples.doctors[0]), (.headDoctor, samples.doctors[1])] {
        try records.accounts.setEmployee(.doctor(doctor), of: account(role), because: "hired")
      }
    }
  }

  /// The doctor at work, whose account is that of LINDQVIST by now; see `makeDoctors`.
  package func doctorSession() throws -> Session {
    guard let doctor = try read({ try $0.accounts.account(account(.doctor)) }) else { throw Refusal.noPrescriber }
    return Session(workplace: workplace, account: doctor, hospital: hospital, terminal: "test")
  }

  /// Keeps six medications more than `keepMedications` does, and a short list of interactions.
  package func keepInteractions() throws {
    if try read({ try $0.pharmacy.medication(coded: "5640") }) == nil { try keepMedications() }
    try write { records in
      for (code, name, strength, form) in [
        ("855332", "warfarin", "5 mg", "tablet"), ("308182", "amoxicillin", "250 mg", "capsule"),
        ("309090", "cefTRIAXone", "1 g", "vial"), ("313782", "paracetamol", "500 mg", "tablet"),
        ("9001", "methotrexate", "2.5 mg", "tablet"), ("9002", "trimethoprim", "200 mg", "tablet"),
        ("9003", "Zyzzyva extract", "10 mg", "tablet"),
      ] {
        try records.pharmacy.add(Medication(code: code, name: name, strength: strength, form: form, unitPrice: 100))
      }
      try records.medicationKnowledge.replace(with: .sample)
    }
  }

  /// The identifier of a medication by the beginning of its name.
  package func medicationNamed(_ name: String) throws -> MedicationID {
    guard let found = try read({ try $0.prescribing.medications(like: name, limit: 1) }).first else {
      throw Refusal.noSuchMedication(item: 1)
    }
    return found.id
  }

  /// One item: a tablet three times a day by mouth for a week.
  package func item(_ name: String, _ dose: String = "1 tablet", refills: Int = 0) throws -> PrescriptionOrder.Item {
    PrescriptionOrder.Item(
      medication: try medicationNamed(name),
      dosage: Dosage(amount: try DoseAmount(entry: dose), route: .oral, frequency: .timesADay(3), days: 7),
      quantity: 21, refills: refills)
  }

  /// A prescription of some medications for a patient in no room, to the first pharmacy.
  package func order(_ items: [PrescriptionOrder.Item], for patient: PatientID, changing former: String? = nil)
    -> PrescriptionOrder
  {
    PrescriptionOrder(
      patient: patient, admission: nil, pharmacy: samples.pharmacies[0], items: items, changes: former)
  }

  /// The prescriptions of a patient, newest first.
  package func prescriptions(of patient: PatientID) throws -> [PatientPrescription] {
    try read { try $0.patients.prescriptions(of: patient) }
  }
}

extension MedicationKnowledge {
  /// A few substances, as the list that comes with the program has them.
  package static let sample = MedicationKnowledge(
    substances: [
      .init(name: "ibuprofen", code: "5640", therapeuticClass: "M01AE"),
      .init(name: "apixaban", code: "1364430", therapeuticClass: "B01AF"),
      .init(name: "warfarin", code: "11289", therapeuticClass: "B01AA"),
      .init(name: "amoxicillin", code: "723", therapeuticClass: "J01CA"),
      .init(name: "ceftriaxone", code: "2193", therapeuticClass: "J01DD"),
      .init(name: "acetaminophen", code: "161", therapeuticClass: "N02BE", aliases: ["paracetamol"]),
      .init(name: "methotrexate", code: "6851", therapeuticClass: "L01BA"),
      .init(name: "trimethoprim", code: "10829", therapeuticClass: "J01EA"),
    ],
    classes: ["T1": ["ibuprofen"], "T2": ["apixaban", "warfarin"]],
    lines: [
      .init("T1", "T2", .major, .bleeding, depends: false),
      .init("acetaminophen", "warfarin", .moderate, .bleeding, depends: false),
      .init("methotrexate", "trimethoprim", .contraindicated, .marrow, depends: false),
      .init("amoxicillin", "allopurinol", .minor, .unnamed, depends: false),
      .init("ceftriaxone", "fluindione", .moderate, .bleeding, depends: false),
    ])
}
