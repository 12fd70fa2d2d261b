import HospitalDomain
import HospitalRecords

extension DemonstrationWorld {
  /// Departments, rooms, doctors, staff and pharmacies, as they stood a year ago.
  mutating func build(_ today: Records) throws {
    let records = records(today, at: hoursAgo(24 * 420))
    for name in Self.pharmacyNames {
      pharmacies.append(
        try records.pharmacy.add(
          name: name, address: "\(chance.number(1...90)) Quay Lane, Dunleary", telephone: phone()))
    }
    let planned = DemonstrationWard.all.reduce(0) { $0 + $1.rooms }
    for plan in DemonstrationWard.all {
      var ward = Ward(plan: plan, id: try department(plan.number, plan.name, plan.genderRule, records))
      let count = max(2, plan.rooms * self.plan.rooms / planned)
      for room in plan.rooms(scaledTo: count) {
        ward.rooms.append(try add(room, to: ward.id, records))
      }
      ward.doctors = try (0..<3).map { try doctor($0, plan.speciality, in: ward, records) }
      ward.nurses = try (0..<max(4, count / 5)).map { try nurse($0, in: ward, records) }
      wards.append(ward)
    }
    for (number, name) in DemonstrationWard.others {
      let id = try department(number, name, .any, records)
      _ = try employee(number == "5P" ? .pharmacist : .recordOfficer, in: id, called: number, records)
      _ = try employee(number == "5P" ? .pharmacyTechnician : .cashier, in: id, called: number, records)
      try addOffice(
        number == "5P" ? [.pharmacist] : number == "7R" ? [.humanResources, .auditor] : [], in: id, called: number,
        records)
    }
  }

  private func department(_ number: String, _ name: String, _ rule: GenderRule, _ records: Records) throws
    -> DepartmentID
  {
    try records.departments.add(name: "\(number) \(name)", genderRule: rule)
  }

  private func add(
    _ room: (number: String, bay: String, kind: RoomKind, features: String), to department: DepartmentID,
    _ records: Records
  ) throws -> RoomID {
    try records.rooms.add(
      RoomDescription(
        department: department, number: room.number, bay: room.bay, kind: room.kind, features: room.features))
  }

  /// A doctor of a ward; the second leads the others.
  private mutating func doctor(_ place: Int, _ speciality: String, in ward: Ward, _ records: Records) throws -> DoctorID
  {
    var profile = profile(speciality, in: ward.id)
    let colleague = colleague(place == 1 ? .headDoctor : .doctor, in: ward.plan.number)
    if let colleague { profile.name = colleague.name }
    let id = try records.doctors.add(profile)
    if let colleague { colleagues[colleague.username] = .doctor(id) }
    return id
  }

  private mutating func nurse(_ place: Int, in ward: Ward, _ records: Records) throws -> StaffID {
    let title: JobTitle = place == 0 ? .headNurse : place % 4 == 3 ? .healthcareAssistant : .nurse
    return try employee(title, in: ward.id, called: ward.plan.number, records)
  }

  private mutating func employee(
    _ title: JobTitle, in department: DepartmentID, called number: String, _ records: Records
  ) throws -> StaffID {
    try add(profile(title.rawValue, in: department), as: title, in: number, records)
  }

  /// Those with an account whom chance has no part in, so that the wards stay as their seed made them.
  private mutating func addOffice(
    _ titles: [JobTitle], in department: DepartmentID, called number: String, _ records: Records
  ) throws {
    for title in titles {
      let profile = EmployeeProfile(
        name: PersonName(family: "", given: title.title), address: "1 Harbour Road, Dunleary",
        telephone: "0871 000 000", occupation: title.rawValue, department: department)
      _ = try add(profile, as: title, in: number, records)
    }
  }

  private mutating func add(
    _ profile: EmployeeProfile, as title: JobTitle, in number: String, _ records: Records
  ) throws -> StaffID {
    var profile = profile
    let colleague = colleague(title, in: number)
    if let colleague { profile.name = colleague.name }
    let id = try records.staff.add(profile)
    if let colleague { colleagues[colleague.username] = .staff(id) }
    return id
  }

  /// Who with an account takes this post, unless they have taken one.
  private func colleague(_ title: JobTitle, in number: String) -> DemonstrationColleague? {
    DemonstrationColleague.all.first { $0.title == title && $0.department == number && colleagues[$0.username] == nil }
  }

  private mutating func profile(_ occupation: String, in department: DepartmentID) -> EmployeeProfile {
    let sex: Sex = chance.happens(60) ? .female : .male
    let name = people.names.name(bornIn: 1960 + chance.number(0...38), sex, &chance).name
    return EmployeeProfile(
      name: name, address: "\(chance.number(1...120)) Mill Road, Newbridge", telephone: phone(), occupation: occupation,
      department: department)
  }

  private mutating func phone() -> String { "087\(chance.digits(1)) \(chance.digits(3)) \(chance.digits(3))" }

  /// Registers the next patients; every fortieth again with a slip of the pen, as happens at a busy desk.
  mutating func registerPatients(_ today: Records, atMost count: Int) throws {
    var last: PatientDetails?
    for number in patients.count..<min(plan.patients, patients.count + count) {
      let details = if number % 40 == 39, let last { slipped(last) } else { try people.next() }
      try register(details, today)
      last = details
    }
  }

  private mutating func register(_ details: PatientDetails, _ today: Records) throws {
    let born = localTime.date(of: now).year - details.birthDate.date.year
    let records = records(today, at: hoursAgo(chance.number(30...9_000)))
    let earliest = localTime.start(of: details.birthDate.date)
    let at = max(records.now, min(now, earliest + .days(1)))
    let id: PatientID = records.newIdentifier()
    let pharmacy = Self.pharmacyNames.firstIndex(of: details.pharmacy).map { pharmacies[$0] }
    _ = try self.records(today, at: at).patients.add(details, as: id, pharmacy: pharmacy, isUnidentified: false)
    patients.append(Resident(id: id, name: details.name, sex: details.sex, age: born))
  }

  /// The same person written down a second time: names swapped, or day and month, or a letter left out.
  private mutating func slipped(_ details: PatientDetails) -> PatientDetails {
    var copy = details
    copy.nationalID = nil
    switch chance.number(0...2) {
    case 0: copy.name = details.name.swapped
    case 1:
      let date = details.birthDate.date
      let swapped = CalendarDate(year: date.year, month: date.day, day: date.month) ?? date
      // Of a child born this year the slip could lie ahead, which the desk would have been told.
      copy.birthDate = BirthDate(swapped <= localTime.date(of: now) ? swapped : date)
    default: copy.name = PersonName(family: String(details.name.family.dropLast()) + "e", given: details.name.given)
    }
    return copy
  }
}
