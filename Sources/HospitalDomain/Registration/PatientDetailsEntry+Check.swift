extension PatientDetailsEntry {
  /// The details, if every field can be read; else every wrong field in the order of the form.
  /// - Parameter today: the local date, for birth dates and ages.
  package func check(today: CalendarDate) throws(InvalidEntry) -> PatientDetails {
    var form = EntryReader<PatientField>()
    let family = form.read(.familyName, try namePart(.familyName))
    let given = form.read(.givenName, try namePart(.givenName))
    if family == "", given == "" { form.note(Misentry("a person has at least one name"), at: .givenName) }
    let birthDate = form.read(.birthDate, try BirthDate(entry: self[.birthDate], today: today))
    let sex = form.read(.sex, try Sex(entry: self[.sex]))
    let nationalID = form.read(.nationalID, isBlank(.nationalID) ? nil : try NationalID(entry: self[.nationalID]))
    let telephone = form.read(.telephone, try Telephone(entry: self[.telephone]))
    let email = form.read(.email, isBlank(.email) ? nil : try EmailAddress(entry: self[.email]))
    let address = form.read(
      .address, try SafeText.requiredLine(self[.address], hint: "type the address, or no fixed abode"))
    let town = form.read(.town, try SafeText.line(self[.town], limit: SafeText.nameLimit))
    let contact = emergencyContact(&form)
    let bloodGroup = form.read(.bloodGroup, try BloodGroup(entry: self[.bloodGroup]))
    let language = form.read(.language, try SafeText.line(self[.language], limit: SafeText.nameLimit))
    let insurer = form.read(.insurer, try SafeText.line(self[.insurer]))
    let pharmacy = form.read(.pharmacy, try SafeText.line(self[.pharmacy]))
    let allergies = form.read(.allergies, try AllergyStatus(entry: self[.allergies]))

    guard form.problems.isEmpty, let family, let given, let birthDate, let sex, let nationalID, let telephone,
      let email, let address, let town, let contact, let bloodGroup, let language, let insurer, let pharmacy,
      let allergies
    else { throw form.invalid }
    return PatientDetails(
      name: PersonName(family: family, given: given), birthDate: birthDate, sex: sex, nationalID: nationalID,
      telephone: telephone, email: email, address: address, town: town, emergencyContact: contact,
      bloodGroup: bloodGroup, language: language, insurer: insurer, pharmacy: pharmacy, allergies: allergies)
  }

  /// What is wrong with one field, for checking it as it is left; nothing if it can be read.
  package func problem(in field: PatientField, today: CalendarDate) -> FieldProblem? {
    do throws(InvalidEntry) {
      _ = try check(today: today)
      return nil
    } catch {
      return error.problems.first { $0.field == field.rawValue }
    }
  }

  /// How many required fields can be read, and how many there are: `"5 of 9 required done"`.
  package func progress(today: CalendarDate) -> (done: Int, required: Int) {
    let required = PatientField.allCases.filter(\.isRequired)
    var wrong: Set<String> = []
    do throws(InvalidEntry) { _ = try check(today: today) } catch { wrong = Set(error.problems.map(\.field)) }
    return (required.count { !wrong.contains($0.rawValue) }, required.count)
  }

  private func emergencyContact(_ form: inout EntryReader<PatientField>) -> EmergencyContact? {
    let name = form.read(
      .emergencyName,
      try SafeText.requiredLine(
        self[.emergencyName], limit: SafeText.nameLimit, hint: "type whom to call, or unknown"))
    let telephone = form.read(.emergencyTelephone, try Telephone(entry: self[.emergencyTelephone]))
    let relation = form.read(
      .emergencyRelation,
      try SafeText.requiredLine(
        self[.emergencyRelation], limit: SafeText.nameLimit, hint: "type what they are to the patient, or unknown"))
    guard let name, let telephone, let relation else { return nil }
    return EmergencyContact(name: name, telephone: telephone, relation: relation)
  }

  private func isBlank(_ field: PatientField) -> Bool { self[field].trimmed.isEmpty }

  private func namePart(_ field: PatientField) throws(Misentry) -> String {
    try PersonName.part(self[field], caption: field.caption.lowercased())
  }
}
