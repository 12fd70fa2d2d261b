import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// Accounts and drafts.
  static let access: [UseCase] = .table {
    UseCase("AccountService.accounts()", .needs(.seeAccounts)) { session, _ in try AccountService(session).accounts() }
    UseCase(
      "AccountService.add(username:fullName:role:password:employee:patient:)", .needs(.manageAccounts)
    ) { session, world in
      try AccountService(session).add(username: "okoye", fullName: "Okoye, Ada", role: .nurse, password: word)
    }
    UseCase("AccountService.setRole(_:of:from:because:)", .needs(.changeRole)) { session, _ in
      try AccountService(session).setRole(.doctor, of: "till2", because: "another post")
    }
    UseCase("AccountService.reset(_:password:)", .needs(.manageAccounts)) { session, _ in
      try AccountService(session).reset("till2", password: "four green boats")
    }
    UseCase("AccountService.removeSecondStep(of:because:)", .needs(.manageAccounts)) { session, _ in
      try AccountService(session).removeSecondStep(of: "nurse", because: "lost")
    }
    UseCase("AccountService.mailProblem()", .needs(.seeAccounts)) { session, _ in
      try AccountService(session).mailProblem()
    }
    UseCase("AccountService.passwordProblem(_:username:)", .own) { session, _ in
      try AccountService(session).passwordProblem(word, username: "okoye")
    }
    UseCase("AccountService.setLocked(_:_:because:)", .needs(.manageAccounts)) { session, _ in
      try AccountService(session).setLocked(true, "till2", because: "lost card")
    }
    UseCase("AccountService.employeesWithoutAccount()", .needs(.manageAccounts)) { session, _ in
      try AccountService(session).employeesWithoutAccount()
    }
    UseCase("AccountService.employee(_:)", .needs(.manageAccounts)) { session, world in
      _ = try AccountService(session).employee(.staff(world.samples.staff[1]))
    }
    UseCase("AccountService.setEmployee(_:of:from:because:)", .needs(.manageAccounts)) { session, world in
      try AccountService(session).setEmployee(.staff(world.samples.staff[1]), of: "till2", because: "theirs")
    }
    UseCase("DraftService.newIdentifier()", .own) { session, _ in DraftService(session).newIdentifier() }
    UseCase("DraftService.keep(_:)", .own) { session, _ in try DraftService(session).keep(draft) }
    UseCase("DraftService.drafts()", .own) { session, _ in try DraftService(session).drafts() }
    UseCase("DraftService.discardOld()", .own) { session, _ in try DraftService(session).discardOld() }
    UseCase("DraftService.discard(_:)", .own) { session, _ in try DraftService(session).discard(draft.id) }
  }

  /// The audit trail: all of it, what concerns one patient, and what concerns oneself.
  static let trail: [UseCase] = .table {
    UseCase("AuditService.open(_:)", .needs(.readAudit)) { session, _ in try AuditService(session).open(everything) }
    UseCase("AuditService.open(_:)", .needs(.seeLooks)) { session, world in
      try AuditService(session).open(.trail(AuditChoice(patient: world.number(of: world.other))))
    }
    UseCase("AuditService.open(_:)", .needs(.readOwnRecord)) { session, _ in
      try AuditService(session).open(.ownRecord)
    }
    UseCase("AuditService.older(_:than:)", .needs(.readAudit)) { session, _ in
      try AuditService(session).older(everything, than: nil)
    }
    UseCase("AuditService.older(_:than:)", .needs(.readOwnRecord)) { session, _ in
      try AuditService(session).older(.ownRecord, than: nil)
    }
    UseCase("AuditService.newer(_:than:)", .needs(.readAudit)) { session, _ in
      try AuditService(session).newer(everything, than: nil)
    }
    UseCase("AuditService.newer(_:than:)", .needs(.readOwnRecord)) { session, _ in
      try AuditService(session).newer(.ownRecord, than: nil)
    }
    UseCase("AuditService.handOver(_:by:limit:_:)", .needs(.readAudit)) { session, _ in
      try AuditService(session).handOver(AuditChoice(), by: "CSV") { _ in }
    }
    UseCase("AuditService.handOver(_:by:limit:_:)", .needs(.seeLooks)) { session, world in
      try AuditService(session).handOver(AuditChoice(patient: world.number(of: world.other)), by: "CSV") { _ in }
    }
  }

  private static let everything = AuditService.Scope.trail(AuditChoice())
  private static let word = "three green boats"
  private static let draft = Draft(
    id: Identifier("d"), form: "hold", subject: "", title: "a hold", content: "{}",
    savedAt: Timestamp(milliseconds: 1_795_269_720_000))
}

extension UseCaseWorld {
  /// The number of a patient.
  func number(of patient: PatientID) throws -> HospitalNumber {
    guard let row = try hospital.read({ try $0.patients.row(patient) }) else { throw Refusal.noSuchPatient }
    return row.number
  }
}
