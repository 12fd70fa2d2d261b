import HospitalDomain
import HospitalServices

extension ActForm {
  /// Recording what is known of a patient's allergies, with the reason when one is struck out.
  ///
  /// What was typed before a colleague recorded something comes back beside what is on file now, so that neither the
  /// words nor the colleague's allergy are lost.
  package static func allergies(of record: PatientRecord, banner: PatientBanner, at desk: Desk) -> ActForm? {
    guard let session = desk.session else { return nil }
    let (id, seen) = (record.id, record.details.allergies)
    let maker = PatientFieldMaker(entry: PatientDetailsEntry(record.details), pharmacies: [])
    let reason = FormField.text(
      RegistrationForm.reason, "Reason", width: 50, limit: SafeText.lineLimit, hint: "",
      help: "Needed when an allergy is struck out; it stays readable on the record.", reader: .line())
    let form = Form(
      id: "allergies", title: "Allergies",
      pages: [[FormSection("ALLERGIES", rows: [[maker.allergies], [reason]])]], moment: desk.moment)
    let latest = record.allergies.map { max($0.recorded.at, $0.struckOut?.at ?? $0.recorded.at) }.max()
    return ActForm(
      .allergies, subject: id.text, form, doing: "Save", about: banner,
      goingOn: { form, draft in
        form.goOn(with: draft)
        if let latest, latest > draft.savedAt { form.addAllergies(onFile: seen) }
      },
      send: { form in
        let said = try AllergyStatus(entry: form.text(PatientField.allergies.rawValue))
        return try RegistrationService(session).recordAllergies(
          AllergyChange(from: seen, to: said), of: id, because: form.text(RegistrationForm.reason))
      })
  }
}

extension Form {
  /// Adds the allergies on file that were recorded after the text was typed.
  fileprivate mutating func addAllergies(onFile known: AllergyStatus) {
    let field = PatientField.allergies.rawValue
    let typed = try? AllergyStatus(entry: text(field))
    let missing = known.entries.filter { typed?.entries.contains($0) != true }
    guard !missing.isEmpty else { return }
    let all = (typed.map { $0.entries.map(\.description) } ?? [text(field)]) + missing.map(\.description)
    fill(field, with: all.joined(separator: ", "))
    say(
      .note,
      "The allergies on file changed after you typed; \(missing.map(\.substance).joined(separator: ", ")) was added to your text."
    )
  }
}
