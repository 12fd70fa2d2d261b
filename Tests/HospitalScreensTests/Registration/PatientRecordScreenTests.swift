import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

@Suite("A patient's record, searched, opened, changed and merged (P2–P5)")
struct PatientRecordScreenTests {
  @Test(
    "is found by any part of name, number, telephone, birth date", arguments: ["duar", "inês", "INES d", "oyel tun"])
  func finds(typed: String) throws {
    let hospital = try TestHospital()
    var screen = PatientSearchScreen(desk: hospital.desk(.nurse))
    #expect(screen.patients.isEmpty)
    for character in typed { screen.edit { $0.type(String(character)) } }
    #expect(screen.patients.count == 1)
    #expect(screen.summary == "1 patient")
    screen.edit { $0.clear() }
    #expect(screen.patients.isEmpty)
  }

  @Test("shows every section, and the banner")
  func showsSections() throws {
    let hospital = try TestHospital()
    let screen = try PatientRecordScreen(hospital.samples.patients[0], desk: hospital.desk(.nurse))
    #expect(screen.banner.name == "DUARTE, Inês")
    let titles = screen.sections.map { $0.title.prefix { $0 != " " } }
    #expect(
      titles == [
        "NOW", "ALLERGIES", "DETAILS", "ADMISSIONS", "CONSULTATIONS", "NURSES'", "APPOINTMENTS", "PRESCRIPTIONS",
        "INVOICES", "HISTORY",
      ])
    #expect(screen.sections.allSatisfy { !$0.lines.isEmpty })
  }

  @Test("says who may not open it", arguments: [Role.humanResources, .auditor])
  func refusesOpening(role: Role) throws {
    let hospital = try TestHospital()
    #expect(throws: Refusal.self) {
      _ = try PatientRecordScreen(hospital.samples.patients[0], desk: hospital.desk(role))
    }
  }

  @Test("a patient sees their own record and may change nothing (H2)")
  func ownRecord() throws {
    let hospital = try TestHospital()
    let desk = hospital.desk(.patient)
    let screen = try PatientRecordScreen(hospital.samples.patients[0], desk: desk)
    #expect(screen.record.id == hospital.samples.patients[0])
    #expect(screen.refusal(of: .updatePatient) != nil)
    #expect(throws: Refusal.self) { _ = try PatientRecordScreen(hospital.samples.patients[1], desk: desk) }
  }

  @Test("a change needs a reason, makes a version, and can be taken back (P4, B10)")
  func changes() throws {
    let hospital = try TestHospital()
    let desk = hospital.desk(.reception)
    var record = try PatientRecordScreen(hospital.samples.patients[1], desk: desk)
    var screen = PatientChangeScreen(record.record, banner: record.banner, desk: desk)
    #expect(!screen.form.isModified)
    screen.form.fill("town", with: "Galway")
    let isRight = screen.form.checkAll()
    #expect(!isRight)
    #expect(screen.form.focused.id == RegistrationForm.reason)
    screen.form.fill("reason", with: "Moved house")
    guard case .saved(let change) = screen.save() else {
      Issue.record("not saved: \(String(describing: screen.form.message))")
      return
    }
    try record.refresh()
    #expect(record.record.version == 2 && record.record.details.town == "Galway")
    #expect(record.record.versions.first?.summary.contains("Moved house") == true)
    #expect(change.canBeUndone)
    _ = try record.takeBack(change)
    #expect(record.record.details.town != "Galway" && record.record.version == 3)
  }

  @Test("if somebody was faster both values stand side by side, and nothing typed is lost")
  func settlesConflicts() throws {
    let hospital = try TestHospital()
    let (mine, theirs) = (hospital.desk(.reception), hospital.desk(.headNurse))
    let id = hospital.samples.patients[1]
    let record = try PatientRecordScreen(id, desk: mine)
    var screen = PatientChangeScreen(record.record, banner: record.banner, desk: mine)
    screen.form.fill("town", with: "Galway")
    screen.form.fill("insurer", with: "Laya")
    screen.form.fill("reason", with: "Moved house")
    var other = PatientChangeScreen(record.record, banner: record.banner, desk: theirs)
    other.form.fill("town", with: "Limerick")
    other.form.fill("language", with: "Yoruba")
    other.form.fill("reason", with: "Asked at the bedside")
    guard case .saved = other.save(), case .changedMeanwhile = screen.save() else {
      Issue.record("the first is saved, the second is told")
      return
    }
    let conflict = try #require(screen.conflict)
    #expect(conflict.fields.map(\.field) == [.town])
    #expect(conflict.fields.first?.theirs == "Limerick" && conflict.fields.first?.mine == "Galway")
    screen.choose(theirs: false, for: .town)
    screen.settle()
    #expect(screen.form.text("language") == "Yoruba" && screen.form.text("town") == "Galway")
    guard case .saved = screen.save() else {
      Issue.record("not saved: \(String(describing: screen.form.message))")
      return
    }
    let details = try PatientRecordScreen(id, desk: mine).record.details
    #expect([details.town, details.insurer, details.language] == ["Galway", "Laya", "Yoruba"])
  }

  @Test("a newer version that touches other fields is joined without a question")
  func joinsQuietly() throws {
    let hospital = try TestHospital()
    let desk = hospital.desk(.reception)
    let record = try PatientRecordScreen(hospital.samples.patients[1], desk: desk)
    var screen = PatientChangeScreen(record.record, banner: record.banner, desk: desk)
    var other = screen
    screen.form.fill("insurer", with: "Laya")
    screen.form.fill("reason", with: "New card")
    other.form.fill("language", with: "Yoruba")
    other.form.fill("reason", with: "Asked")
    _ = other.save()
    _ = screen.save()
    #expect(screen.conflict == nil)
    #expect(screen.form.text("language") == "Yoruba")
    #expect(screen.form.message?.level == .note)
    guard case .saved = screen.save() else {
      Issue.record("not saved: \(String(describing: screen.form.message))")
      return
    }
  }

  @Test("an allergy is recorded, and struck out only with a reason")
  func recordsAllergies() throws {
    let hospital = try TestHospital()
    let desk = hospital.desk(.nurse)
    var record = try PatientRecordScreen(hospital.samples.patients[2], desk: desk)
    var screen = try #require(ActForm.allergies(of: record.record, banner: record.banner, at: desk))
    screen.form.fill("allergies", with: "penicillin (rash), latex")
    let recorded = screen.save()
    #expect(recorded != nil)
    try record.refresh()
    #expect(record.banner.hasAllergies && record.banner.allergies == "Penicillin (rash), Latex")
    var strike = try #require(ActForm.allergies(of: record.record, banner: record.banner, at: desk))
    strike.form.fill("allergies", with: "latex")
    var struck = strike.save()
    #expect(struck == nil)
    #expect(strike.form["reason"]?.problem != nil)
    strike.form.fill("reason", with: "It was her sister's")
    struck = strike.save()
    #expect(struck != nil)
    try record.refresh()
    #expect(record.sections.first { $0.title.hasPrefix("ALLERGIES") }?.lines.contains { $0.weight == .faint } == true)
  }

  @Test("P4: allergies typed before a colleague recorded one come back beside it")
  func allergyDraft() throws {
    let hospital = try TestHospital()
    let desk = hospital.desk(.nurse)
    var record = try PatientRecordScreen(hospital.samples.patients[2], desk: desk)
    var left = try #require(ActForm.allergies(of: record.record, banner: record.banner, at: desk))
    left.form.fill("allergies", with: "penicillin (rash)")
    let draft = Draft(
      id: Identifier("draft"), form: left.name.text, subject: left.subject, title: "",
      content: left.form.draft.description,
      savedAt: hospital.clock.now)
    hospital.clock.advance(by: .minutes(2))
    var colleague = try #require(
      ActForm.allergies(of: record.record, banner: record.banner, at: hospital.desk(.doctor)))
    colleague.form.fill("allergies", with: "latex")
    _ = colleague.save()
    try record.refresh()
    var again = try #require(ActForm.allergies(of: record.record, banner: record.banner, at: desk))
    again.goOn(with: draft)
    #expect(again.form.text("allergies") == "Penicillin (rash), Latex")
    #expect(again.form.message?.sentence.contains("Latex") == true)
    #expect(again.save() != nil)
    try record.refresh()
    #expect(Set(record.record.details.allergies.entries.map(\.substance)) == ["Latex", "Penicillin"])
  }

  @Test("only what was issued is due: no draft, and none that was cancelled (I2)")
  func due() throws {
    let hospital = try TestHospital()
    let patient = hospital.samples.patients[0]
    try hospital.invoice(patient, cents: 510_00, dueIn: nil)
    try hospital.invoice(patient, cents: 77_00, dueIn: nil, then: "cancelled")
    try hospital.invoice(patient, cents: 80_00, dueIn: 7, paid: 30_00)
    let screen = try PatientRecordScreen(patient, desk: hospital.desk(.nurse))
    let lines = try #require(screen.sections.first { $0.title.hasPrefix("INVOICES") }).lines
    let texts = lines.map { "\($0)" }
    #expect(texts.count { $0.contains("due 50.00") } == 1, "\(texts)")
    #expect(!texts.contains { $0.contains("due 510.00") || $0.contains("due 77.00") }, "\(texts)")
    #expect(texts.count { $0.contains("Due USD 0.00") } == 2)
  }

  @Test("two records are merged and parted again (P2)")
  func merges() throws {
    let hospital = try TestHospital()
    let desk = hospital.desk(.reception)
    let (duplicate, survivor) = (hospital.samples.patients[2], hospital.samples.patients[3])
    var screen = try PatientRecordScreen(duplicate, desk: desk)
    let number = screen.record.number
    let other = try #require(
      RegistrationService(hospital.session(.reception)).search("murphy").patients.first { $0.id == survivor })
    #expect(screen.mergeQuestion(into: other).typed == number.description)
    let change = try screen.merge(into: survivor, because: "Same person, two spellings")
    #expect(screen.record.id == survivor)
    let merge = try #require(screen.record.merged.first)
    #expect(merge.duplicate.number == number)
    let away = try PatientRecordScreen(duplicate, desk: desk)
    #expect(away.sections.first?.title == "MERGED AWAY")
    #expect(away.refusal(of: .updatePatient) != nil)
    _ = try screen.undoMerge(merge, because: "Two people after all")
    #expect(screen.record.merged.isEmpty)
    #expect(change.sentence.hasSuffix("."))
  }
}
