extension PregnancyCaution {
  private static func harmful(
    _ names: [String], groups: [String] = [], _ why: String, _ sources: DrugSource...
  ) -> Row {
    Row(names: names, groups: groups, level: .contraindicated, why: why, sources: sources)
  }

  private static func avoided(
    _ names: [String], groups: [String] = [], _ level: FindingLevel, _ why: String, _ sources: DrugSource...
  ) -> Row {
    Row(names: names, groups: groups, level: level, why: why, sources: sources)
  }

  private static let malformed = "the child may be malformed"

  /// Every row, and where it was read.
  package static let rows: [Row] = [
    harmful(["isotretinoin", "thalidomide"], malformed, .teratogens, .restricted),
    harmful(["acitretin", "alitretinoin", "danazol"], malformed, .teratogenList),
    harmful(["lenalidomide", "riociguat"], malformed, .restricted),
    harmful(["bosentan", "ambrisentan", "macitentan"], malformed, .restricted, .endothelin),
    harmful(["methotrexate"], malformed, .methotrexateLabel, .antirheumatics),
    harmful(["leflunomide"], malformed, .antirheumatics), harmful(["teriflunomide"], malformed, .teriflunomide),
    harmful(["ribavirin"], malformed, .ribavirin), harmful(["finasteride"], malformed, .finasteride),
    harmful(["dutasteride"], malformed, .dutasteride),
    harmful(["warfarin"], "it harms the child and may cause bleeding", .teratogens),
    harmful(["valproic acid"], "it harms the child's brain and spine", .teratogens, .valproate),
    harmful(["misoprostol"], "the pregnancy may end", .teratogens),
    harmful(["ergotamine"], "it cuts the blood flow to the womb", .ergotamine),
    harmful(["dihydroergotamine"], "it cuts the blood flow to the womb", .dihydroergotamine),
    harmful(
      [], groups: ["C09A", "C09B", "C09C", "C09D"], "it harms the child's kidneys from the second trimester",
      .teratogens, .angiotensin),
    avoided(["carbamazepine", "phenytoin"], .major, malformed, .teratogens),
    avoided(["phenobarbital", "topiramate"], .major, malformed, .antiepileptics),
    avoided(["mycophenolic acid", "mycophenolate mofetil"], .major, malformed, .teratogens, .restricted),
    avoided(["lithium"], .major, "the child's heart may be malformed", .teratogens),
    avoided(["methimazole", "penicillamine"], .major, malformed, .teratogens),
    avoided(["fluconazole"], .major, "high doses may cause malformations", .fluconazole),
    avoided(["amiodarone"], .major, "it harms the thyroid", .amiodarone),
    avoided(["spironolactone"], .major, "it may change a boy's development", .spironolactonePregnancy),
    avoided(
      ["aspirin"], .major, "from 20 weeks it may harm the kidneys of the child, low doses excepted", .painInPregnancy),
    avoided(
      [], groups: ["M01A"], .major, "from 20 weeks it may harm the kidneys and the heart of the child", .painInPregnancy
    ),
    avoided([], groups: ["J01AA"], .major, "it stains the child's teeth and slows bone", .merckPregnancy),
    avoided([], groups: ["J01G"], .major, "it may make the child deaf", .plague, .merckPregnancy),
    avoided([], groups: ["C10AA"], .major, "statins are stopped in pregnancy for most", .statinsInPregnancy),
    avoided([], groups: ["J01MA"], .moderate, "another antibiotic is usually chosen", .merckPregnancy),
    avoided([], groups: ["J01EA"], .moderate, "it works against folate", .plague),
    avoided(
      ["codeine", "ethylmorphine", "hydrocodone", "methadone"], groups: ["N02A"], .moderate,
      "the child may be born with withdrawal", .opioidsInPregnancy),
    avoided(
      [], groups: ["N05BA", "N05CD"], .moderate, "the child may be born drowsy or with withdrawal", .benzodiazepines),
    avoided(["zolpidem"], .moderate, "the child may be born drowsy or with withdrawal", .zolpidemAge),
  ]
}
