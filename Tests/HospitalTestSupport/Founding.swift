import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices

/// Builds a test hospital through the records, in one transaction.
struct Founding {
  private let workplace: Workplace
  private let hospital: Hospital
  private let accounts: [Role: Account]

  init(_ workplace: Workplace) {
    func next<Kind>() -> Identifier<Kind> { workplace.ids.next(at: workplace.clock()) }
    let hospital = Hospital(
      id: next(), number: 1, name: "St Brigid General", address: "1 Hill Road", telephone: "0210000000",
      isDemonstration: false)
    let patient: PatientID = next()
    let accounts = Role.allCases.map { role in
      (
        role,
        Account(
          id: next(), hospital: hospital.id, username: role.rawValue, fullName: "Test \(role.title)", role: role,
          patient: role == .patient ? patient : nil)
      )
    }
    self.workplace = workplace
    self.hospital = hospital
    self.accounts = Dictionary(uniqueKeysWithValues: accounts)
  }

  func build(in transaction: any Transaction) throws -> (Hospital, [Role: Account], TestHospital.Samples) {
    guard let administrator = accounts[.administrator], let patient = accounts[.patient]?.patient else {
      preconditionFailure("every role has an account")
    }
    let records = Records(
      transaction,
      author: .init(
        account: administrator.id, hospital: hospital.id, now: workplace.clock(), ids: workplace.ids))
    try records.network.add(hospital, foundedAt: records.now)
    // The administrator comes first: every other account is recorded by them.
    let others = accounts.values.filter { $0.id != administrator.id }.sorted { $0.id < $1.id }
    for account in [administrator] + others.filter({ $0.patient == nil }) { try add(account, in: records) }
    let samples = try samples(in: records, account: patient)
    for account in others where account.patient != nil { try add(account, in: records) }
    return (hospital, accounts, samples)
  }

  private func add(_ account: Account, in records: Records) throws {
    try records.accounts.add(account, passwordHash: workplace.passwords.hash("password of \(account.username)"))
  }

  private func samples(in records: Records, account patient: PatientID) throws -> TestHospital.Samples {
    let medical = try records.departments.add(name: "4A Medical", genderRule: .any)
    let surgical = try records.departments.add(name: "4B Surgical", genderRule: .women)
    func room(_ number: String, in department: DepartmentID, bay: String = "") throws -> RoomID {
      try records.rooms.add(
        RoomDescription(
          department: department, number: number, bay: bay, kind: bay.isEmpty ? .private : .semiPrivate,
          features: "oxygen"))
    }
    func employee(_ family: String, _ given: String, _ occupation: String, _ department: DepartmentID)
      -> EmployeeProfile
    {
      EmployeeProfile(
        name: PersonName(family: family, given: given), address: "2 Hill Road", telephone: "0210000001",
        occupation: occupation, department: department)
    }
    return TestHospital.Samples(
      medical: medical, surgical: surgical,
      rooms: try [
        room("4A-01", in: medical), room("4A-02", in: medical), room("4A-03", in: medical), room("4B-01", in: surgical),
      ],
      bay: try [room("4A-12-A", in: medical, bay: "4A-12"), room("4A-12-B", in: medical, bay: "4A-12")],
      doctors: try [
        records.doctors.add(employee("Lindqvist", "Maja", "medicine", medical)),
        records.doctors.add(employee("Mbeki", "Thabo", "surgery", surgical)),
      ],
      staff: try [
        records.staff.add(employee("Okafor", "Ngozi", "nurse", medical)),
        records.staff.add(employee("Tanaka", "Yui", "nurse", surgical)),
      ],
      pharmacies: try [pharmacy("Quay Pharmacy", in: records), pharmacy("Bridge Pharmacy", in: records)],
      patients: try patients(in: records, first: patient))
  }

  private func patients(in records: Records, first: PatientID) throws -> [PatientID] {
    let details: [PatientDetails] = [
      .sample(
        "Duarte", "Inês", born: "1991/03/12", telephone: "0871551009", nationalID: "IE4481009",
        allergies: .recorded([AllergyEntry(substance: "Penicillin", reaction: "rash")])),
      .sample("Oyelaran", "Tunde", born: "1958/02/03", sex: .male, telephone: "0862204417", allergies: .noneKnown),
      .sample("Kovac", "Ana", born: "1983/07/22", telephone: "0853310298", town: "Galway"),
      .sample("Murphy", "Seán", born: "1970/01/09", sex: .male, telephone: "0834475521"),
    ]
    return try details.enumerated().map { position, details in
      let id: PatientID = position == 0 ? first : records.newIdentifier()
      _ = try records.patients.add(details, as: id, pharmacy: nil, isUnidentified: false)
      return id
    }
  }

  private func pharmacy(_ name: String, in records: Records) throws -> PharmacyID {
    let id: PharmacyID = records.newIdentifier()
    try records.transaction.execute(
      """
      INSERT INTO pharmacy (id, number, name, address, telephone, closed_at,
        version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(try records.nextNumber(of: "pharmacy")), \(name), '1 Quay', '0210000002', NULL,
        1, \(records.now), \(records.author.account), '')
      """)
    return id
  }
}
