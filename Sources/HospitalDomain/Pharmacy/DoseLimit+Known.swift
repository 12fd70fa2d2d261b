extension DoseLimit {
  /// - Parameters:
  ///   - single: milligrams at a time.
  ///   - daily: milligrams a day.
  ///   - child: the same for each kilogram of a child.
  ///   - months: the least age.
  ///   - age: where that was read; nil where no source was found.
  private static func most(
    _ single: Double, _ daily: Double, _ sources: DrugSource..., child: (single: Double, daily: Double)? = nil,
    from months: Int? = nil, _ level: FindingLevel = .major, age: DrugSource? = nil, adultFrom: Int = 12,
    isWeekly: Bool = false, remark: String = ""
  ) -> DoseLimit {
    DoseLimit(
      single: micrograms(single), daily: micrograms(daily), sources: sources,
      byWeight: child.map { ByWeight(single: micrograms($0.single), daily: micrograms($0.daily)) },
      leastMonths: months.map { Least(months: $0, level: level, source: age) }, adultFrom: adultFrom,
      isWeekly: isWeekly, remark: remark)
  }

  private static func micrograms(_ milligrams: Double) -> Int { Int((milligrams * 1_000).rounded()) }

  /// By the name of the substance.
  package static let known: [String: DoseLimit] = [
    pain, diabetes, heart, mind, allergy, stomach, infection, other,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  private static let pain: [String: DoseLimit] = [
    "acetaminophen": most(1_000, 4_000, .familyPhysicians, .paediatricSociety, .starship, child: (15, 60)),
    "ibuprofen": most(800, 3_200, .familyPhysicians, .paediatricSociety, .starship, child: (10, 40), from: 6),
    "naproxen": most(550, 1_500, .naproxen, from: 24, age: .naproxenAge),
    "diclofenac": most(100, 150, .diclofenac, from: 216, adultFrom: 18),
    "celecoxib": most(400, 400, .celecoxib, from: 24, age: .celecoxib),
    "aspirin": most(1_000, 4_000, .familyPhysicians, from: 192, age: .aspirinAge, adultFrom: 16),
    "codeine": most(60, 240, .codeine, from: 144, .contraindicated, age: .codeineAge),
    "tramadol": most(100, 400, .tramadol, from: 144, .contraindicated, age: .tramadolLabel),
  ]

  private static let diabetes: [String: DoseLimit] = [
    "metformin": most(1_000, 2_550, .diabetes, from: 120), "glipizide": most(20, 40, .diabetes),
    "glyburide": most(20, 20, .diabetes), "sitagliptin": most(100, 100, .diabetes, from: 216),
  ]

  private static let heart: [String: DoseLimit] = [
    "simvastatin": most(40, 40, .statins), "atorvastatin": most(80, 80, .statins),
    "rosuvastatin": most(40, 40, .statins), "pravastatin": most(80, 80, .statins),
    "lisinopril": most(80, 80, .lisinopril), "enalapril": most(40, 40, .enalapril),
    "ramipril": most(20, 20, .angiotensin), "losartan": most(100, 100, .angiotensin),
    "valsartan": most(320, 320, .angiotensin), "amlodipine": most(10, 10, .hypertension),
    "hydrochlorothiazide": most(50, 50, .thiazide), "spironolactone": most(200, 200, .spironolactone),
    "furosemide": most(160, 160, .furosemide), "metoprolol": most(200, 450, .betaBlockers),
    "atenolol": most(100, 100, .betaBlockers), "bisoprolol": most(20, 20, .bisoprolol),
    "carvedilol": most(50, 100, .hypertension), "digoxin": most(0.5, 0.5, .digoxin),
    "apixaban": most(10, 20, .anticoagulants), "rivaroxaban": most(20, 30, .anticoagulants),
    "dabigatran": most(150, 300, .anticoagulants, .dabigatran), "warfarin": most(10, 10, .warfarin),
    "clopidogrel": most(600, 75, .clopidogrel, remark: "; 300 to 600 mg is given once, at the start"),
  ]

  private static let mind: [String: DoseLimit] = [
    "citalopram": most(40, 40, .antidepressants, .antidepressantsTable),
    "escitalopram": most(20, 20, .antidepressants, .antidepressantsTable),
    "sertraline": most(200, 200, .antidepressants, .antidepressantsTable),
    "fluoxetine": most(80, 80, .antidepressants, .antidepressantsTable),
    "amitriptyline": most(150, 300, .tricyclics, .antidepressantsTable),
    "diazepam": most(10, 30, .diazepam, .diazepamSingle, from: 6), "lorazepam": most(4, 4, .lorazepam),
    "zolpidem": most(10, 10, .hypnotics, from: 216, age: .zolpidemAge),
  ]

  private static let allergy: [String: DoseLimit] = [
    "promethazine": most(50, 150, .promethazine, from: 24, .contraindicated, age: .promethazineAge),
    "loratadine": most(10, 10, .loratadine, from: 24, age: .loratadine),
    "cetirizine": most(10, 10, .cetirizine, from: 24, age: .cetirizineAge),
    "montelukast": most(10, 10, .montelukast, adultFrom: 15),
  ]

  private static let stomach: [String: DoseLimit] = [
    "omeprazole": most(40, 80, .omeprazole), "ondansetron": most(24, 24, .ondansetron),
    "metoclopramide": most(10, 30, .metoclopramide, from: 12, .contraindicated, age: .metoclopramide),
  ]

  private static let infection: [String: DoseLimit] = [
    "doxycycline": most(200, 200, .antibiotics, from: 96, age: .antibiotics),
    "minocycline": most(200, 200, .antibiotics, from: 96, age: .antibiotics),
    "tetracycline": most(500, 2_000, .tetracycline, from: 96, age: .tetracyclineAge),
    "ciprofloxacin": most(750, 1_500, .ciprofloxacin), "levofloxacin": most(750, 750, .antibiotics),
    "azithromycin": most(1_000, 1_000, .infections),
    "amoxicillin": most(1_000, 3_000, .antibiotics, .childrensAntibiotics, child: (45, 90)),
  ]

  private static let other: [String: DoseLimit] = [
    "methotrexate": most(
      25, 3.6, .methotrexate, .methotrexateWeekly, isWeekly: true,
      remark: "; outside cancer treatment it is taken once a week"),
    "alendronic acid": most(70, 10, .alendronate, remark: "; 70 mg is taken once a week"),
    "allopurinol": most(300, 800, .allopurinol), "colchicine": most(1.2, 1.8, .colchicine),
    "prednisone": most(60, 60, .prednisone), "levothyroxine": most(0.2, 0.2, .levothyroxine),
  ]
}
