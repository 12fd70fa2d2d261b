import HospitalDomain
import HospitalRecords

/// Hires the demonstration's doctors and staff, and gives one of each role an account.
struct DemonstrationPeople {
  private let names: DemonstrationNames
  private var numbers: SeededNumbers

  init(names: DemonstrationNames, seed: UInt64) {
    self.names = names
    numbers = SeededNumbers(seed: seed &+ 0x2E)
  }

  /// Founds the hospital and fills its wards with rooms and people.
  func hire(for wards: [DemonstrationWard], in workplace: Workplace) throws -> DemonstrationTeam {
    var hiring = self
    let administrator = try SignInService(workplace).found(
      hospital: "St Brigid General", address: "1 Abbey Street, Kilbride", telephone: "0871 550 100",
      isDemonstration: true, administrator: "admin", fullName: "Aoife Byrne", password: DemonstrationHospital.password,
      terminal: "demonstration")
    var team = DemonstrationTeam(administrator: administrator)
    for ward in wards { team.wards.append(try hiring.fill(ward, administrator)) }
    try hiring.staffOffices(administrator)
    try team.giveAccounts()
    return team
  }

  private mutating func fill(_ ward: DemonstrationWard, _ session: Session) throws -> DemonstrationTeam.Ward {
    let staff = StaffService(session)
    let department = try staff.addDepartment(name: ward.name, genderRule: ward.genderRule)
    let rooms = try ward.rooms.map { room in
      try RoomService(session).add(
        RoomDescription(
          department: department, number: room.number, bay: room.bay, kind: room.kind,
          features: numbers.pick(ward.features)))
    }
    let doctors = try ward.specialities.map { try staff.addDoctor(person($0, department)) }
    let titles = [JobTitle.headNurse] + [JobTitle](repeating: .nurse, count: 6)
    let nurses = try titles.map { try staff.addStaff(person($0.title, department)) }
    return .init(plan: ward, rooms: rooms, doctors: doctors, nurses: nurses)
  }

  private mutating func staffOffices(_ session: Session) throws {
    let staff = StaffService(session)
    let offices: [(String, [JobTitle])] = [
      ("Admissions", [.recordOfficer, .recordOfficer, .porter]), ("Accounts", [.cashier, .cashier]),
      ("Pharmacy", [.pharmacist, .pharmacyTechnician]), ("Administration", [.administrator, .humanResources]),
      ("Housekeeping", [.housekeeper, .housekeeper, .housekeeper]),
    ]
    for (name, titles) in offices {
      let department = try staff.addDepartment(name: name, genderRule: .any)
      for title in titles { _ = try staff.addStaff(person(title.title, department)) }
    }
  }

  private mutating func person(_ occupation: String, _ department: DepartmentID) -> EmployeeProfile {
    let year = Int.random(in: 1962...1999, using: &numbers)
    let sex: Sex = numbers.happens(60) ? .female : .male
    return EmployeeProfile(
      name: PersonName(family: names.surname(&numbers), given: names.given(sex, born: year, &numbers)),
      address: "\(Int.random(in: 1...120, using: &numbers)) \(numbers.pick(["Mill Road", "Quay Lane", "High Street"]))",
      telephone: "086 \(numbers.digits(3)) \(numbers.digits(4))", occupation: occupation, department: department)
  }
}

/// Who works in the demonstration hospital, and the sessions in which its history is played.
struct DemonstrationTeam {
  /// A ward as it was filled.
  struct Ward {
    let plan: DemonstrationWard
    let rooms: [RoomID]
    let doctors: [DoctorID]
    let nurses: [StaffID]
  }

  let administrator: Session
  var wards: [Ward] = []
  private(set) var reception: Session
  private(set) var headNurse: Session

  init(administrator: Session) {
    self.administrator = administrator
    (reception, headNurse) = (administrator, administrator)
  }

  /// One account for each role; the names are those of the mock-ups.
  private static let accounts: [(String, String, Role)] = [
    ("nurse", "Ngozi Okafor", .nurse), ("headnurse", "Brid Keane", .headNurse), ("doctor", "Maja Lindqvist", .doctor),
    ("headdoctor", "Per Lindholm", .headDoctor), ("reception", "Tom Farrell", .reception),
    ("cashier", "Ana Kovac", .cashier), ("pharmacist", "Lena Bauer", .pharmacist),
    ("hr", "Sean Murphy", .humanResources),
  ]

  /// Makes the accounts and begins the sessions that need them.
  mutating func giveAccounts() throws {
    for (username, name, role) in Self.accounts {
      let account = try AccountService(administrator).add(
        username: username, fullName: name, role: role, password: DemonstrationHospital.password)
      let session = Session(
        workplace: administrator.workplace, account: account, hospital: administrator.hospital,
        terminal: "demonstration")
      if role == .reception { reception = session }
      if role == .headNurse { headNurse = session }
    }
  }

  /// Gives a patient the account `patient`.
  func giveAccount(to patient: DemonstrationPatient) throws {
    _ = try AccountService(administrator).add(
      username: "patient", fullName: patient.name, role: .patient, password: DemonstrationHospital.password,
      patient: patient.id)
  }
}
