extension Permission {
  /// Look for a patient by name, number, telephone or birth date.
  package static let findPatient = Permission(
    "patient.find", "look for a patient",
    Role.clinical.union([.reception, .cashier, .pharmacist]))
  /// Open a patient's record.
  package static let readPatient = Permission(
    "patient.read", "open a patient's record", Role.clinical.union([.reception, .cashier, .pharmacist]))
  /// Open the record of the person who is signed in.
  package static let readOwnRecord = Permission("patient.readOwn", "open one's own record", [.patient])
  /// Register a new patient.
  package static let registerPatient = Permission("patient.register", "register a patient", [.reception, .headNurse])
  /// Register someone whose name is not known, on arrival.
  package static let registerUnidentified = Permission(
    "patient.registerUnidentified", "register an unidentified patient", Role.clinical.union([.reception]))
  /// Change name, birth date, address, contacts and the like.
  package static let updatePatient = Permission(
    "patient.update", "change a patient's details", [.reception, .headNurse])
  /// Record allergies.
  package static let recordAllergies = Permission(
    "patient.allergies", "record allergies", Role.clinical.union([.reception, .pharmacist]))
  /// Merge two records of one person, and undo it.
  package static let mergePatients = Permission(
    "patient.merge", "merge two records", [.reception, .headNurse])
  /// Record that a patient has died.
  package static let recordDeath = Permission("patient.death", "record a death", [.doctor, .headDoctor])
  /// Attach a document to a record.
  package static let attachDocument = Permission(
    "patient.attach", "attach a document", Role.clinical.union([.reception]))
  /// Take patients over from a file that was kept elsewhere.
  package static let importPatients = Permission("patient.import", "import patients", [.administrator])

  /// The permissions of this area.
  package static let registration: [Permission] = [
    findPatient, readPatient, readOwnRecord, registerPatient, registerUnidentified, updatePatient, recordAllergies,
    mergePatients, recordDeath, attachDocument, importPatients,
  ]
}
