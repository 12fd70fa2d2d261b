import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// Departments and the people who work in them.
  static let staff: [UseCase] = .table {
    UseCase("StaffService.census()", .needs(.seeStaff)) { session, _ in try StaffService(session).census() }
    UseCase("StaffService.departments()", .needs(.seeStaff)) { session, _ in try StaffService(session).departments() }
    UseCase("StaffService.doctors()", .needs(.seeStaff)) { session, _ in try StaffService(session).doctors() }
    UseCase("StaffService.staff(of:)", .needs(.seeStaff)) { session, _ in try StaffService(session).staff() }
    UseCase("StaffService.assignments(of:)", .needs(.seeBoard)) { session, world in
      try StaffService(session).assignments(of: world.samples.medical)
    }
    UseCase("StaffService.addDepartment(name:genderRule:)", .needs(.manageRooms)) { session, _ in
      try StaffService(session).addDepartment(name: "5C Maternity", genderRule: .women)
    }
    UseCase("StaffService.change(_:name:genderRule:because:)", .needs(.manageRooms)) { session, world in
      try StaffService(session).change(world.emptyDepartment(), name: "9Y", genderRule: .any, because: "renamed")
    }
    UseCase("StaffService.retire(_:because:)", .needs(.manageRooms)) { session, world in
      try StaffService(session).retire(world.emptyDepartment(), because: "closed")
    }
    UseCase("StaffService.addDoctor(_:)", .needs(.manageStaff)) { session, world in
      try StaffService(session).addDoctor(world.newcomer("medicine"))
    }
    UseCase("StaffService.addStaff(_:)", .needs(.manageStaff)) { session, world in
      try StaffService(session).addStaff(world.newcomer("nurse"))
    }
    UseCase("StaffService.change(_:to:because:)", .needs(.manageStaff)) { session, world in
      let people = try world.hospital.read { try $0.doctors.all() }
      return try StaffService(session).change(people[1], to: world.newcomer("medicine"), because: "married")
    }
    UseCase("StaffService.change(_:to:because:)", .needs(.manageStaff)) { session, world in
      let people = try world.hospital.read { try $0.staff.all(in: nil) }
      return try StaffService(session).change(people[1], to: world.newcomer("nurse"), because: "married")
    }
    UseCase("StaffService.leave(_:because:)", .needs(.manageStaff)) { session, world in
      guard
        let doctor = try world.hospital.read({ try $0.doctors.all() }).first(where: {
          $0.id == world.samples.doctors[1]
        })
      else { throw Refusal.noSuchPatient }
      return try StaffService(session).leave(doctor, because: "retired")
    }
    UseCase("StaffService.leave(_:because:)", .needs(.manageStaff)) { session, world in
      guard
        let member = try world.hospital.read({ try $0.staff.all(in: nil) }).first(where: {
          $0.id == world.samples.staff[1]
        })
      else { throw Refusal.noSuchPatient }
      return try StaffService(session).leave(member, because: "retired")
    }
  }
}

extension UseCaseWorld {
  fileprivate func emptyDepartment() throws -> Department {
    guard let department = try hospital.read({ try $0.departments.department(seats.empty) }) else {
      throw Refusal.noSuchPatient
    }
    return department
  }

  fileprivate func newcomer(_ occupation: String) -> EmployeeProfile {
    EmployeeProfile(
      name: PersonName(family: "Byrne", given: "Ada"), address: "3 Hill Road", telephone: "0210000009",
      occupation: occupation, department: samples.medical)
  }
}
