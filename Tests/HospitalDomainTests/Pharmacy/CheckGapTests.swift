@testable import HospitalDomain
import Testing

@Suite("What could not be checked is said as such (M3)")
struct CheckGapTests {
  private func medication(
    _ name: String, _ dose: String? = "1 tablet", _ frequency: DoseFrequency = .everyHours(8), strength: String? = nil,
    route: AdministrationRoute = .oral, isListed: Bool = true, group: String = ""
  ) throws -> CheckedMedication {
    CheckedMedication(
      name: [name, strength].compactMap(\.self).joined(separator: " "),
      ingredients: [Ingredient(name, therapeuticClass: group, isListed: isListed)],
      strength: strength.flatMap { Strength($0) },
      dosage: try dose.map { Dosage(amount: try DoseAmount(entry: $0), route: route, frequency: frequency, days: 7) })
  }

  private func patient(
    born: String = "1970/01/01", weight: Int? = nil, pregnant: Bool? = nil, mayBePregnant: Bool = false,
    allergies: [KnownAllergy] = [], knowsAllergies: Bool = true
  ) throws -> CheckedPatient {
    CheckedPatient(
      age: Age(born: try #require(CalendarDate(born)), on: try #require(CalendarDate("2026/11/21"))), weight: weight,
      isPregnant: pregnant, mayBePregnant: mayBePregnant, allergies: allergies, knowsAllergies: knowsAllergies)
  }

  private func report(_ item: CheckedMedication, _ patient: CheckedPatient, lacksList: Bool = false) throws
    -> CheckReport
  {
    CheckRule.report(
      on: [item], besides: [], for: patient, facts: InteractionFacts(classes: [:], lines: []), lacksList: lacksList)
  }

  @Test("a child of 3 without a weight: 400 mg of ibuprofen is too much even for a heavy one, and both gaps are said")
  func child() throws {
    let ibuprofen = try medication("ibuprofen", strength: "400 mg")
    let found = try report(ibuprofen, patient(born: "2023/08/13", knowsAllergies: false))
    #expect(!found.isClear && found.worst == .major)
    #expect(
      found.findings.map(\.sentence) == [
        "Ibuprofen: 400 mg at a time and 1200 mg a day are above the most for a child of 3 y, even of 21.2 kg, 212 mg and "
          + "848 mg."
      ])
    #expect(
      found.gaps.map(\.sentence) == [
        "Not checked: allergies not known; ask.",
        "Not checked: weight not known; the dose of ibuprofen 400 mg for a child of 3 y needs it.",
      ])
  }

  @Test("a dose that some child of that age may have is no finding without a weight, and never clear either")
  func smallDose() throws {
    let found = try report(medication("ibuprofen", "100 mg"), patient(born: "2023/08/13"))
    #expect(found.findings.isEmpty && !found.isClear)
    let weighed = try report(medication("ibuprofen", "100 mg"), patient(born: "2023/08/13", weight: 14_000))
    #expect(weighed.isClear)
  }

  @Test(
    "a single dose is held against the most at a time, by weight for children", arguments: [(140, true), (141, false)])
  func single(milligrams: Int, isClear: Bool) throws {
    let dose = try medication("ibuprofen", "\(milligrams) mg", .timesADay(1))
    #expect(try report(dose, patient(born: "2023/08/13", weight: 14_000)).isClear == isClear)
  }

  @Test("a weight that cannot be right, such as 140 for 14.0, is not counted on")
  func slip() throws {
    let found = try report(medication("ibuprofen", strength: "400 mg"), patient(born: "2023/08/13", weight: 140_000))
    #expect(found.worst == .major)
    #expect(found.gaps.map(\.sentence) == ["Not checked: a weight of 140 kg cannot be right at 3 y; weigh again."])
    #expect(try report(medication("ibuprofen", "100 mg"), patient(born: "2023/08/13", weight: 40_000)).isClear)
  }

  @Test("adults' doses say that they were no children's; what has no range, or words alone, says so")
  func ranges() throws {
    #expect(
      try report(medication("metoprolol", "50 mg"), patient(born: "2020/01/01")).gaps.map(\.sentence) == [
        "Not checked: dose of metoprolol for a child of 6 y; only the most for adults is known."
      ])
    #expect(try report(medication("zyzzyva"), patient()).gaps == [.doseUnknown(["zyzzyva"])])
    #expect(
      try report(medication("ibuprofen", "1 g", route: .intravenous), patient()).gaps == [.doseUnknown(["ibuprofen"])])
    #expect(try report(medication("ibuprofen", nil), patient()).gaps == [.doseUnread(["ibuprofen"])])
    #expect(try report(medication("ibuprofen", "400 mg"), patient()).isClear)
  }

  @Test("of a dose that is being typed, what is missing is named, each medication by itself")
  func unfinished() throws {
    func gaps(_ missing: DosagePart...) throws -> [String] {
      let item = CheckedMedication(name: "ibuprofen", ingredients: [Ingredient("ibuprofen")], missing: missing)
      return try report(item, patient()).gaps.map(\.sentence)
    }
    #expect(try gaps(.frequency) == ["Not checked: dose of ibuprofen; type how often."])
    #expect(try gaps(.amount, .route) == ["Not checked: dose of ibuprofen; type the dose and the route."])
  }

  @Test("allergies: not asked is a gap, none known is none, and a word that names no medicine is never passed over")
  func allergies() throws {
    func gaps(_ substance: String, knows: Bool = true) throws -> [CheckGap] {
      let allergy = KnownAllergy(AllergyEntry(substance: substance))
      return try report(medication("ibuprofen", "400 mg"), patient(allergies: [allergy])).gaps
    }
    #expect(try report(medication("ibuprofen", "400 mg"), patient(knowsAllergies: false)).gaps == [.allergiesUnknown])
    #expect(try gaps("Penicilin") == [.allergiesUnread(["Penicilin"])])
    #expect(try gaps("Penicillin").isEmpty && gaps("Latex").isEmpty && gaps("House dust mite").isEmpty)
  }

  @Test("pregnancy that nobody asked after is a gap where it matters")
  func pregnancy() throws {
    let lisinopril = try medication("lisinopril", "10 mg", .timesADay(1), group: "C09AA")
    #expect(try report(lisinopril, patient(mayBePregnant: true)).gaps == [.pregnancyUnknown(["lisinopril"])])
    #expect(try report(lisinopril, patient(pregnant: false, mayBePregnant: true)).isClear)
    #expect(try report(medication("acetaminophen", "500 mg"), patient(mayBePregnant: true)).isClear)
  }

  @Test("what the list of interactions does not know, or a hospital without one")
  func list() throws {
    let unlisted = try medication("zyzzyva", isListed: false)
    #expect(try report(unlisted, patient()).gaps.last == .unlisted(["zyzzyva"]))
    #expect(try report(unlisted, patient(), lacksList: true).gaps.last == .noList)
    #expect(CheckGap.noList.sentence.contains("hms import interactions"))
  }

  @Test("heavy children grow heavier from span to span")
  func weights() throws {
    let today = try #require(CalendarDate("2026/11/21"))
    let bounds = (0..<144).compactMap { WeightForAge.heaviest(at: Age(born: today.adding(months: -$0), on: today)) }
    #expect(bounds.count == 144 && bounds == bounds.sorted() && bounds.first == 5_600)
    #expect(WeightForAge.heaviest(at: Age(born: today.adding(months: -144), on: today)) == nil)
  }

  @Test("the words of an item without a structure are read where they are certain")
  func words() {
    let read = Dosage(dose: "1 tablet", route: "by mouth", frequency: "every 8 hours", days: 7)
    #expect(read?.frequency == .everyHours(8) && read?.amount.unit == .tablet)
    #expect(Dosage(dose: "1", route: "by mouth", frequency: "every 8 hours", days: 7) == nil)
    #expect(Dosage(dose: "1 tablet", route: "by mouth", frequency: "as before", days: 7) == nil)
  }
}
