import HospitalDomain
import Testing

/// M5: a medication as it is typed or imported.
struct MedicationEntryTests {
  private func problems(_ changes: [MedicationEntry.Field: String]) -> [String] {
    var entry = MedicationEntry([
      .code: "197805", .name: "ibuprofen", .strength: "400 mg", .form: "tablet", .price: "0.60",
    ])
    entry.texts.merge(changes) { $1 }
    do { _ = try entry.check() } catch { return error.problems.map(\.description) }
    return []
  }

  @Test("What is right is taken, and its name gets Tall Man letters")
  func right() throws {
    let entry = MedicationEntry([
      .code: "309090", .name: "Ceftriaxone", .strength: "1G", .form: "vial", .route: "intrav", .atc: "j01dd04",
      .price: "12.80", .controlled: "no", .categories: "ward stock, +antibiotics; + reserve",
    ])
    let checked = try entry.check()
    #expect(checked.medication.title == "cefTRIAXone 1 g vial")
    #expect(checked.medication.route == .intravenous)
    #expect(checked.medication.atc == "J01DD04")
    #expect(checked.medication.unitPrice == 12_80)
    #expect(checked.categories == ["ward stock", "+antibiotics", "+reserve"])
  }

  @Test(
    "Each wrong field says what to do",
    arguments: [
      (MedicationEntry.Field.code, "", "code: type the code, such as 197805 (RxNorm)"),
      (.name, "", "name: type the name of the medication"),
      (.name, "400", "name: a name has letters; the strength has its own field"),
      (.strength, "400", "strength: write the unit with it, such as 400 mg"),
      (.strength, "strong", "strength: write a number and its unit, such as 400 mg"),
      (.form, " ", "form: type what it is: tablet, capsule, solution …"),
      (.atc, "N2", "atc: an ATC code looks like N02BE01, or begins one such as N02"),
      (.atc, "Z01", "atc: Z is no group of the ATC"),
      (.price, "-1", "price: a price is not below zero"),
      (.price, "1000001", "price: more than 1,000,000.00 for one; check the price"),
      (.controlled, "maybe", "controlled: type yes or no"),
    ])
  func wrong(field: MedicationEntry.Field, typed: String, sentence: String) {
    #expect(problems([field: typed]) == [sentence])
  }

  @Test(
    "A route is read as the ward writes it",
    arguments: [("by mouth", MedicationRoute.oral), ("PO", .oral), ("iv", .intravenous), ("eye", .ophthalmic)])
  func spokenRoute(typed: String, route: MedicationRoute) throws {
    let checked = try MedicationEntry([
      .code: "1", .name: "ibuprofen", .form: "tablet", .route: typed, .price: "1",
    ]).check()
    #expect(checked.medication.route == route)
  }

  @Test("A route that could be two is none")
  func route() { #expect(problems([.route: "in"]).first?.hasPrefix("route: type one of oral, ") == true) }

  @Test(
    "Strengths are written so that nobody misreads them (ISMP)",
    arguments: [
      ("5mg", "5 mg"), ("5.0 MG", "5 mg"), (".5 mg", "0.5 mg"), ("250 mg/5 ml", "250 mg/5 ml"), ("1 MG/ML", "1 mg/ml"),
      ("0.10 %", "0.1 %"), ("10 mg", "10 mg"), ("20 MEQ", "20 mEq"), ("", ""),
    ])
  func strengths(typed: String, written: String) throws { #expect(try StrengthText.read(typed) == written) }

  @Test(
    "Names that are mistaken for others are spelt by the list; what somebody spelt stays",
    arguments: [
      ("Hydralazine", "hydrALAZINE"), ("HYDROXYZINE", "hydrOXYzine"),
      ("Medroxyprogesterone acetate", "medroxyPROGESTERone acetate"),
      ("Lisinopril", "lisinopril"), ("NuvaRing", "NuvaRing"), ("Acetaminophen (Tylenol)", "acetaminophen (Tylenol)"),
      ("amlodipine / atorvastatin", "amLODIPine / atorvaSTATin"),
    ])
  func tallMan(typed: String, spelled: String) { #expect(TallMan.spelled(typed) == spelled) }

  @Test("A code is in the classes that it begins with")
  func classes() {
    #expect(ATCClass.classes(of: "N02BE01") == ["N", "N02"])
    #expect(ATCClass.classes(of: "N") == ["N"])
    #expect(ATCClass.classes(of: "") == [])
  }

  @Test(
    "Descriptions of Synthea's are taken apart",
    arguments: [
      ("lisinopril 10 MG Oral Tablet", "lisinopril|10 mg|tablet|oral"),
      ("Hydrochlorothiazide 25 MG Oral Tablet", "hydroCHLOROthiazide|25 mg|tablet|oral"),
      (
        "NDA020503 200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler",
        "albuterol|0.09 mg/actuation|metered dose inhaler, 200 actuations|inhaled"
      ),
      (
        "120 ACTUAT Fluticasone propionate 0.044 MG/ACTUAT Metered Dose Inhaler",
        "fluticasone propionate|0.044 mg/actuation|metered dose inhaler, 120 actuations|inhaled"
      ),
      ("Acetaminophen 325 MG Oral Tablet [Tylenol]", "acetaminophen (Tylenol)|325 mg|tablet|oral"),
      (
        "Acetaminophen 325 MG / Oxycodone Hydrochloride 10 MG Oral Tablet [Percocet]",
        "acetaminophen / oxyCODONE hydrochloride (Percocet)|325 mg / 10 mg|tablet|oral"
      ),
      ("NDA020800 0.3 ML Epinephrine 1 MG/ML Auto-Injector", "EPINEPHrine|1 mg/ml|auto-injector, 0.3 ml|injection"),
      ("Nitroglycerin 0.4 MG/ACTUAT Mucosal Spray", "nitroglycerin|0.4 mg/actuation|mucosal spray|oromucosal"),
      ("Jolivette 28 Day Pack", "Jolivette||28 day pack|"),
      (
        "1 ML medroxyPROGESTERone acetate 150 MG/ML Injection",
        "medroxyPROGESTERone acetate|150 mg/ml|injection, 1 ml|injection"
      ),
      (
        "NuvaRing 0.12/0.015 MG per 24HR 21 Day Vaginal Ring",
        "NuvaRing|0.12/0.015 mg per 24 h|21 day vaginal ring|vaginal"
      ),
      ("Aspirin", "Aspirin|||"),
    ])
  func synthea(description: String, parts: String) {
    let text = SyntheaMedicationText(description)
    #expect([text.name, text.strength, text.form, text.route?.rawValue ?? ""].joined(separator: "|") == parts)
  }
}
