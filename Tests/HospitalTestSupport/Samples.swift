import HospitalDomain

extension TestHospital {
  /// What a test hospital begins with.
  package struct Samples: Sendable {
    /// 4A Medical, and 4B Surgical for women.
    package let medical: DepartmentID
    package let surgical: DepartmentID
    /// 4A-01, 4A-02, 4A-03 in 4A Medical, then 4B-01; single rooms, free.
    package let rooms: [RoomID]
    /// 4A-12-A and 4A-12-B in 4A Medical, which share a bay; free.
    package let bay: [RoomID]
    /// LINDQVIST, Maja of 4A Medical, and MBEKI, Thabo of 4B Surgical.
    package let doctors: [DoctorID]
    /// OKAFOR, Ngozi of 4A Medical, and TANAKA, Yui of 4B Surgical.
    package let staff: [StaffID]
    /// Quay Pharmacy and Bridge Pharmacy.
    package let pharmacies: [PharmacyID]
    /// DUARTE, Inês; OYELARAN, Tunde; KOVAC, Ana; MURPHY, Seán. The account of the role of patient is the first one's.
    package let patients: [PatientID]
  }
}

extension PatientDetails {
  /// Details that differ from those of other samples in what is given.
  package static func sample(
    _ family: String, _ given: String, born: String = "1980/06/15", sex: Sex = .female,
    telephone: String = "0870000000", nationalID: String? = nil, town: String = "Cork",
    allergies: AllergyStatus = .unknown
  ) -> PatientDetails {
    PatientDetails(
      name: PersonName(family: family, given: given),
      birthDate: BirthDate(CalendarDate(born) ?? TestHospital.today), sex: sex,
      nationalID: nationalID.map { NationalID(stored: $0) }, telephone: Telephone(stored: telephone),
      address: "14 Quay Lane", town: town,
      emergencyContact: EmergencyContact(name: "Rui", telephone: .noNumber, relation: "brother"), allergies: allergies)
  }
}

extension PatientDetailsEntry {
  /// A form that is filled as it should be, with these fields otherwise.
  package static func filled(_ other: [PatientField: String] = [:]) -> PatientDetailsEntry {
    PatientDetailsEntry(
      [
        .familyName: "Haugen", .givenName: "Liv", .birthDate: "1975/02/28", .sex: "F", .telephone: "0861234567",
        .address: "3 Mill Street", .emergencyName: "Haugen, Odd", .emergencyTelephone: "none",
        .emergencyRelation: "husband",
      ].merging(other) { $1 })
  }
}
