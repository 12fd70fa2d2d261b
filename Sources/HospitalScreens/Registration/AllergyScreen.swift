import HospitalDomain
import HospitalServices

/// Recording what is known of a patient's allergies, as a whole.
package struct AllergyScreen {
  /// What is filled in: the allergies, and the reason when one is struck out.
  package var form: Form
  /// Who it is about.
  package let banner: PatientBanner
  private let patient: PatientRow
  private let desk: Desk

  /// The allergies of a record.
  package init(_ record: PatientRecord, banner: PatientBanner, desk: Desk) {
    self.banner = banner
    self.desk = desk
    patient = record.patient
    let entry = PatientDetailsEntry(record.details)
    let maker = PatientFieldMaker(entry: entry, pharmacies: [])
    let reason = FormField.text(
      RegistrationForm.reason, "Reason", width: 50, limit: SafeText.lineLimit, hint: "",
      help: "Needed when an allergy is struck out; it stays readable on the record.", reader: .line())
    form = Form(
      id: "allergies", title: "allergies of \(record.details.name.listed)",
      pages: [[FormSection("ALLERGIES", rows: [[maker.allergies], [reason]])]], moment: desk.moment)
  }

  /// Records them; nil when the form says what is wrong.
  package mutating func save() -> RecordChange? {
    guard let session = desk.session else { return nil }
    do {
      let status = try AllergyStatus(entry: form.text(PatientField.allergies.rawValue))
      let act = try RegistrationService(session).recordAllergies(
        status, of: patient.id, because: form.text(RegistrationForm.reason))
      return RecordChange(act)
    } catch {
      form.show(error)
      return nil
    }
  }
}
