import HospitalDomain

/// A ward of the demonstration hospital: its rooms, and who is treated there for what.
struct DemonstrationWard: Sendable {
  /// Its name on the board, which begins with its rooms' prefix: `4A Medical`.
  let name: String
  /// The beginning of its room numbers.
  var prefix: String { String(name.prefix { $0 != " " }) }
  let genderRule: GenderRule
  /// How many rooms stand alone, and how many bays of four there are.
  let singles: Int, bays: Int
  let kind: RoomKind
  let features: [String]
  /// The ages that are treated here.
  let ages: ClosedRange<Int>
  let complaints: [String]
  let specialities: [String]
  let admissionTypes: [AdmissionType]

  /// The rooms of the ward.
  var rooms: [(number: String, bay: String, kind: RoomKind)] {
    let alone = (1...max(1, singles)).prefix(singles).map {
      ("\(prefix)-\(Self.two($0))", "", $0 % 6 == 0 ? .isolation : kind)
    }
    let inBays = (0..<bays).flatMap { bay in
      ["A", "B", "C", "D"].map { place in
        let name = "\(prefix)-\(Self.two(singles + bay + 1))"
        return ("\(name)-\(place)", name, kind == .general ? RoomKind.semiPrivate : kind)
      }
    }
    return alone + inBays
  }

  /// Whether a patient of that sex and age is treated here.
  func treats(_ sex: Sex, age: Int) -> Bool {
    ages.contains(age) && (genderRule == .any || (genderRule == .women) == (sex == .female) && sex != .unknown)
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  /// The wards for a hospital of at least that many rooms: the five of the building's old part, and as many floors above
  /// them as are needed.
  static func wards(rooms wanted: Int) -> [DemonstrationWard] {
    var wards: [DemonstrationWard] = []
    var floor = 4
    while wards.reduce(0, { $0 + $1.rooms.count }) < wanted {
      wards +=
        floor == 4 ? [medical(4), surgical(4), maternity, intensive, children] : [medical(floor), surgical(floor)]
      floor += 1
    }
    return wards
  }

  private static func medical(_ floor: Int) -> DemonstrationWard {
    DemonstrationWard(
      name: "\(floor)A Medical", genderRule: .any, singles: 12, bays: 3, kind: .general,
      features: ["oxygen", "side room, oxygen", "oxygen, monitor", "near the nurses' desk", ""], ages: 16...110,
      complaints: [
        "Shortness of breath", "Community-acquired pneumonia", "Chest pain, to be watched", "Atrial fibrillation",
        "Uncontrolled diabetes", "Acute kidney injury", "Stroke, day 3", "Cellulitis of the left leg",
        "Gastro-intestinal bleeding", "Exacerbation of COPD", "Confusion after a fall", "Heart failure",
      ],
      specialities: ["Internal medicine", "Cardiology", "Respiratory medicine", "Geriatrics"],
      admissionTypes: [.emergency, .emergency, .urgent, .routine])
  }

  private static func surgical(_ floor: Int) -> DemonstrationWard {
    DemonstrationWard(
      name: "\(floor)B Surgical", genderRule: .any, singles: 10, bays: 3, kind: .general,
      features: ["oxygen, suction", "hoist", "oxygen", "two chairs", ""], ages: 16...100,
      complaints: [
        "Elective knee arthroscopy", "Appendicitis", "Fracture of the neck of femur", "Hernia repair",
        "Cholecystectomy", "Bowel resection, day 2", "Wrist fracture, fixation", "Total hip replacement",
        "Abscess, drainage", "Thyroidectomy",
      ],
      specialities: ["General surgery", "Orthopaedics", "Anaesthesia", "Urology"],
      admissionTypes: [.elective, .elective, .accident, .emergency])
  }

  private static let maternity = DemonstrationWard(
    name: "4C Maternity", genderRule: .women, singles: 10, bays: 2, kind: .maternity,
    features: ["cot beside the bed", "birthing pool", "cot beside the bed, monitor", ""], ages: 17...46,
    complaints: [
      "Labour at term", "Induction of labour", "Pre-eclampsia", "Caesarean section, day 1", "Premature contractions",
    ],
    specialities: ["Obstetrics", "Gynaecology"], admissionTypes: [.labour, .labour, .urgent, .elective])

  private static let intensive = DemonstrationWard(
    name: "3I Intensive care", genderRule: .any, singles: 8, bays: 0, kind: .intensiveCare,
    features: ["ventilator, monitor", "ventilator, dialysis", "monitor"], ages: 16...95,
    complaints: [
      "Septic shock", "Multiple injuries", "Respiratory failure", "After cardiac arrest", "Brain haemorrhage",
    ],
    specialities: ["Intensive care", "Anaesthesia"], admissionTypes: [.emergency, .accident, .urgent])

  private static let children = DemonstrationWard(
    name: "2P Paediatrics", genderRule: .any, singles: 8, bays: 1, kind: .paediatric,
    features: ["bed for a parent", "oxygen", "play corner near"], ages: 0...15,
    complaints: [
      "Bronchiolitis", "Asthma attack", "Gastro-enteritis", "Tonsillectomy", "Broken arm", "Febrile seizure",
    ],
    specialities: ["Paediatrics", "Paediatric surgery"], admissionTypes: [.emergency, .urgent, .elective])
}
