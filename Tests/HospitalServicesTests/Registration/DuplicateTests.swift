import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Likely duplicates are shown and passed over only knowingly (P2).
struct DuplicateTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital()
  }

  private var service: RegistrationService { RegistrationService(hospital.session(.reception)) }

  /// What somebody types of DUARTE, Inês, born 1991/03/12, who is on file.
  private func typed(_ family: String, _ given: String, _ birthDate: String = "1991/03/12", _ other: String = "")
    -> PatientDetailsEntry
  {
    .filled([
      .familyName: family, .givenName: given, .birthDate: birthDate,
      .telephone: other.isEmpty ? "0899999999" : other,
    ])
  }

  @Test(
    "P2: the record on file is found however the newcomer is mistyped",
    arguments: [
      ("Duarte", "Inês", "1991/03/12"), ("Duarte", "Ines", "1991/03/12"), ("Inês", "Duarte", "1991/03/12"),
      ("Duarte", "Ines", "1991/12/03"), ("Duarte", "Ines", "1992/03/12"), ("Duarte", "Ines", "1991/03/13"),
      ("Duarte", "Ines", "1919/03/12"), ("Douarte", "Inez", "1991/03/12"), ("Duarte", "Inês Maria", "1991/03/12"),
    ])
  func findsMistyped(family: String, given: String, birthDate: String) throws {
    let likely = try service.likelyDuplicates(for: typed(family, given, birthDate))
    #expect(likely.first?.patient.name.listed == "DUARTE, Inês")
    #expect(likely.first?.match.sentence.isEmpty == false)
  }

  @Test("P2: the same national id, or telephone with birth date, is certain")
  func certain() throws {
    var entry = typed("Silva", "Marta", "1991/03/12", "087 155 1009")
    #expect(try service.likelyDuplicates(for: entry).first?.match.isCertain == true)
    entry = typed("Silva", "Marta", "1960/01/01")
    #expect(try service.likelyDuplicates(for: entry).isEmpty)
    entry[.nationalID] = "IE-448 1009"
    #expect(try service.likelyDuplicates(for: entry).first?.match.isCertain == true)
  }

  @Test("P2: what is certain is found among any number of records that have the telephone in common")
  func certainAmongMany() throws {
    func add(_ details: PatientDetails) throws {
      try hospital.write { records in
        _ = try records.patients.add(details, as: records.newIdentifier(), pharmacy: nil, isUnidentified: false)
      }
    }
    for index in 0..<600 {
      try add(.sample("Smith", "Anna", born: "\(1930 + index % 60)/0\(1 + index % 9)/11", telephone: "0877000002"))
    }
    // Candidates are met in the order of their numbers: those that matter come last.
    try add(.sample("Zwirner", "Ute", born: "1940/11/02", telephone: "0877000001", nationalID: "ZZ1234567"))
    try add(.sample("Zeman", "Ivo", born: "1991/12/30", telephone: "0877000002"))
    var entry = typed("Smith", "Anna", "1991/12/30", "0877 000 002")
    entry[.nationalID] = "ZZ-1234567"
    let certain = try service.likelyDuplicates(for: entry).filter(\.match.isCertain)
    #expect(Set(certain.map(\.patient.name.family)) == ["Zeman", "Zwirner"])
  }

  @Test("P2: a form of which little is typed, or nothing that can be read, finds nobody and breaks nothing")
  func littleTyped() throws {
    #expect(try service.likelyDuplicates(for: PatientDetailsEntry()).isEmpty)
    #expect(try service.likelyDuplicates(for: PatientDetailsEntry([.familyName: "Duarte"])).isEmpty)
    #expect(try service.likelyDuplicates(for: PatientDetailsEntry([.birthDate: "soon", .sex: "?"])).isEmpty)
  }

  @Test("P2: a record is no duplicate of itself")
  func notItself() throws {
    let own = hospital.samples.patients[0]
    let entry = PatientDetailsEntry(try service.open(own).details)
    #expect(try service.likelyDuplicates(for: entry).map(\.id) == [own])
    #expect(try service.likelyDuplicates(for: entry, besides: own).isEmpty)
  }

  @Test("P2: same name and birth date are refused with the record on file, and saved with a reason that is kept")
  func goesOnKnowingly() throws {
    let entry = typed("Duarte", "Inês")
    let refused = try refusal { try service.register(entry) }
    #expect(refused?.code == "patient.duplicate" && refused?.field == "reason")
    #expect(
      refused?.sentence
        == "DUARTE, Inês 000000-001-7 is on file (same birth date, same name); open that record, or write why this is someone else."
        || refused?.sentence.contains("DUARTE, Inês") == true)
    #expect(try refusal { try service.register(entry, goingOnBecause: "   ") }?.field == "reason")
    let patient = try service.register(entry, goingOnBecause: "her cousin of the same name")
    let noted = try hospital.read { try $0.audit.entries(about: patient.id, limit: 1) }
    #expect(noted.first?.reason == "her cousin of the same name")
  }

  @Test("P2: a record that was merged leads to the one that survives")
  func leadsToSurvivor() throws {
    _ = try service.merge(hospital.samples.patients[0], into: hospital.samples.patients[2], because: "married")
    let likely = try service.likelyDuplicates(for: typed("Duarte", "Inês"))
    #expect(likely.isEmpty || likely.first?.patient.name.listed == "KOVAC, Ana")
    #expect(likely.first?.patient.foundAs != nil || likely.isEmpty)
  }
}
