import HospitalDomain
import HospitalRecords

/// A ward of the demonstration hospital.
struct DemonstrationWard {
  let number: String
  let name: String
  let rooms: Int
  let kind: RoomKind
  let genderRule: GenderRule
  let speciality: String
  /// Of how many hundred rooms one has a patient.
  let fullness: Int
  /// The ages that the ward takes.
  let ages: ClosedRange<Int>

  /// The wards, in the order of the board.
  static let all = [
    DemonstrationWard(
      number: "1E", name: "Emergency", rooms: 10, kind: .emergency, genderRule: .any, speciality: "Emergency medicine",
      fullness: 60, ages: 0...120),
    DemonstrationWard(
      number: "2A", name: "Intensive care", rooms: 8, kind: .intensiveCare, genderRule: .any,
      speciality: "Intensive care", fullness: 85, ages: 16...120),
    DemonstrationWard(
      number: "3A", name: "Paediatrics", rooms: 12, kind: .paediatric, genderRule: .any, speciality: "Paediatrics",
      fullness: 60, ages: 0...15),
    DemonstrationWard(
      number: "4A", name: "Medical", rooms: 24, kind: .general, genderRule: .any, speciality: "General medicine",
      fullness: 75, ages: 16...120),
    DemonstrationWard(
      number: "4B", name: "Surgical", rooms: 22, kind: .semiPrivate, genderRule: .any, speciality: "Orthopaedics",
      fullness: 68, ages: 16...120),
    DemonstrationWard(
      number: "4C", name: "Maternity", rooms: 14, kind: .maternity, genderRule: .women, speciality: "Obstetrics",
      fullness: 70, ages: 17...46),
  ]

  /// Departments without rooms.
  static let others = [("5P", "Pharmacy"), ("6O", "Outpatients"), ("7R", "Reception and records")]

  /// The rooms of the ward: every fourth bay of a ward of bays has four bed spaces, the others stand alone.
  func rooms(scaledTo count: Int) -> [(number: String, bay: String, kind: RoomKind, features: String)] {
    var rooms: [(number: String, bay: String, kind: RoomKind, features: String)] = []
    var door = 1
    while rooms.count < count {
      let number = "\(self.number)-\(door < 10 ? "0" : "")\(door)"
      if kind == .semiPrivate || kind == .general, door % 5 == 0 {
        for letter in ["A", "B", "C", "D"] where rooms.count < count {
          rooms.append(("\(number)-\(letter)", number, .semiPrivate, "4-bed bay, oxygen"))
        }
      } else {
        rooms.append((number, "", door % 7 == 3 ? .isolation : kind, Self.features[door % Self.features.count]))
      }
      door += 1
    }
    return rooms
  }

  private static let features = ["oxygen", "side room, oxygen", "oxygen, monitor", "side room", "hoist, oxygen"]
}
