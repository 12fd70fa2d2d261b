import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Finding a patient as it is typed (P3).
struct SearchTests {
  let hospital: TestHospital
  private var samples: TestHospital.Samples { hospital.samples }

  init() throws {
    hospital = try TestHospital()
  }

  private func service(_ role: Role = .nurse) -> RegistrationService { RegistrationService(hospital.session(role)) }

  private func found(_ typed: String, limit: Int = 100) throws -> [String] {
    try service().search(typed, limit: limit).patients.map(\.name.listed)
  }

  @Test(
    "P3: any part of name, number, telephone or birth date finds the patient",
    arguments: [
      "d", "duar", "DUARTE", "inês", "Ines", "ines duar", "duarte, inês", "1991/03/12", "19910312", "0871551009",
      "087 155", "1009", "55100", "ie4481009", "d1009",
    ])
  func finds(_ typed: String) throws {
    #expect(try found(typed).contains("DUARTE, Inês"))
  }

  @Test("P3: the hospital number is found with and without its zeros and hyphens, however much of it is typed")
  func findsNumber() throws {
    let number = try #require(try service().search("duarte").patients.first?.number)
    for typed in [number.description, number.digits, String(number.value), String(number.digits.prefix(9))] {
      #expect(try found(typed) == ["DUARTE, Inês"] || typed.count == 9)
      #expect(try found(typed).contains("DUARTE, Inês"))
    }
  }

  @Test("P3: whoever has the name as a family name comes before those who have it as a given name")
  func familyFirst() throws {
    let reception = RegistrationService(hospital.session(.reception))
    for (family, given, born) in [("Abel", "Murphy", "1980/02/03"), ("Zorn", "Murphy", "1981/02/03")] {
      _ = try reception.register(PatientDetails.sample(family, given, born: born))
    }
    #expect(try found("murph") == ["MURPHY, Seán", "ABEL, Murphy", "ZORN, Murphy"])
  }

  @Test(
    "P3: every word that is typed has to fit",
    arguments: [("duarte ana", 0), ("o t", 1), ("kovac 1983", 1), ("m 1970 083", 1)])
  func everyWordFits(typed: String, count: Int) throws {
    #expect(try found(typed).count == count)
  }

  @Test(
    "P3: nothing typed, or nothing that begins a word, finds nobody",
    arguments: ["", "  ", "uarte", "zzz", "--", "%", "_", "*"])
  func findsNobody(_ typed: String) throws {
    #expect(try found(typed).isEmpty)
  }

  @Test("P3: the patients are in order of their names, and no more than asked for")
  func orderAndLimit() throws {
    #expect(try found("0") == ["DUARTE, Inês", "KOVAC, Ana", "MURPHY, Seán", "OYELARAN, Tunde"])
    let cut = try service().search("0", limit: 2)
    #expect(cut.isCut && cut.patients.count == 2)
    #expect(try !service().search("0", limit: 4).isCut)
  }

  @Test("P3: a room or a ward finds who is in it, and a find tells the room")
  func rooms() throws {
    try hospital.admit(samples.patients[0], to: samples.rooms[0])
    try hospital.admit(samples.patients[1], to: samples.rooms[3])
    #expect(try found("4a-01") == ["DUARTE, Inês"])
    #expect(try found("4B") == ["OYELARAN, Tunde"])
    #expect(try found("4A duarte") == ["DUARTE, Inês"])
    #expect(try found("4A oyelaran").isEmpty)
    #expect(try service().search("duarte").patients.first?.room == "4A-01")
    #expect(try service().search("kovac").patients.first?.room == nil)
  }

  @Test("P3: a national id that looks like a room is found all the same")
  func idLikeRoom() throws {
    _ = try RegistrationService(hospital.session(.reception)).register(.filled([.nationalID: "12AB345"]))
    #expect(try found("12ab") == ["HAUGEN, Liv"])
  }

  @Test("P2: a record that was merged leads to the one that survives, once, with its room")
  func merged() throws {
    try hospital.admit(samples.patients[0], to: samples.rooms[0])
    let reception = RegistrationService(hospital.session(.reception))
    _ = try reception.merge(samples.patients[0], into: samples.patients[2], because: "married, one person")
    let finds = try service().search("duarte").patients
    #expect(finds.map(\.name.listed) == ["KOVAC, Ana"])
    #expect(finds.first?.foundAs?.sequence == 1 && finds.first?.room == "4A-01")
    #expect(try service().search("0").patients.count == 3)
    #expect(try found("4a-01 kovac") == ["KOVAC, Ana"])
  }

  @Test("P3, P4: what a patient was called before is found no more once it is corrected")
  func corrected() throws {
    var details = try service().open(samples.patients[2]).details
    details.name = PersonName(family: "Kovač-Horvat", given: "Ana")
    details.telephone = Telephone(stored: "0899876543")
    _ = try RegistrationService(hospital.session(.reception))
      .update(samples.patients[2], from: 1, to: details, because: "married")
    for typed in ["horvat", "kovac", "kovachorvat", "0899", "6543"] {
      #expect(try found(typed) == ["KOVAČ-HORVAT, Ana"])
    }
    #expect(try found("0853").isEmpty)
  }

  @Test("P3: two words that are both common are found together, whichever is typed first and however much of it")
  func commonWords() throws {
    try hospital.write { records in
      for index in 0..<600 {
        let (family, given) = index % 2 == 0 ? ("Smith", "Anna\(index)") : ("Mara\(index)", "John")
        _ = try records.patients.add(
          .sample(family, given), as: records.newIdentifier(), pharmacy: nil, isUnidentified: false)
      }
      for (family, given) in [("Smith", "John"), ("O'Smith-Müller", "Johnny"), ("Johnson", "Ann")] {
        _ = try records.patients.add(
          .sample(family, given), as: records.newIdentifier(), pharmacy: nil, isUnidentified: false)
      }
    }
    let both = ["O'SMITH-MÜLLER, Johnny", "SMITH, John"]
    for typed in ["smith john", "john smith", "smi jo", "jo smi", "s joh", "j smith", "smith, john 0870"] {
      #expect(try found(typed) == both, "\(typed)")
    }
    #expect(try found("john mueller") == ["O'SMITH-MÜLLER, Johnny"])
    #expect(try found("j john", limit: 1000).count == 303)
    #expect(try found("smith mara").isEmpty)
    #expect(try found("0870 1980", limit: 1000).count == 603)
    #expect(try found("0870 1980 john", limit: 1000).count == 303)
    #expect(try found("0870 1991").isEmpty)
  }

  @Test("P3: only those with the permission look for patients", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let refused = try refusal { try service(role).search("duarte") }
    #expect((refused == nil) == Permission.findPatient.roles.contains(role))
  }

  @Test(
    "P3: what looks like SQL is text", arguments: ["'", "' OR 1=1 --", "\"; DROP TABLE patient; --", "%' --", "~67"])
  func sql(_ typed: String) throws {
    #expect(try found(typed).isEmpty)
    #expect(try found("duarte") == ["DUARTE, Inês"])
  }
}
