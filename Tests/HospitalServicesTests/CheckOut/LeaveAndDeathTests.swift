import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

/// Leave and death during a stay (A4).
struct LeaveAndDeathTests {
  let hospital: TestHospital
  let admission: AdmissionID
  private var room: RoomID { hospital.samples.rooms[0] }
  private var patient: PatientID { hospital.samples.patients[0] }

  init() throws {
    hospital = try TestHospital()
    admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    hospital.clock.advance(by: .hours(2))
  }

  private func service(_ role: Role) -> CheckOutService { CheckOutService(hospital.session(role)) }

  @Test("A patient on leave keeps the room, comes back, or is discharged from leave")
  func leave() throws {
    let back = hospital.clock.now + .hours(5)
    #expect(
      try refusal { try service(.nurse).beginLeave(of: admission, until: hospital.clock.now, because: "home") }?.field
        == "backAt")
    _ = try service(.nurse).beginLeave(of: admission, until: back, because: "a funeral")
    let standing = try #require(try service(.nurse).standings().standings.first)
    #expect(standing.status == .onHold && standing.backAt == back)
    #expect(try BedService(hospital.session(.nurse)).room(room).occupancy?.admission == admission)
    _ = try service(.nurse).endLeave(of: admission)
    #expect(try service(.nurse).again(admission).admission.status == .inProgress)
    _ = try service(.nurse).beginLeave(of: admission, until: back, because: "a funeral")
    try hospital.orderDischarge(from: room)
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    #expect(try service(.nurse).again(admission).leave == nil)
  }

  @Test(
    "A death is a doctor's to state, is on the record once the patient is taken from the room, and frees no balance")
  func death() throws {
    let died = hospital.clock.now - .minutes(20)
    let entry = DischargeEntry(disposition: .died, diagnosis: "Heart failure", summary: "Peaceful.", diedAt: died)
    let done = try service(.doctor).order(entry, for: admission)
    #expect(done.sentence == "The death of DUARTE, Inês at 2026/11/21 15:42 is stated")
    let other = try refusal {
      try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room), to: .home)
    }
    #expect(other?.code == "discharge.deathByDoctor")
    let exit = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    #expect(exit.sentence == "DUARTE, Inês, who died 2026/11/21 15:42, has been taken from 4A-01")
    #expect(try RegistrationService(hospital.session(.nurse)).open(patient).patient.diedAt == died)
    #expect(
      try refusal { try service(.nurse).takeDischargeBack(admission, because: "error") }?.code == "discharge.death")
    _ = try service(.headDoctor).takeDischargeBack(admission, because: "wrong patient")
    #expect(try RegistrationService(hospital.session(.nurse)).open(patient).patient.diedAt == nil)
  }

  @Test(
    "A wrong order says what is wrong beside each field",
    arguments: [
      (DischargeEntry(disposition: nil, diagnosis: "x", summary: "x"), ["disposition"]),
      (DischargeEntry(diagnosis: " ", summary: ""), ["diagnosis", "summary"]),
      (DischargeEntry(disposition: .died, diagnosis: "x", summary: "x"), ["diedAt"]),
      (
        DischargeEntry(disposition: .died, diagnosis: "x", summary: "x", diedAt: TestHospital.opening + .days(1)),
        ["diedAt"]
      ),
      (
        DischargeEntry(disposition: .died, diagnosis: "x", summary: "x", diedAt: Timestamp(milliseconds: 0)),
        ["diedAt"]
      ),
      (DischargeEntry(diagnosis: "x", summary: "x", diedAt: TestHospital.opening), ["diedAt"]),
    ])
  func wrongOrders(_ entry: DischargeEntry, _ fields: [String]) throws {
    do {
      _ = try service(.doctor).order(entry, for: admission)
      Issue.record("it was taken")
    } catch let wrong as InvalidEntry {
      #expect(wrong.problems.map(\.field) == fields)
    }
    #expect(try service(.nurse).again(admission).stamps.isEmpty)
  }
}
