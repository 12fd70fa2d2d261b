import DatabaseKit
import HospitalDomain

extension AccountRecords {
  /// Makes an account that employee's, or nobody's, as a new version.
  package func setEmployee(_ employee: EmployeeReference?, of id: AccountID, because reason: String) throws {
    try change(id, "doctor_id = \(employee?.doctor), staff_id = \(employee?.staff)", because: reason)
  }

  /// The account of an employee.
  package func account(of employee: EmployeeReference) throws -> Account? {
    switch employee {
    case .doctor(let id): try account(where: "account.doctor_id = \(id)")
    case .staff(let id): try account(where: "account.staff_id = \(id)")
    }
  }

  /// The account of a patient.
  package func account(ofPatient patient: PatientID) throws -> Account? {
    try account(where: "account.patient_id = \(patient)")
  }

  /// The employee, if they are on file.
  package func holder(_ employee: EmployeeReference) throws -> AccountHolder? {
    switch employee {
    case .doctor(let id): try records.doctors.employee(id).map { AccountHolder($0) }
    case .staff(let id): try records.staff.employee(id).map { AccountHolder($0) }
    }
  }

  /// Everyone at work who has no account: doctors, then staff, by name.
  package func employeesWithout() throws -> [AccountHolder] {
    let taken = Set(try all().compactMap(\.employee))
    let everyone =
      try records.doctors.all().map { AccountHolder($0) } + records.staff.all().map { AccountHolder($0) }
    return everyone.filter { !taken.contains($0.reference) }
  }
}

extension EmployeeReference {
  /// The doctor, or nil.
  var doctor: DoctorID? { if case .doctor(let id) = self { id } else { nil } }
  /// The member of staff, or nil.
  var staff: StaffID? { if case .staff(let id) = self { id } else { nil } }
}
