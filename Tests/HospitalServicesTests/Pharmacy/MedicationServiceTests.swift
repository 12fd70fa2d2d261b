import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// M5: medications in many categories, found as they are typed, changed as new versions, and imported.
struct MedicationServiceTests {
  let hospital: TestHospital
  private var service: MedicationService { MedicationService(hospital.session(.pharmacist)) }

  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
  }

  private func titles(_ typed: String) throws -> [String] {
    try service.search(typed).medications.map(\.medication.title)
  }

  @Test("Found by the beginnings of any words of name, strength and form, by code and by ATC code")
  func search() throws {
    _ = try service.add(.naproxen)
    #expect(try titles("") == ["apixaban 5 mg tablet", "ibuprofen 400 mg tablet", "naproxen sodium 220 mg tablet"])
    #expect(try titles("ibu") == ["ibuprofen 400 mg tablet"])
    #expect(try titles("400 ibu") == ["ibuprofen 400 mg tablet"])
    #expect(try titles("tab 5") == ["apixaban 5 mg tablet", "ibuprofen 400 mg tablet"])
    #expect(try titles("SODIUM nap") == ["naproxen sodium 220 mg tablet"])
    #expect(try titles("m01ae") == ["naproxen sodium 220 mg tablet"])
    #expect(try titles("ibu apix") == [])
    #expect(try titles("%") == titles(""))
    #expect(try service.search("", limit: 2).isCut)
  }

  @Test("In the categories of its ATC class and in those that were named; a category has many medications")
  func categories() throws {
    _ = try service.add(.naproxen)
    var other = MedicationEntry.naproxen
    other.texts.merge([.code: "2", .name: "diclofenac", .atc: "M01AB05", .categories: "WARD STOCK, n02"]) { $1 }
    _ = try service.add(other)
    let rows = try service.search("220").medications
    #expect(
      rows.map { $0.categories.map(\.code) } == [["M", "M01", "N02", "WARD STOCK"], ["M", "M01", "WARD STOCK"]])
    let own = try #require(try service.categories().first { $0.code == "WARD STOCK" })
    #expect(try service.medications(in: own).map(\.medication.name) == ["diclofenac", "naproxen sodium"])
    other.texts[.categories] = "ward stok"
    #expect(
      try refusal { try service.change(rows[0], to: other, because: "x") }?.sentence
        == "There is no category ward stok; write +ward stok to make it, or correct the word.")
  }

  @Test("A change is a new version with who, when and why, and is found by its new words alone")
  func change() throws {
    let row = try #require(try service.search("ibu").medications.first)
    var entry = MedicationEntry.naproxen
    entry.texts[.code] = "5640"
    _ = try service.change(row, to: entry, because: "another product")
    #expect(try titles("ibu") == [])
    #expect(try titles("naprox") == ["naproxen sodium 220 mg tablet"])
    let versions = try service.versions(of: row.id)
    #expect(versions.map(\.medication.name) == ["naproxen sodium", "ibuprofen"])
    #expect(versions.map(\.reason) == ["another product", ""])
    #expect(versions[0].recorded.by == "Test pharmacist")
    #expect(try refusal { try service.change(row, to: entry, because: "again") } == .changedMeanwhile)
    #expect(try refusal { try service.change(row, to: entry, because: " ") }?.field == "reason")
  }

  @Test("A code is one medication's; one that is off the list is not found")
  func retire() throws {
    var entry = MedicationEntry.naproxen
    entry.texts[.code] = "5640"
    #expect(
      try refusal { try service.add(entry) }?.sentence
        == "5640 is ibuprofen 400 mg tablet; change that one, or check the code.")
    let row = try #require(try service.search("ibu").medications.first)
    try service.retire(row, because: "withdrawn")
    #expect(try titles("ibu") == [])
    #expect(try refusal { try service.retire(row, because: "again") }?.code == "medication.retired")
  }

  @Test("A search reads an index, whatever is typed", arguments: ["", "i", "ibu", "tab 400 ibu"])
  func plans(typed: String) throws {
    let plans = try hospital.plans { _ = try $0.medications.search(typed, limit: 50) }
    for plan in plans { #expect(plan.scans.allSatisfy { $0.contains("INDEX") }, "\(plan)") }
    if !typed.isEmpty { #expect(plans[0].scans.isEmpty, "\(plans[0])") }
  }

  @Test("An import takes all rows or none, and says which it cannot take")
  func imports() throws {
    var wrong = MedicationEntry.naproxen
    wrong.texts.merge([.code: "5640", .strength: "220"]) { $1 }
    var taken = MedicationEntry.naproxen
    taken.texts[.code] = "5640"
    let rows = [MedicationEntry.naproxen, wrong, taken, .naproxen].enumerated().map {
      MedicationImport.Row(line: $0 + 2, entry: $1)
    }
    let importing = MedicationImport(hospital.session(.pharmacist))
    let outcome = try importing.take(rows, from: "m.csv") { _, _ in }
    #expect(
      outcome.refused.map { "\($0.line) \($0.reason)" } == [
        "3 strength: write the unit with it, such as 220 mg",
        "4 5640 is ibuprofen 400 mg tablet; change that one, or check the code.",
        "5 849398 is naproxen sodium 220 mg tablet; change that one, or check the code.",
      ])
    #expect(try titles("naprox") == [])
    #expect(try importing.take([rows[0]], from: "m.csv", isRehearsal: true) { _, _ in }.taken == ["medication": 1])
    #expect(try titles("naprox") == [])
    #expect(try importing.take([rows[0]], from: "m.csv") { _, _ in }.taken == ["medication": 1])
    #expect(try titles("naprox") == ["naproxen sodium 220 mg tablet"])
  }
}
