import HospitalDomain

/// The fields of a patient's details, each read by its domain entry.
struct PatientFieldMaker {
  /// What stands in the fields at first.
  let entry: PatientDetailsEntry
  /// The pharmacies that can be named.
  let pharmacies: [PharmacyLine]

  func name(_ field: PatientField, width: Int) -> FormField {
    text(field, width: width, limit: SafeText.nameLimit) { typed, _ in
      try PersonName.part(typed, caption: field.caption.lowercased())
    }
  }

  var birthDate: FormField {
    .date(
      PatientField.birthDate.rawValue, PatientField.birthDate.caption, required: true, width: 10,
      help: PatientField.birthDate.help, text: entry[.birthDate], reader: .birthDate
    ).besideWidth(18)
  }

  var sex: FormField {
    .choice(
      PatientField.sex.rawValue, PatientField.sex.caption,
      Sex.allCases.map { FieldChoice($0.title, value: $0.rawValue) }, required: true, help: PatientField.sex.help,
      text: entry[.sex])
  }

  var nationalID: FormField { text(.nationalID, width: 20, limit: 40) { text, _ in try NationalID(entry: text) } }

  func telephone(_ field: PatientField, _ caption: String? = nil, width: Int) -> FormField {
    text(field, caption, width: width, limit: 30) { text, _ in try Telephone(entry: text) }
  }

  var email: FormField { text(.email, width: 22, limit: 120) { text, _ in try EmailAddress(entry: text) } }

  var address: FormField { line(.address, width: 56, limit: SafeText.lineLimit) }

  func line(
    _ field: PatientField, _ caption: String? = nil, width: Int, limit: Int = SafeText.nameLimit
  ) -> FormField {
    text(field, caption, width: width, limit: limit) { text, _ in try SafeText.line(text, limit: limit) }
  }

  var relation: FormField {
    suggestions(.emergencyRelation, "Relation", width: 8, limit: SafeText.nameLimit, hint: "", Self.relations)
  }

  var language: FormField {
    suggestions(.language, "Language", width: 12, limit: SafeText.nameLimit, Self.languages)
  }

  var insurer: FormField { line(.insurer, width: 20, limit: SafeText.lineLimit) }

  var bloodGroup: FormField {
    let groups = BloodGroup.allCases.map(\.rawValue)
    return suggestions(
      .bloodGroup, "Blood group", width: 8, limit: 20, groups, reader: .entry { text, _ in try BloodGroup(entry: text) }
    )
  }

  var pharmacy: FormField {
    let choices = pharmacies.map { FieldChoice($0.name, detail: $0.address) }
    return .lookup(
      PatientField.pharmacy.rawValue, PatientField.pharmacy.caption, FieldLookup(noun: "pharmacy", choices: choices),
      width: 30, limit: SafeText.lineLimit, help: PatientField.pharmacy.help, text: entry[.pharmacy])
  }

  /// What is known already is never run together with what is typed: "unknown" gives way to it, and after an allergy a comma
  /// stands.
  var allergies: FormField {
    guard let known = try? AllergyStatus(entry: entry[.allergies]), !known.entries.isEmpty else {
      return allergies(entry[.allergies]).proposed()
    }
    return allergies(known.description + ", ")
  }

  private func allergies(_ text: String) -> FormField {
    suggestions(
      .allergies, "Allergies", width: 50, limit: 500, hint: "F4", ["none known", "unknown", "Penicillin", "Latex"],
      text: text, isParted: true, reader: .entry { text, _ in try AllergyStatus(entry: text) })
  }

  private func text<Value>(
    _ field: PatientField, _ caption: String? = nil, width: Int, limit: Int,
    _ parse: @escaping @Sendable (String, FormMoment) throws -> Value
  ) -> FormField {
    .text(
      field.rawValue, caption ?? field.caption, required: field.isRequired, width: width, limit: limit,
      help: field.help, text: entry[field], reader: .entry(parse))
  }

  private func suggestions(
    _ field: PatientField, _ caption: String, width: Int, limit: Int, hint: String = "F4", _ words: [String],
    text: String? = nil, isParted: Bool = false, reader: FieldReader = .asTyped
  ) -> FormField {
    let one = FieldLookup(noun: caption.lowercased(), allowsOtherText: true, choices: words.map { FieldChoice($0) })
    let lookup = isParted ? one.parted() : one
    return .lookup(
      field.rawValue, caption, lookup, required: field.isRequired, width: width, limit: limit, hint: hint,
      help: field.help, text: text ?? entry[field], reader: reader)
  }

  private static let relations = [
    "mother", "father", "wife", "husband", "partner", "daughter", "son", "sister", "brother", "grandparent", "friend",
    "neighbour", "guardian", "carer", "unknown",
  ]

  private static let languages = [
    "English", "Irish", "Polish", "Ukrainian", "Romanian", "Portuguese", "Spanish", "French", "German", "Italian",
    "Arabic", "Mandarin", "Cantonese", "Hindi", "Urdu", "Yoruba", "Igbo", "Somali", "Russian", "Lithuanian", "Turkish",
    "Irish Sign Language",
  ]
}
