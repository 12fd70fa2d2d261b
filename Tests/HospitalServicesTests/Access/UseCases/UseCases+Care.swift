import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// Consultations, nurses' notes, and what becomes of them.
  static let care: [UseCase] = .table {
    UseCase("CareService.write(_:for:begunAt:)", .needs(.writeConsultation)) { session, world in
      try CareService(session).write(CareWorld.words, for: world.other)
    }
    UseCase("CareService.write(_:about:)", .needs(.writeNote)) { session, world in
      try CareService(session).write("Slept well", about: world.other)
    }
    UseCase("CareService.amend(_:from:to:because:)", .needs(.writeConsultation)) { session, world in
      var words = CareWorld.words
      words.plan = "Home"
      return try CareService(session).amend(
        try CareWorld.consultation(session, world), from: 1, to: words, because: "better")
    }
    UseCase("CareService.amend(_:from:to:because:)", .needs(.writeNote)) { session, world in
      try CareService(session).amend(try CareWorld.note(session, world), from: 1, to: "Slept badly", because: "told so")
    }
    UseCase("CareService.strikeOut(_:from:because:)", .needs(.writeNote)) { session, world in
      let note = try CareWorld.note(session, world)
      return try CareService(session).strikeOut(.nursingNote(note), from: 1, because: "another patient's")
    }
    UseCase("CareService.add(_:to:)", .needs(.writeConsultation)) { session, world in
      try CareService(session).add("Results came", to: .consultation(world.consultation))
    }
    UseCase("HistoryService.history(of:)", .needs(.readPatient)) { session, world in
      try HistoryService(session).history(of: VersionedRecord(.patient, world.other.text))
    }
    UseCase("HistoryService.history(of:)", .needs(.readCare)) { session, world in
      try HistoryService(session).history(of: VersionedRecord(.consultation, world.consultation.text))
    }
    UseCase("HistoryService.history(of:)", .needs(.seeStaff)) { session, world in
      try HistoryService(session).history(of: VersionedRecord(.department, world.samples.medical.text))
    }
    UseCase("HistoryService.history(of:)", .needs(.seeBoard)) { session, world in
      try HistoryService(session).history(of: VersionedRecord(.room, world.samples.rooms[0].text))
    }
    UseCase("HistoryService.history(of:)", .needs(.seeAccounts)) { session, world in
      try HistoryService(session).history(
        of: VersionedRecord(.account, world.hospital.account(.administrator).text))
    }
  }
}

/// What is written about a patient of the sample hospital: nobody amends what somebody else wrote.
enum CareWorld {
  static let words = ConsultationEntry(complaint: "Cough", plan: "Rest")

  /// A consultation of this person's own; somebody else's where they may not write one.
  static func consultation(_ session: Session, _ world: UseCaseWorld) throws -> ConsultationID {
    guard session.may(.writeConsultation) else { return world.consultation }
    return try CareService(session).write(words, for: world.other).id
  }

  /// A note of this person's own; somebody else's where they may not write one.
  static func note(_ session: Session, _ world: UseCaseWorld) throws -> NursingNoteID {
    guard session.may(.writeNote) else { return world.note }
    _ = try CareService(session).write("Slept well", about: world.other)
    let record = try RegistrationService(session).open(world.other)
    guard let note = record.notes?.first(where: { $0.standing.author == session.account.id }) else {
      throw Refusal.noSuchEntry
    }
    return note.id
  }
}
