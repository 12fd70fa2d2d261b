import HospitalDomain
import HospitalRecords

/// What the demonstration's pharmacies keep besides the ten medicines that its prescriptions are made of: the shelves of a
/// hospital, in many categories. The codes are the hospital's own, the prices are made up.
enum DemonstrationFormulary {
  /// Its medications, the rules of the form applied.
  static func entries() throws -> [MedicationEntry.Checked] {
    try lines.enumerated().map { place, line in
      try MedicationEntry([
        .code: "SB-\(1_001 + place)", .name: line.name, .strength: line.strength, .form: line.form, .route: line.route,
        .atc: line.atc, .price: "\(Money(cents: Int64(line.cents)))", .controlled: line.isControlled ? "yes" : "no",
      ]).check()
    }
  }

  /// The ATC codes are those of `fixtures/interactions/atc.csv`.
  private static let lines:
    [(name: String, strength: String, form: String, route: String, atc: String, cents: Int, isControlled: Bool)] = [
      ("furosemide", "40 mg", "tablet", "oral", "C03CA01", 12, false),
      ("furosemide", "10 mg/ml", "ampoule", "intravenous", "C03CA01", 85, false),
      ("spironolactone", "25 mg", "tablet", "oral", "C03DA01", 18, false),
      ("hydrochlorothiazide", "25 mg", "tablet", "oral", "C03AA03", 11, false),
      ("bisoprolol", "5 mg", "tablet", "oral", "C07AB07", 16, false),
      ("metoprolol", "50 mg", "tablet", "oral", "C07AB02", 14, false),
      ("lisinopril", "10 mg", "tablet", "oral", "C09AA03", 13, false),
      ("ramipril", "5 mg", "capsule", "oral", "C09AA05", 17, false),
      ("losartan", "50 mg", "tablet", "oral", "C09CA01", 21, false),
      ("valsartan", "80 mg", "tablet", "oral", "C09CA03", 24, false),
      ("amiodarone", "200 mg", "tablet", "oral", "C01BD01", 42, false),
      ("digoxin", "250 mcg", "tablet", "oral", "C01AA05", 19, false),
      ("simvastatin", "20 mg", "tablet", "oral", "C10AA01", 15, false),
      ("atorvastatin", "40 mg", "tablet", "oral", "C10AA05", 26, false),
      ("rivaroxaban", "20 mg", "tablet", "oral", "B01AF01", 480, false),
      ("enoxaparin", "100 mg/ml", "prefilled syringe", "subcutaneous", "B01AB05", 620, false),
      ("clopidogrel", "75 mg", "tablet", "oral", "B01AC04", 33, false),
      ("aspirin", "75 mg", "tablet", "oral", "B01AC06", 6, false),
      ("metoclopramide", "10 mg", "tablet", "oral", "A03FA01", 14, false),
      ("ondansetron", "4 mg", "tablet", "oral", "A04AA01", 95, false),
      ("pantoprazole", "40 mg", "tablet", "oral", "A02BC02", 31, false),
      ("prednisone", "5 mg", "tablet", "oral", "H02AB07", 10, false),
      ("dexamethasone", "4 mg/ml", "ampoule", "intravenous", "H02AB02", 140, false),
      ("levothyroxine", "50 mcg", "tablet", "oral", "H03AA01", 12, false),
      ("azithromycin", "250 mg", "tablet", "oral", "J01FA10", 110, false),
      ("clarithromycin", "500 mg", "tablet", "oral", "J01FA09", 88, false),
      ("doxycycline", "100 mg", "capsule", "oral", "J01AA02", 40, false),
      ("ciprofloxacin", "500 mg", "tablet", "oral", "J01MA02", 52, false),
      ("gentamicin", "40 mg/ml", "ampoule", "intravenous", "J01GB03", 190, false),
      ("vancomycin", "500 mg", "vial", "intravenous", "J01XA01", 950, false),
      ("metronidazole", "400 mg", "tablet", "oral", "J01XD01", 27, false),
      ("fluconazole", "150 mg", "capsule", "oral", "J02AC01", 130, false),
      ("aciclovir", "400 mg", "tablet", "oral", "J05AB01", 60, false),
      ("diclofenac", "50 mg", "tablet", "oral", "M01AB05", 14, false),
      ("naproxen", "250 mg", "tablet", "oral", "M01AE02", 17, false),
      ("tramadol", "50 mg", "capsule", "oral", "N02AX02", 36, true),
      ("codeine", "30 mg", "tablet", "oral", "R05DA04", 44, true),
      ("oxycodone", "5 mg", "tablet", "oral", "N02AA05", 75, true),
      ("fentanyl", "50 mcg/ml", "ampoule", "intravenous", "N02AB03", 310, true),
      ("gabapentin", "300 mg", "capsule", "oral", "N02BF01", 38, false),
      ("carbamazepine", "200 mg", "tablet", "oral", "N03AF01", 29, false),
      ("phenytoin", "100 mg", "capsule", "oral", "N03AB02", 34, false),
      ("valproic acid", "500 mg", "tablet", "oral", "N03AG01", 48, false),
      ("haloperidol", "5 mg", "tablet", "oral", "N05AD01", 22, false),
      ("risperidone", "2 mg", "tablet", "oral", "N05AX08", 64, false),
      ("diazepam", "5 mg", "tablet", "oral", "N05BA01", 13, true),
      ("lorazepam", "1 mg", "tablet", "oral", "N05BA06", 16, true),
      ("sertraline", "50 mg", "tablet", "oral", "N06AB06", 37, false),
      ("citalopram", "20 mg", "tablet", "oral", "N06AB04", 32, false),
      ("amitriptyline", "25 mg", "tablet", "oral", "N06AA09", 15, false),
      ("allopurinol", "100 mg", "tablet", "oral", "M04AA01", 14, false),
      ("methotrexate", "2.5 mg", "tablet", "oral", "L01BA01", 55, false),
      ("alendronic acid", "70 mg", "tablet", "oral", "M05BA04", 240, false),
      ("cetirizine", "10 mg", "tablet", "oral", "R06AE07", 12, false),
      ("loratadine", "10 mg", "tablet", "oral", "R06AX13", 13, false),
      ("theophylline", "200 mg", "tablet", "oral", "R03DA04", 30, false),
      ("albuterol", "100 mcg", "inhaler", "inhaled", "R03AC02", 510, false),
      ("fluticasone", "125 mcg", "inhaler", "inhaled", "R03BA05", 1480, false),
      ("insulin glargine", "100 units/ml", "pen", "subcutaneous", "A10AE04", 2150, false),
      ("insulin lispro", "100 units/ml", "pen", "subcutaneous", "A10AB04", 1990, false),
      ("gliclazide", "80 mg", "tablet", "oral", "A10BB09", 25, false),
      ("nitroglycerin", "400 mcg", "spray", "oromucosal", "C01DA02", 780, false),
      ("timolol", "5 mg/ml", "eye drops", "ophthalmic", "C07AA06", 390, false),
    ]
}

extension DemonstrationWorld {
  /// The rest of the shelves. Chance has no part in it, so that everything else stays as its seed made it.
  func fillShelves(_ today: Records) throws {
    let then = records(today, at: hoursAgo(24 * 60))
    let day = localTime.date(of: then.now)
    for (place, entry) in try DemonstrationFormulary.entries().enumerated() {
      let id = try then.addMedication(entry)
      for (number, pharmacy) in pharmacies.enumerated() where (place + number) % 3 != 0 {
        try then.pharmacy.receive(
          20 + (place * 37 + number * 11) % 180, of: .medication(id), at: pharmacy, lot: "F\(100 + place)\(number + 1)",
          expires: day.adding(days: 150 + (place * 53 + number * 29) % 600),
          shelf: "\(["D", "E", "F"][place % 3])\(place / 12 + 1)",
          on: day)
      }
    }
  }
}
