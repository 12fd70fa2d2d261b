/// The most of a substance by mouth that is usual for adults, and what is known of children (M3).
///
/// Source: the dosage, contraindication and warning sections of the product labels of the United States (DailyMed, National
/// Library of Medicine); a child's dose of acetaminophen and ibuprofen by weight as on their labels. Where nothing stands
/// here the dose range is not known, and the report says so.
struct DoseLimit: Hashable, Sendable {
  /// The most at a time, in micrograms.
  let single: Int
  /// The most a day, in micrograms.
  let daily: Int
  /// What holds for each kilogram of a child; nil where none is known.
  var byWeight: ByWeight?
  /// The age in months under which it is not given, and how serious that is.
  var leastMonths: Least?
  /// The years from which the most for adults holds.
  var adultFrom = 12
  /// What is to be said besides.
  var remark = ""

  /// A least age.
  struct Least: Hashable, Sendable {
    let months: Int
    let level: FindingLevel
  }

  /// The most for each kilogram of a child, in micrograms.
  struct ByWeight: Hashable, Sendable {
    /// At a time.
    let single: Int
    /// A day.
    let daily: Int
  }

  static func words(months: Int) -> String {
    months % 12 == 0 ? Listing.count(months / 12, "year") : Listing.count(months, "month")
  }

  private static func most(
    _ single: Double, _ daily: Double, child: (single: Double, daily: Double)? = nil, from months: Int? = nil,
    _ level: FindingLevel = .major,
    adultFrom: Int = 12, remark: String = ""
  ) -> DoseLimit {
    DoseLimit(
      single: Int(single * 1_000), daily: Int(daily * 1_000),
      byWeight: child.map { ByWeight(single: Int($0.single * 1_000), daily: Int($0.daily * 1_000)) },
      leastMonths: months.map { Least(months: $0, level: level) }, adultFrom: adultFrom, remark: remark)
  }

  /// By the name of the substance; milligrams at a time and a day, and for children at a time and a day by the kilogram.
  static let known: [String: DoseLimit] = [
    "acetaminophen": most(1_000, 4_000, child: (15, 75)),
    "ibuprofen": most(800, 3_200, child: (10, 40), from: 6),
    "naproxen": most(550, 1_500, from: 24),
    "diclofenac": most(100, 200, from: 216, adultFrom: 18),
    "celecoxib": most(400, 800, from: 24),
    "aspirin": most(1_000, 4_000, from: 192, adultFrom: 16),
    "codeine": most(60, 360, from: 144, .contraindicated),
    "tramadol": most(100, 400, from: 144, .contraindicated),
    "metformin": most(1_000, 2_550, from: 120),
    "glipizide": most(20, 40), "glyburide": most(20, 20), "sitagliptin": most(100, 100, from: 216),
    "simvastatin": most(40, 40), "atorvastatin": most(80, 80), "rosuvastatin": most(40, 40),
    "pravastatin": most(80, 80),
    "lisinopril": most(80, 80), "enalapril": most(40, 40), "ramipril": most(20, 20), "losartan": most(100, 100),
    "valsartan": most(320, 320), "amlodipine": most(10, 10), "hydrochlorothiazide": most(100, 100),
    "spironolactone": most(400, 400), "furosemide": most(600, 600), "metoprolol": most(200, 450),
    "atenolol": most(100, 100), "bisoprolol": most(20, 20), "carvedilol": most(50, 100), "digoxin": most(0.5, 0.5),
    "apixaban": most(10, 20), "rivaroxaban": most(20, 30), "dabigatran": most(150, 300), "warfarin": most(10, 10),
    "clopidogrel": most(600, 600), "citalopram": most(40, 40), "escitalopram": most(20, 20),
    "sertraline": most(200, 200),
    "fluoxetine": most(80, 80), "amitriptyline": most(150, 300), "diazepam": most(10, 40, from: 6),
    "lorazepam": most(4, 10), "zolpidem": most(10, 10, from: 216),
    "promethazine": most(50, 150, from: 24, .contraindicated),
    "loratadine": most(10, 10, from: 24), "cetirizine": most(10, 10, from: 6), "montelukast": most(10, 10),
    "omeprazole": most(40, 80), "ondansetron": most(24, 24), "metoclopramide": most(10, 40),
    "doxycycline": most(200, 300, from: 96), "minocycline": most(200, 300, from: 96),
    "tetracycline": most(500, 2_000, from: 96),
    "ciprofloxacin": most(750, 1_500), "levofloxacin": most(750, 750), "azithromycin": most(2_000, 2_000),
    "amoxicillin": most(1_000, 3_000, child: (45, 90)),
    "methotrexate": most(
      30, 4.3, remark: "; outside cancer treatment it is taken once a week"),
    "alendronic acid": most(70, 40, remark: "; 70 mg is taken once a week"), "allopurinol": most(300, 800),
    "colchicine": most(1.2, 2.4), "prednisone": most(80, 80), "levothyroxine": most(0.3, 0.3),
  ]
}
