import HospitalDomain

/// A patient of Synthea's as a registration form. What Synthea does not know is said to be unknown, never made up.
struct SyntheaPatient {
  /// The form.
  let entry: PatientDetailsEntry

  init(_ row: SyntheaRow, allergies: [SyntheaRow]) {
    entry = PatientDetailsEntry([
      .familyName: row.name("LAST"), .givenName: row.name("FIRST"), .sex: row["GENDER"],
      .birthDate: DateParts(row["BIRTHDATE"]).text, .nationalID: row["SSN"], .telephone: "none",
      .address: row["ADDRESS"], .town: row["CITY"], .emergencyName: "unknown", .emergencyTelephone: "none",
      .emergencyRelation: "unknown", .allergies: Self.allergies(allergies),
    ])
  }

  /// `Latex (itching), Egg`; unknown when the file names none.
  private static func allergies(_ rows: [SyntheaRow]) -> String {
    let current = rows.filter { $0["STOP"].isEmpty }.map { row in
      let substance = row.term("DESCRIPTION").filter { !",;()".contains($0) }
      let reaction = row.term("DESCRIPTION1").lowercased().filter { !",;()".contains($0) }
      return reaction.isEmpty ? substance : "\(substance) (\(reaction))"
    }
    return current.isEmpty ? "unknown" : current.joined(separator: ", ")
  }
}

/// A date as Synthea writes it, `2014-10-06`.
struct DateParts {
  /// The text as the hospital writes dates, `2014/10/06`; as it was when it is no date.
  let text: String

  init(_ iso: String) {
    text = String(iso.map { $0 == "-" ? "/" : $0 })
  }

  /// The date, if it is one.
  var date: CalendarDate? { CalendarDate(text) }
}
