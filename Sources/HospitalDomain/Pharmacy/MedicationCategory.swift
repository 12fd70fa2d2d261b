/// A category of medications. A medication is in as many as it belongs to: the classes of its ATC code, and the hospital's own.
package struct MedicationCategory: Hashable, Sendable, Identifiable {
  package let id: Identifier<MedicationCategory>
  /// The code: `N02` for a class of the ATC, else short words of the hospital's own.
  package let code: String
  package let name: String
  /// Whether it is a class of the ATC.
  package let isClass: Bool

  package init(id: Identifier<MedicationCategory>, code: String, name: String, isClass: Bool) {
    self.id = id
    self.code = code
    self.name = name
    self.isClass = isClass
  }
}

/// Classes of the Anatomical Therapeutic Chemical system of the WHO (2024), to its second level: the categories that every
/// hospital begins with.
package enum ATCClass {
  /// Reads a code or the beginning of one: `N`, `N02`, `N02B`, `N02BE`, `N02BE01`.
  package static func read(_ typed: String) throws(Misentry) -> String {
    let code = try SafeText.line(typed, limit: 40).uppercased()
    guard !code.isEmpty else { return "" }
    let pattern = Array("LDDLLDD")
    let isRight = zip(code, pattern).allSatisfy { character, kind in
      kind == "L" ? character.isASCII && character.isLetter : character.isASCIIDigit
    }
    guard isRight, [1, 3, 4, 5, 7].contains(code.count) else {
      throw Misentry("an ATC code looks like N02BE01, or begins one such as N02")
    }
    guard names[String(code.prefix(1))] != nil else { throw Misentry("\(code.prefix(1)) is no group of the ATC") }
    return code
  }

  /// The classes that a code belongs to: `N` and `N02` of `N02BE01`; none for none.
  package static func classes(of code: String) -> [String] {
    [1, 3].filter { code.count >= $0 }.map { String(code.prefix($0)) }.filter { names[$0] != nil }
  }

  /// The identifier of a class among the categories.
  package static func category(_ code: String) -> Identifier<MedicationCategory> { Identifier("atc-\(code)") }

  /// The names of the classes by their codes.
  package static let names: [String: String] = [
    "A": "Alimentary tract and metabolism", "A02": "Drugs for acid related disorders",
    "A03": "Drugs for functional gastrointestinal disorders", "A04": "Antiemetics and antinauseants",
    "A05": "Bile and liver therapy", "A06": "Drugs for constipation", "A07": "Antidiarrhoeals",
    "A09": "Digestives", "A10": "Drugs used in diabetes", "A11": "Vitamins", "A12": "Mineral supplements",
    "A16": "Other alimentary tract and metabolism products", "B": "Blood and blood forming organs",
    "B01": "Antithrombotic agents", "B02": "Antihaemorrhagics", "B03": "Antianaemic preparations",
    "B05": "Blood substitutes and perfusion solutions", "C": "Cardiovascular system", "C01": "Cardiac therapy",
    "C02": "Antihypertensives", "C03": "Diuretics", "C04": "Peripheral vasodilators", "C05": "Vasoprotectives",
    "C07": "Beta blocking agents", "C08": "Calcium channel blockers",
    "C09": "Agents acting on the renin-angiotensin system", "C10": "Lipid modifying agents", "D": "Dermatologicals",
    "D01": "Antifungals for the skin", "D02": "Emollients and protectives", "D05": "Antipsoriatics",
    "D06": "Antibiotics for the skin", "D07": "Corticosteroids for the skin", "D08": "Antiseptics",
    "D10": "Anti-acne preparations", "D11": "Other dermatologicals",
    "G": "Genito-urinary system and sex hormones", "G01": "Gynaecological antiinfectives",
    "G02": "Other gynaecologicals", "G03": "Sex hormones", "G04": "Urologicals",
    "H": "Systemic hormones, without sex hormones and insulins", "H01": "Pituitary and hypothalamic hormones",
    "H02": "Systemic corticosteroids", "H03": "Thyroid therapy", "H04": "Pancreatic hormones",
    "H05": "Calcium homeostasis", "J": "Systemic antiinfectives", "J01": "Systemic antibacterials",
    "J02": "Systemic antimycotics", "J04": "Antimycobacterials", "J05": "Systemic antivirals",
    "J06": "Immune sera and immunoglobulins", "J07": "Vaccines",
    "L": "Antineoplastic and immunomodulating agents", "L01": "Antineoplastic agents", "L02": "Endocrine therapy",
    "L03": "Immunostimulants", "L04": "Immunosuppressants", "M": "Musculo-skeletal system",
    "M01": "Antiinflammatory and antirheumatic products", "M02": "Topical products for joint and muscular pain",
    "M03": "Muscle relaxants", "M04": "Antigout preparations", "M05": "Drugs for bone diseases",
    "N": "Nervous system", "N01": "Anaesthetics", "N02": "Analgesics", "N03": "Antiepileptics",
    "N04": "Anti-Parkinson drugs", "N05": "Psycholeptics", "N06": "Psychoanaleptics",
    "N07": "Other nervous system drugs", "P": "Antiparasitic products", "P01": "Antiprotozoals",
    "P02": "Anthelmintics", "P03": "Ectoparasiticides", "R": "Respiratory system", "R01": "Nasal preparations",
    "R02": "Throat preparations", "R03": "Drugs for obstructive airway diseases", "R05": "Cough and cold preparations",
    "R06": "Systemic antihistamines", "S": "Sensory organs", "S01": "Ophthalmologicals", "S02": "Otologicals",
    "V": "Various", "V03": "All other therapeutic products", "V04": "Diagnostic agents",
    "V06": "General nutrients", "V08": "Contrast media",
  ]
}
