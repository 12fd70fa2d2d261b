import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCaseWorld {
  /// Rooms in every state, and patients at every step of a stay.
  struct Seats: Sendable {
    /// OYELARAN in 4A-01, with a prescription that is open.
    let stay: Bedside
    /// KOVAC in 4A-03, whose discharge is ordered.
    let ordered: Bedside
    /// MURPHY, who has left 4A-12-A, which is in housekeeping.
    let left: Bedside
    /// On leave, under isolation, and with nothing open.
    let onLeave, isolated, plain: Bedside
    let held, closed, contaminated: RoomID
    var hold: HoldID?
    /// A department without rooms or people.
    let empty: DepartmentID
    /// Two records of one person, and a third that was merged into the fourth.
    let duplicates: [PatientID]
    var merge: MergeID?

    init(in hospital: TestHospital) throws {
      let samples = hospital.samples
      let rooms = try hospital.write { records in
        try ["4A-20", "4A-21", "4A-22", "4A-23", "4A-24"].map { number in
          try records.rooms.add(
            RoomDescription(department: samples.medical, number: number, bay: "", kind: .isolation, features: ""))
        }
      }
      let reception = RegistrationService(hospital.session(.reception))
      let people = try ["Bauer", "Okonjo", "Petrov", "Silva", "Tamm", "Ueda", "Vos"].enumerated().map { place, family in
        try reception.register(.sample(family, "Lena", born: "195\(place)/03/04", telephone: "08611111\(place)0")).id
      }
      func admit(_ patient: PatientID, _ room: RoomID) throws -> Bedside {
        Bedside(room: room, admission: try hospital.admit(patient, to: room))
      }
      stay = try admit(samples.patients[1], samples.rooms[0])
      ordered = try admit(samples.patients[2], samples.rooms[2])
      left = try admit(samples.patients[3], samples.bay[0])
      onLeave = try admit(people[0], rooms[0])
      isolated = try admit(people[1], rooms[1])
      plain = try admit(people[2], rooms[2])
      (held, closed, contaminated) = (samples.rooms[3], rooms[3], rooms[4])
      duplicates = Array(people[3...])
      empty = try hospital.write { try $0.departments.add(name: "9Z Empty", genderRule: .any) }
      try hospital.prescribe(for: samples.patients[1])
    }

    /// What happened to them since.
    mutating func letPeopleGo(in hospital: TestHospital) throws {
      let (nurse, head) = (hospital.session(.nurse), hospital.session(.headNurse))
      try hospital.orderDischarge(from: ordered.room)
      try hospital.orderDischarge(from: left.room)
      _ = try BedService(nurse).recordExit(from: left)
      _ = try CheckOutService(nurse).beginLeave(
        of: onLeave.admission, until: hospital.clock.now + .days(1), because: "a wedding")
      _ = try BedService(nurse).isolate(isolated, .contact, because: "MRSA", blockingBay: false)
      _ = try BedService(head).hold(held, for: nil, note: "a transfer", until: hospital.clock.now + .hours(8))
      hold = try hospital.read { try $0.board.row(held)?.hold?.id }
      _ = try BedService(head).block(closed, because: "no water", reopensAt: nil)
      let room = contaminated
      _ = try hospital.write { records in
        try records.rooms.setService(.contaminated, from: .inService, of: room, because: "spill")
      }
      _ = try RegistrationService(hospital.session(.reception)).merge(
        duplicates[2], into: duplicates[3], because: "same")
      let survivor = duplicates[3]
      merge = try hospital.read { try $0.merges.merged(into: survivor).first?.id }
    }
  }
}
