import Testing

@testable import HospitalDomain

/// A form that can be saved.
let duarteEntry = PatientDetailsEntry([
  .familyName: "Duarte", .givenName: "Inês", .birthDate: "19910312", .sex: "f", .nationalID: "1234567 T",
  .telephone: "0871 55 10 09", .email: "ines@example.org", .address: "14 Quay Lane, Apt 3", .town: "Cork",
  .emergencyName: "Duarte, Rui", .emergencyTelephone: "0872551009", .emergencyRelation: "brother",
  .bloodGroup: "o pos", .language: "Portuguese", .insurer: "", .pharmacy: "Quay Pharmacy",
  .allergies: "penicillin (rash)",
])

@Suite("Register a patient: each wrong field says what is wrong beside it (P1)")
struct PatientDetailsEntryTests {
  @Test func aFullFormIsRead() throws {
    let details = try duarteEntry.check(today: today)
    #expect(details.name.listed == "DUARTE, Inês")
    #expect(details.birthDate.description == "1991/03/12")
    #expect(details.nationalID?.text == "1234567T")
    #expect(details.emergencyContact.relation == "brother")
    #expect(details.bloodGroup == .oPositive)
    #expect(details.allergies.description == "Penicillin (rash)")
    #expect(duarteEntry.progress(today: today) == (9, 9))
  }

  @Test func whatIsOptionalMayBeEmpty() throws {
    var entry = duarteEntry
    for field in PatientField.allCases where !field.isRequired { entry[field] = "" }
    let details = try entry.check(today: today)
    #expect(details.nationalID == nil && details.email == nil && details.bloodGroup == .unknown)
    #expect(details.allergies == .unknown)
  }

  @Test(arguments: PatientField.allCases.filter(\.isRequired))
  func whatIsRequiredIsAskedFor(_ field: PatientField) {
    var entry = duarteEntry
    entry[field] = "  "
    #expect(entry.problem(in: field, today: today)?.field == field.rawValue)
    #expect(entry.progress(today: today) == (8, 9))
    for other in PatientField.allCases where other != field {
      #expect(entry.problem(in: other, today: today) == nil)
    }
  }

  @Test func everyWrongFieldIsNamedInTheOrderOfTheForm() {
    let entry = PatientDetailsEntry([.telephone: "0871 55", .email: "x", .familyName: "a\u{202E}b"])
    do throws(InvalidEntry) {
      _ = try entry.check(today: today)
      Issue.record("taken")
    } catch {
      let order = PatientField.allCases.map(\.rawValue)
      let places = error.problems.compactMap { order.firstIndex(of: $0.field) }
      #expect(places == places.sorted())
      #expect(error.sentence(for: "telephone") == "6 digits typed, 10 needed")
      #expect(error.sentence(for: "email") != nil)
      #expect(error.sentence(for: "town") == nil)
      #expect(error.problems.count == 10)
    }
  }

  @Test func aSingleNameIsAName() throws {
    var entry = duarteEntry
    entry[.givenName] = "-"
    #expect(try entry.check(today: today).name.listed == "DUARTE")
    entry[.familyName] = "-"
    #expect(entry.problem(in: .givenName, today: today)?.sentence == "a person has at least one name")
  }

  /// What is saved and opened again for changing is the same (P4).
  @Test(arguments: ["1991/03/12", "~35"], ["penicillin (rash), latex", "none known", "unknown"])
  func aFormOfDetailsReadsAsTheSameDetails(birthDate: String, allergies: String) throws {
    var entry = duarteEntry
    entry[.birthDate] = birthDate
    entry[.allergies] = allergies
    entry[.givenName] = "-"
    let details = try entry.check(today: today)
    #expect(try PatientDetailsEntry(details).check(today: today) == details)
  }

  @Test(arguments: PatientField.allCases)
  func everyFieldHasACaptionAndHelp(_ field: PatientField) {
    #expect(!field.caption.isEmpty && !field.help.isEmpty)
  }
}

@Suite("An unidentified patient is registered too (domain.md, Registration)")
struct UnidentifiedPatientTests {
  @Test func whatIsNotKnownSaysSo() throws {
    let patient = try UnidentifiedPatient(
      alias: "Unknown Kestrel", sex: .male, ageBand: .adult, placeFound: "Quay Lane")
    let details = patient.details(today: today)
    #expect(details.name.listed == "UNKNOWN KESTREL")
    #expect(details.birthDate.description == "~1976/11/21")
    #expect(details.address == "unknown; found: Quay Lane")
    #expect(details.telephone == .noNumber)
    #expect(details.allergies == .unknown)
    #expect(try PatientDetailsEntry(details).check(today: today) == details)
  }

  @Test func anAliasAndAPlaceAreNeeded() {
    do throws(InvalidEntry) {
      _ = try UnidentifiedPatient(alias: "", sex: .unknown, ageBand: .child, placeFound: "\u{1B}")
      Issue.record("taken")
    } catch {
      #expect(error.problems.map(\.field) == ["alias", "placeFound"])
    }
  }
}
