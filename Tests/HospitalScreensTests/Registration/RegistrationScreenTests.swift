import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

extension Form {
  /// Fills in fields as a person would, the domain's sample with these fields otherwise.
  mutating func fillIn(_ other: [PatientField: String] = [:]) {
    let entry = PatientDetailsEntry.filled(other)
    for (field, text) in entry.texts { fill(field.rawValue, with: text) }
  }
}

@Suite("Registering a patient (P1, P2)")
struct RegistrationScreenTests {
  @Test("the form asks for every field of the domain, with the same ones required")
  func asksForEverything() {
    let form = RegistrationForm.new(pharmacies: [], moment: afternoon)
    for field in PatientField.allCases {
      #expect(form[field.rawValue]?.isRequired == field.isRequired, "\(field)")
    }
    #expect(form.progress.required == 9)
  }

  @Test("a patient is registered and found, and the draft is gone")
  func registers() throws {
    let hospital = try TestHospital(.file)
    let desk = hospital.desk(.reception)
    var screen = RegistrationScreen(desk: desk)
    screen.form.fillIn()
    screen.keepDraft()
    desk.drafts?.finish()
    #expect(screen.draft?.standing == "Draft kept 14:02:00")
    #expect(RegisterDesk(desk: desk).drafts.map(\.title) == ["HAUGEN, Liv"])
    let outcome = screen.register()
    guard case .registered(let patient) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(patient.name.listed == "HAUGEN, Liv")
    #expect(
      try RegistrationService(hospital.session(.reception)).search("haug").patients.map(\.number) == [patient.number])
    #expect(RegisterDesk(desk: desk).drafts.isEmpty)
  }

  @Test("a wrong field keeps its text, is named, and nothing is registered")
  func refuses() throws {
    let hospital = try TestHospital()
    var screen = RegistrationScreen(desk: hospital.desk(.reception))
    screen.form.fillIn([.pharmacy: "No such pharmacy", .telephone: "0861 23"])
    let isRight = screen.form.checkAll()
    #expect(!isRight)
    #expect(screen.form.focused.id == "telephone")
    #expect(screen.form.wrongFields.map(\.id) == ["telephone", "pharmacy"])
    let outcome = screen.register()
    #expect(outcome == .refused)
    #expect(screen.form.text("telephone") == "0861 23")
  }

  @Test("what the domain refuses of the whole stands at its field too")
  func showsInvalidEntry() throws {
    let hospital = try TestHospital()
    var screen = RegistrationScreen(desk: hospital.desk(.reception))
    screen.form.fillIn([.familyName: "-", .givenName: "-"])
    let outcome = screen.register()
    #expect(outcome == .refused)
    #expect(screen.form["givenName"]?.problem == "a person has at least one name")
  }

  @Test("likely duplicates appear while typing, with the reason; registering needs one in words")
  func showsDuplicates() throws {
    let hospital = try TestHospital()
    let onFile = try RegistrationService(hospital.session(.reception)).register(.filled())
    var screen = RegistrationScreen(desk: hospital.desk(.reception))
    screen.form.fillIn([.givenName: "Lív", .telephone: "0899999999"])
    screen.typed()
    #expect(screen.matches.first?.id == onFile.id)
    #expect(screen.matches.first?.line.contains("same birth date") == true)
    guard case .looksLike(let matches) = screen.register() else {
      Issue.record("registered without a word")
      return
    }
    #expect(matches.map(\.id).contains(onFile.id))
    #expect(screen.form.message?.level == .warning)
    guard case .registered(let twin) = screen.register(goingOnBecause: "Her twin sister") else {
      Issue.record("a reason was written")
      return
    }
    #expect(twin.id != onFile.id)
  }

  @Test("only those who may register see the form opened", arguments: Role.allCases)
  func asksPermission(role: Role) throws {
    let hospital = try TestHospital()
    let start = RegisterDesk(desk: hospital.desk(role))
    #expect((start.refusal(of: .newPatient) == nil) == Permission.registerPatient.allows(role))
    #expect((start.refusal(of: .unidentified) == nil) == Permission.registerUnidentified.allows(role))
  }

  @Test("a draft is found again at another terminal by its owner, and by nobody else (H4)")
  func draftsAreTheirOwners() throws {
    let hospital = try TestHospital(.file)
    let desk = hospital.desk(.reception, terminal: "desk 1")
    var screen = RegistrationScreen(desk: desk)
    screen.form.fill("familyName", with: "Haugen\u{200B}")
    screen.keepDraft()
    desk.leave()
    #expect(RegisterDesk(desk: hospital.desk(.headNurse)).drafts.isEmpty)
    let elsewhere = hospital.desk(.reception, terminal: "desk 2")
    let draft = try #require(RegisterDesk(desk: elsewhere).drafts.first)
    let again = RegistrationScreen(desk: elsewhere, draft: draft)
    #expect(again.form.text("familyName") == "Haugen\u{200B}")
    #expect(again.form["familyName"]?.problem != nil)
  }

  @Test("the alias that was seen is there again with the draft, although it is later; the next one is another")
  func aliasOfDraft() throws {
    let hospital = try TestHospital()
    let desk = hospital.desk(.nurse)
    var screen = UnidentifiedScreen(desk: desk)
    let alias = screen.form.text("alias")
    screen.form.fill("placeFound", with: "Bus station")
    screen.keepDraft()
    desk.drafts?.finish()
    hospital.clock.advance(by: .minutes(3))
    #expect(UnidentifiedScreen(desk: desk).form.text("alias") != alias)
    let draft = try #require(RegisterDesk(desk: hospital.desk(.nurse, terminal: "desk 2")).drafts.first)
    #expect(UnidentifiedScreen(desk: desk, draft: draft).form.text("alias") == alias)
  }

  @Test("somebody without a name gets an alias and is marked so")
  func registersUnidentified() throws {
    let hospital = try TestHospital()
    var screen = UnidentifiedScreen(desk: hospital.desk(.nurse))
    #expect(screen.form.text("alias").hasPrefix("Unknown "))
    let refused = screen.register()
    #expect(refused == nil)
    #expect(screen.form["placeFound"]?.problem != nil)
    screen.form.fill("sex", with: "M")
    screen.form.fill("ageBand", with: "78")
    screen.form.fill("placeFound", with: "Bus station")
    let registered = screen.register()
    let patient = try #require(registered)
    let record = try RegistrationService(hospital.session(.nurse)).open(patient.id)
    #expect(record.patient.isUnidentified)
    #expect(record.details.address.contains("Bus station"))
    #expect(record.details.birthDate.isEstimated)
  }

  @Test(
    "about how old somebody is may be said in years or in words",
    arguments: [
      ("0", "0"), ("45", "45"), ("130", "130"), ("teen", "teenager"), ("over", "elderly"), ("131", nil), ("-3", nil),
    ])
  func ageInYears(typed: String, band: String?) throws {
    var screen = UnidentifiedScreen(desk: try TestHospital().desk(.nurse))
    screen.form.fill("ageBand", with: typed)
    #expect(screen.form.value("ageBand") == band)
  }

  @Test("years stand in the record as they were guessed, and belong to a band")
  func guessedYears() throws {
    let patient = try UnidentifiedPatient(
      alias: "Unknown Heron", sex: .male, ageBand: .init(age: 45), age: 45, placeFound: "Quay Lane")
    let today = try #require(CalendarDate("2026/11/22"))
    #expect(patient.ageBand == .adult && patient.details(today: today).birthDate.date == today.adding(years: -45))
    let bands = [1, 2, 12, 13, 17, 18, 35, 36, 65, 66].map { UnidentifiedPatient.AgeBand(age: $0).rawValue }
    #expect(
      bands == [
        "infant", "child", "child", "teenager", "teenager", "young-adult", "young-adult", "adult", "adult", "elderly",
      ])
  }
}
