import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// Finding and registering patients, and taking them over from elsewhere.
  static let registration: [UseCase] = .table {
    UseCase("RegistrationService.search(_:limit:)", .needs(.findPatient)) { session, _ in
      try RegistrationService(session).search("oyelaran")
    }
    UseCase("RegistrationService.pharmacies()", .needs(.findPatient)) { session, _ in
      try RegistrationService(session).pharmacies()
    }
    UseCase("RegistrationService.likelyDuplicates(for:besides:)", .needs(.findPatient)) { session, _ in
      try RegistrationService(session).likelyDuplicates(for: .filled([:]))
    }
    UseCase("RegistrationService.register(_:goingOnBecause:)", .needs(.registerPatient)) { session, _ in
      try RegistrationService(session).register(PatientDetails.sample("Haugen", "Liv", born: "1971/02/27"))
    }
    UseCase("RegistrationService.register(_:goingOnBecause:)", .needs(.registerPatient)) { session, _ in
      try RegistrationService(session).register(newcomer)
    }
    UseCase("RegistrationService.freeAlias()", .needs(.registerUnidentified)) { session, _ in
      try RegistrationService(session).freeAlias()
    }
    UseCase("RegistrationService.registerUnidentified(_:)", .needs(.registerUnidentified)) { session, _ in
      try RegistrationService(session).registerUnidentified(
        UnidentifiedPatient(alias: "Unknown Kestrel", sex: .male, ageBand: .adult, placeFound: "Pier 4"))
    }
    UseCase(
      "PatientImport.take(_:from:goingOnBecause:isRehearsal:progress:)", .needs(.importPatients)
    ) { session, _ in
      try PatientImport(session).take([.init(line: 2, entry: newcomer)], from: "patients.csv") { _, _ in }
    }
    UseCase(
      "SyntheaImport.take(_:from:goingOnBecause:isRehearsal:progress:)", .needs(.importPatients)
    ) { session, _ in
      let row = [
        "Id": "p", "BIRTHDATE": "1980-02-03", "FIRST": "Curt1", "LAST": "Schmidt2", "GENDER": "M",
        "ADDRESS": "8 Road", "CITY": "Cork", "SSN": "999-50-8136",
      ]
      return try SyntheaImport(session).take(
        .init(patients: [SyntheaRow(line: 2, values: row)]), from: "synthea"
      ) { _, _ in }
    }
  }

  /// A patient's own record, and what is done to one.
  static let patientActs: [UseCase] = .table {
    UseCase("RegistrationService.open(_:because:)", .needs(.readPatient)) { session, world in
      try RegistrationService(session).open(world.other)
    }
    UseCase("RegistrationService.lookAgain(at:)", .needs(.readPatient)) { session, world in
      try RegistrationService(session).lookAgain(at: world.other)
    }
    UseCase("RegistrationService.again(_:)", .needs(.readPatient)) { session, world in
      try RegistrationService(session).again(world.other)
    }
    UseCase("RegistrationService.ownRecord()", .needs(.readOwnRecord)) { session, _ in
      try RegistrationService(session).ownRecord()
    }
    UseCase("RegistrationService.conflict(over:from:mine:)", .needs(.readPatient)) { session, world in
      try RegistrationService(session).conflict(over: world.other, from: 1, mine: newcomer)
    }
    UseCase("RegistrationService.update(_:from:to:because:)", .needs(.updatePatient)) { session, world in
      let version = try world.version(of: world.own)
      return try RegistrationService(session).update(
        world.own, from: version, to: PatientDetails.sample("Duarte", "Inês", born: "1991/03/12", town: "Bray"),
        because: "moved")
    }
    UseCase("RegistrationService.update(_:from:to:because:)", .needs(.updatePatient)) { session, world in
      try RegistrationService(session).update(
        world.own, from: try world.version(of: world.own), to: newcomer, because: "another person")
    }
    UseCase("RegistrationService.recordAllergies(_:of:because:)", .needs(.recordAllergies)) { session, world in
      let latex = AllergyStatus.recorded([AllergyEntry(substance: "Latex", reaction: "rash")])
      return try RegistrationService(session).recordAllergies(
        AllergyChange(from: .noneKnown, to: latex), of: world.other, because: "told today")
    }
    UseCase("RegistrationService.recordDeath(of:at:because:)", .needs(.recordDeath)) { session, world in
      try RegistrationService(session).recordDeath(
        of: world.own, at: TestHospital.opening - .hours(1), because: "at home")
    }
    UseCase("RegistrationService.merge(_:into:because:)", .needs(.mergePatients)) { session, world in
      try RegistrationService(session).merge(world.seats.duplicates[0], into: world.seats.duplicates[1], because: "one")
    }
    UseCase("RegistrationService.undoMerge(_:of:because:)", .needs(.mergePatients)) { session, world in
      guard let merge = world.seats.merge else { throw Refusal.noSuchPatient }
      return try RegistrationService(session).undoMerge(merge, of: world.seats.duplicates[2], because: "two people")
    }
  }

  private static let newcomer = PatientDetailsEntry.filled([
    .familyName: "Ferreira", .birthDate: "1971/02/28", .telephone: "0861234501",
  ])
}

extension UseCaseWorld {
  /// The version of a patient's details.
  func version(of patient: PatientID) throws -> Int {
    guard let row = try hospital.read({ try $0.patients.row(patient) }) else { throw Refusal.noSuchPatient }
    return row.version
  }
}
