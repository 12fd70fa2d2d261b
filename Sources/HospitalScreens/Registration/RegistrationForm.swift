import HospitalDomain

/// The form in which a patient's details are filled in: of a new patient (P1) and of one on file (P4).
package enum RegistrationForm {
  /// The field for the reason of a change; only the form of a patient on file has it.
  package static let reason = "reason"
  /// The field that shows the hospital number.
  package static let number = "number"

  /// An empty form.
  package static func new(pharmacies: [PharmacyLine], moment: FormMoment) -> Form {
    Form(id: "registration", title: "new patient", pages: [sections(PatientDetailsEntry(), pharmacies)], moment: moment)
  }

  /// The form of a patient on file, with the reason for the change at its end.
  package static func change(of patient: PatientRow, pharmacies: [PharmacyLine], moment: FormMoment) -> Form {
    let why = FormSection(
      "WHY",
      rows: [
        [
          .text(
            reason, "Reason", required: true, width: 50, limit: SafeText.lineLimit,
            help: "Why the details change; it is kept with the new version.", reader: .line())
        ]
      ])
    let sections = sections(PatientDetailsEntry(patient.details), pharmacies, number: patient.number)
    var form = Form(
      id: "details", title: "change details of \(patient.details.name.listed)", pages: [sections + [why]],
      moment: moment)
    form.editsRecord = true
    return form
  }

  /// What is typed, as the domain reads it: codes in place of words where a field has a list.
  package static func entry(in form: Form) -> PatientDetailsEntry {
    var entry = PatientDetailsEntry()
    for field in PatientField.allCases { entry[field] = form.value(field.rawValue) ?? form.text(field.rawValue) }
    return entry
  }

  /// The name as typed so far, for lists of drafts.
  package static func title(of form: Form) -> String {
    let name = PersonName(
      family: form.text(PatientField.familyName.rawValue), given: form.text(PatientField.givenName.rawValue)
    ).listed
    return name.isEmpty ? "no name yet" : name
  }

  private static func sections(
    _ entry: PatientDetailsEntry, _ pharmacies: [PharmacyLine], number: HospitalNumber? = nil
  ) -> [FormSection] {
    let maker = PatientFieldMaker(entry: entry, pharmacies: pharmacies)
    let shown = FormField.text(
      Self.number, "Number", width: 14, hint: "(on saving)", text: number?.description ?? ""
    ).readOnly()
    return [
      FormSection(
        "IDENTITY",
        rows: [
          [maker.name(.familyName, width: 20), maker.name(.givenName, width: 16)],
          [maker.birthDate, maker.sex], [maker.nationalID, shown],
        ]),
      FormSection(
        "CONTACT",
        rows: [
          [maker.telephone(.telephone, width: 20), maker.email],
          [maker.address], [maker.line(.town, width: 20), maker.language],
          [
            maker.line(.emergencyName, "Emergency", width: 12), maker.relation,
            maker.telephone(.emergencyTelephone, "Telephone", width: 13),
          ],
        ]),
      FormSection(
        "ALWAYS ASKED",
        rows: [[maker.allergies], [maker.insurer, maker.bloodGroup], [maker.pharmacy]]),
    ]
  }
}
