extension Permission {
  /// Read the consultations and nurses' notes on a patient's record.
  package static let readCare = Permission("care.read", "read consultations and nurses' notes", Role.clinical)
  /// Write, amend and strike out consultations, and add to them.
  package static let writeConsultation = Permission(
    "care.consultation", "write a consultation", [.doctor, .headDoctor])
  /// Write, amend and strike out nurses' notes, and add to them.
  package static let writeNote = Permission("care.note", "write a nurse's note", [.nurse, .headNurse])

  /// The permissions of this area.
  package static let care: [Permission] = [readCare, writeConsultation, writeNote]
}
