import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Nobody is admitted under a doctor who has left, nor given a nurse who has; the refusal says who (A3, B5).
struct AbsentPeopleTests {
  let hospital: TestHospital
  private var beds: BedService { BedService(hospital.session(.headNurse)) }
  private var people: StaffService { StaffService(hospital.session(.humanResources)) }

  init() throws { hospital = try TestHospital() }

  private func order(doctor: Int = 0, staff: Int = 0) -> AdmissionOrder {
    AdmissionOrder(
      patient: hospital.samples.patients[0], room: hospital.samples.rooms[0], doctor: hospital.samples.doctors[doctor],
      staff: hospital.samples.staff[staff], complaint: "chest pain")
  }

  private func leave(_ name: String) throws {
    for doctor in try people.doctors() where doctor.details.name.family == name {
      try people.leave(doctor, because: "retired")
    }
    for member in try people.staff() where member.details.name.family == name {
      try people.leave(member, because: "retired")
    }
  }

  @Test("A3: admitting under a doctor who left is refused with their name, and leaves nothing behind")
  func doctor() throws {
    try leave("Mbeki")
    let refused = try refusal { try beds.admit(order(doctor: 1)) }
    #expect(refused?.code == "staff.left" && refused?.field == "doctor")
    #expect(refused?.sentence == "MBEKI, Thabo left the hospital on 2026/11/21; choose another doctor.")
    #expect(try hospital.read { try $0.admissions.all(of: hospital.samples.patients[0]) }.isEmpty)
    #expect(try refusal { try beds.admit(order()) } == nil)
  }

  @Test("B5: assigning somebody who left is refused on admitting and on moving")
  func staff() throws {
    try leave("Tanaka")
    let refused = try refusal { try beds.admit(order(staff: 1)) }
    #expect(refused?.code == "staff.left" && refused?.field == "staff")
    #expect(refused?.sentence.contains("TANAKA, Yui") == true)
    _ = try beds.admit(order())
    let (from, to) = (hospital.samples.rooms[0], hospital.samples.rooms[1])
    let moved = try refusal { try beds.transfer(hospital.bedside(from), to: to, staff: hospital.samples.staff[1]) }
    #expect(moved?.code == "staff.left" && moved?.field == "staff")
    #expect(try refusal { try beds.transfer(hospital.bedside(from), to: to) } == nil)
  }

  @Test("A doctor or nurse who is not on file is refused in words, not as a fault")
  func unknown() throws {
    var order = order()
    order.doctor = Identifier("nobody")
    #expect(try refusal { try beds.admit(order) }?.field == "doctor")
    order = self.order()
    order.staff = Identifier("nobody")
    #expect(try refusal { try beds.admit(order) }?.field == "staff")
  }

  @Test("An exit is not taken back once the doctor or the nurse has left")
  func undoneExit() throws {
    _ = try beds.admit(order(doctor: 1))
    try hospital.orderDischarge(from: hospital.samples.rooms[0])
    let exit = try beds.recordExit(from: hospital.bedside(hospital.samples.rooms[0]))
    try leave("Mbeki")
    let refused = try refusal { _ = try exit.undo?(hospital.session(.headNurse)) }
    #expect(refused?.code == "staff.left")
  }
}
