/// A description of RxNorm's, as Synthea writes one, taken apart: `NDA020503 200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered
/// Dose Inhaler` is albuterol, 0.09 mg/actuation, a metered dose inhaler of 200 actuations, inhaled.
package struct SyntheaMedicationText: Hashable, Sendable {
  package let name: String
  package let strength: String
  package let form: String
  package let route: MedicationRoute?

  /// What acts in products of which the files have the brand alone, by their codes, in the words of RxNorm (National Library
  /// of Medicine).
  private static let branded = [
    "757594": "norethindrone (Jolivette)", "1367439": "ethinyl estradiol / etonogestrel (NuvaRing)",
  ]

  /// Takes a description apart; what cannot be told apart is the name.
  ///
  /// - Parameter code: the code of the product in RxNorm, where it is known.
  package init(_ description: String, code: String = "") {
    let branded = Self.branded[code]
    var words = description.split(separator: " ").map(String.init)
    if let first = words.first, first.hasPrefix("NDA"), first.dropFirst(3).allSatisfy(\.isASCIIDigit) {
      words.removeFirst()
    }
    let brand = Self.takeBrand(from: &words)
    let size = Self.takeSize(from: &words)
    let parts = words.split(separator: "/").map(Array.init)
    var (names, strengths, rest): ([String], [String], [String]) = ([], [], [])
    for part in parts {
      guard let start = part.firstIndex(where: Self.isNumber), start > 0, start + 1 < part.count else {
        rest = part
        continue
      }
      names.append(part[..<start].joined(separator: " "))
      var end = start + 2
      if part.count > end + 1, part[end] == "per" { end += 2 }
      strengths.append(StrengthText.written(part[start..<end].joined(separator: " ")))
      rest = Array(part[end...])
    }
    if names.isEmpty || Self.isPack(strengths) {
      // No strength: a pack, of which the name is all up to its first number.
      let start = words.firstIndex(where: Self.isNumber) ?? words.count
      name = branded ?? words[..<start].joined(separator: " ")
      strength = ""
      form = words[start...].joined(separator: " ").lowercased()
      route = nil
      return
    }
    name =
      branded ?? names.map(TallMan.spelled).joined(separator: " / ") + (brand.isEmpty ? "" : " (\(brand))")
    strength = strengths.joined(separator: " / ")
    let shape = Self.form(rest)
    route = shape.route
    form = shape.form + (size.isEmpty ? "" : ", \(size)")
  }

  private static func isNumber(_ word: String) -> Bool {
    word.first?.isASCIIDigit == true && word.allSatisfy { $0.isASCIIDigit || "./-".contains($0) }
  }

  /// `28 Day` is no strength.
  private static func isPack(_ strengths: [String]) -> Bool {
    strengths.allSatisfy { $0.hasSuffix(" day") }
  }

  private static func takeBrand(from words: inout [String]) -> String {
    guard let open = words.firstIndex(where: { $0.hasPrefix("[") }), words.last?.hasSuffix("]") == true else {
      return ""
    }
    let brand = words[open...].joined(separator: " ").dropFirst().dropLast()
    words.removeSubrange(open...)
    return String(brand)
  }

  /// How much is in one of them, which RxNorm writes first: `200 ACTUAT`, `0.4 ML`.
  private static func takeSize(from words: inout [String]) -> String {
    guard words.count > 3, isNumber(words[0]), ["ACTUAT", "ML"].contains(words[1]) else { return "" }
    let size = words[1] == "ML" ? "\(words[0]) ml" : "\(words[0]) actuations"
    words.removeFirst(2)
    return size
  }

  private static func form(_ words: [String]) -> (form: String, route: MedicationRoute?) {
    let text = words.joined(separator: " ").lowercased()
    if text.hasPrefix("oral ") { return (String(text.dropFirst(5)), .oral) }
    let routes: [(String, MedicationRoute)] = [
      ("inhal", .inhaled), ("mucosal", .oromucosal), ("sublingual", .oromucosal), ("inject", .injection),
      ("syringe", .injection), ("vaginal", .vaginal), ("rectal", .rectal), ("nasal", .nasal),
      ("ophthalmic", .ophthalmic),
      ("otic", .otic), ("transdermal", .transdermal), ("topical", .topical), ("tablet", .oral), ("capsule", .oral),
    ]
    return (text, routes.first { text.contains($0.0) }?.1)
  }

  /// The ATC code of its substance, of those that Synthea's modules use most; empty for others, and for most mixtures.
  package var atc: String {
    let parts = name.split(separator: "/").map { part in
      TextFolding.words(String(part)).joined(separator: " ")
    }
    if parts.count > 1 { return Self.combined.first { Self.begin(parts, with: $0.names) }?.code ?? "" }
    return Self.codes.first { Self.begin(parts, with: [$0.key]) }?.value ?? ""
  }

  private static func begin(_ parts: [String], with names: [String]) -> Bool {
    parts.count == names.count && zip(parts, names).allSatisfy { "\($0) ".hasPrefix("\($1) ") }
  }

  /// The codes of substances by the beginnings of their names, from the ATC index (`DrugSource.atcIndex`).
  package static let codes = [
    "lisinopril": "C09AA03", "hydrochlorothiazide": "C03AA03", "amlodipine": "C08CA01", "albuterol": "R03AC02",
    "fluticasone": "R03BA05", "simvastatin": "C10AA01", "acetaminophen": "N02BE01", "epinephrine": "C01CA24",
    "nitroglycerin": "C01DA02", "loratadine": "R06AX13", "clopidogrel": "B01AC04", "medroxyprogesterone": "G03AC06",
    "ferrous sulfate": "B03AA07", "diphenhydramine": "R06AA02", "terfenadine": "R06AX12", "naproxen": "M01AE02",
    "ibuprofen": "M01AE01", "fexofenadine": "R06AX26", "captopril": "C09AA01", "atorvastatin": "C10AA05",
    "astemizole": "R06AX11", "enoxaparin": "B01AB05", "amoxicillin": "J01CA04", "metformin": "A10BA02",
    "insulin": "A10A", "warfarin": "B01AA03", "penicillin": "J01CE", "cetirizine": "R06AE07", "aspirin": "B01AC06",
    "metoprolol": "C07AB02", "furosemide": "C03CA01", "prednisone": "H02AB07", "doxycycline": "J01AA02",
    "ciprofloxacin": "J01MA02", "levothyroxine": "H03AA01", "sertraline": "N06AB06", "fluoxetine": "N06AB03",
    "alendronate": "M05BA04", "alendronic": "M05BA04", "galantamine": "N06DA04", "donepezil": "N06DA02",
    "memantine": "N06DX01", "digoxin": "C01AA05", "verapamil": "C08DA01", "carvedilol": "C07AG02",
    "hydrocortisone": "H02AB09", "oxycodone": "N02AA05", "morphine": "N02AA01", "tramadol": "N02AX02",
    "hydrocodone": "R05DA03", "methotrexate": "L04AX03", "tamoxifen": "L02BA01", "norethindrone": "G03AC01",
  ]

  /// The codes of mixtures that have one of their own.
  private static let combined: [(names: [String], code: String)] = [
    (["amoxicillin", "clavulanate"], "J01CR02"), (["acetaminophen", "oxycodone"], "N02AJ17"),
    (["acetaminophen", "hydrocodone"], "N02AJ22"),
  ]

  /// Whether its substance is a narcotic that two people have to account for.
  package var isControlled: Bool {
    let words = TextFolding.words(name)
    return words.contains { ["oxycodone", "hydrocodone", "morphine", "fentanyl", "codeine", "methadone"].contains($0) }
  }
}
