import HospitalDomain
import HospitalRecords

/// What a demonstration hospital is made of while it is made.
struct DemonstrationWorld {
  let plan: DemonstrationHospital.Plan
  let now: Timestamp
  let localTime: LocalTime
  var chance: SeededChance
  var people: DemonstrationPeople
  var wards: [Ward] = []
  var patients: [Resident] = []
  var pharmacies: [PharmacyID] = []
  /// The employees who have an account, by user name.
  var colleagues: [String: EmployeeReference] = [:]
  /// The patients who have been in a room, now or before, with their admission.
  var admitted: [(resident: Resident, admission: AdmissionID, doctor: DoctorID, nights: Int, isOpen: Bool)] = []
  private let author: Session

  /// A ward with its rooms and people.
  struct Ward {
    let plan: DemonstrationWard
    let id: DepartmentID
    var rooms: [RoomID] = []
    var doctors: [DoctorID] = []
    var nurses: [StaffID] = []
  }

  /// A patient, as far as the rest needs one.
  struct Resident {
    let id: PatientID
    let name: PersonName
    let sex: Sex
    let age: Int
  }

  static let pharmacyNames = ["Harbour Pharmacy", "St Brigid Hospital Pharmacy", "Quay Lane Chemist"]

  init(
    plan: DemonstrationHospital.Plan, names: DemonstrationNames, chance: SeededChance, now: Timestamp,
    localTime: LocalTime, author: Session
  ) {
    self.plan = plan
    self.now = now
    self.localTime = localTime
    self.chance = chance
    self.author = author
    people = DemonstrationPeople(
      names: names, today: localTime.date(of: now), pharmacies: Self.pharmacyNames,
      chance: SeededChance(seed: plan.seed &+ 7))
  }

  /// The same records at another time: what is made for the past is recorded in the past.
  func records(_ records: Records, at time: Timestamp) -> Records {
    Records(
      records.transaction,
      author: .init(
        account: records.author.account, hospital: records.author.hospital, now: time, ids: records.author.ids))
  }

  /// A time so many hours ago, at most.
  func hoursAgo(_ hours: Int) -> Timestamp { now - .hours(hours) }

  /// The patient whose own account the role of patient has: the first who is in the house.
  var patientWithAccount: Resident? { admitted.first { $0.isOpen && $0.resident.age >= 18 }?.resident }
}
