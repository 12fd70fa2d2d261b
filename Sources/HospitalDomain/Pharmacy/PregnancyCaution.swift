/// Medications that harm an unborn child, where that is known (M3). Source: the pregnancy sections, contraindications and
/// boxed warnings of the product labels of the United States (DailyMed, National Library of Medicine). What is not in the
/// table is not known to be safe.
enum PregnancyCaution {
  static func findings(_ item: CheckedMedication, place: Int, patient: CheckedPatient) -> [CheckFinding] {
    guard patient.isPregnant == true else { return [] }
    return item.ingredients.compactMap { ingredient in
      guard let (level, why) = caution(ingredient) else { return nil }
      return CheckFinding(
        .pregnancy, level, ingredient.name, with: "pregnancy",
        saying: "\(ingredient.name.sentenceCased): the patient is pregnant, and \(why).", items: [place])
    }
  }

  /// Whether a substance matters in pregnancy.
  static func concerns(_ ingredient: Ingredient) -> Bool { caution(ingredient) != nil }

  private static func caution(_ ingredient: Ingredient) -> (FindingLevel, String)? {
    if let level = contraindicated[ingredient.name] { return (.contraindicated, level) }
    if let why = avoided[ingredient.name] { return (.major, why) }
    let group = ingredient.therapeuticClass
    return classes.first { !group.isEmpty && group.hasPrefix($0.group) }.map { ($0.level, $0.why) }
  }

  private static let malformed = "the child may be malformed"

  private static let contraindicated: [String: String] = [
    "isotretinoin": malformed, "acitretin": malformed, "alitretinoin": malformed, "thalidomide": malformed,
    "lenalidomide": malformed, "methotrexate": malformed, "leflunomide": malformed, "teriflunomide": malformed,
    "ribavirin": malformed, "bosentan": malformed, "ambrisentan": malformed, "macitentan": malformed,
    "riociguat": malformed, "warfarin": "it harms the child and may cause bleeding", "finasteride": malformed,
    "dutasteride": malformed, "misoprostol": "the pregnancy may end", "danazol": malformed,
    "ergotamine": "it cuts the blood flow to the womb", "dihydroergotamine": "it cuts the blood flow to the womb",
  ]

  private static let avoided: [String: String] = [
    "valproic acid": "it harms the child's brain and spine", "carbamazepine": malformed, "phenytoin": malformed,
    "phenobarbital": malformed, "topiramate": malformed, "mycophenolic acid": malformed,
    "mycophenolate mofetil": malformed, "lithium": "the child's heart may be malformed",
    "methimazole": malformed, "fluconazole": "high doses may cause malformations", "amiodarone": "it harms the thyroid",
    "spironolactone": "it may change a boy's development",
    "aspirin": "from 20 weeks it may harm the kidneys of the child",
  ]

  private static let classes: [(group: String, level: FindingLevel, why: String)] = [
    ("C09", .contraindicated, "it harms the child's kidneys from the second trimester"),
    ("J01AA", .major, "it stains the child's teeth and slows bone"),
    ("M01A", .major, "from 20 weeks it may harm the kidneys and the heart of the child"),
    ("J01G", .major, "it may make the child deaf"),
    ("C10AA", .major, "statins are stopped in pregnancy for most"),
    ("J01MA", .moderate, "another antibiotic is usually chosen"),
    ("J01EA", .moderate, "it works against folate"),
    ("N02A", .moderate, "the child may be born with withdrawal"),
    ("N05B", .moderate, "the child may be born drowsy or with withdrawal"),
  ]
}
