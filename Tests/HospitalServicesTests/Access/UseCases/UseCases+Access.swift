import HospitalDomain
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// Accounts, drafts and the audit trail.
  static let access: [UseCase] = .table {
    UseCase("AccountService.accounts()", .needs(.seeAccounts)) { session, _ in try AccountService(session).accounts() }
    UseCase(
      "AccountService.add(username:fullName:role:password:employee:patient:)", .needs(.manageAccounts)
    ) { session, world in
      try AccountService(session).add(username: "okoye", fullName: "Okoye, Ada", role: .nurse, password: word)
    }
    UseCase("AccountService.setRole(_:of:because:)", .needs(.changeRole)) { session, _ in
      try AccountService(session).setRole(.doctor, of: "till2", because: "another post")
    }
    UseCase("AccountService.reset(_:password:)", .needs(.manageAccounts)) { session, _ in
      try AccountService(session).reset("till2", password: "four green boats")
    }
    UseCase("AccountService.setLocked(_:_:because:)", .needs(.manageAccounts)) { session, _ in
      try AccountService(session).setLocked(true, "till2", because: "lost card")
    }
    UseCase("AccountService.employeesWithoutAccount()", .needs(.manageAccounts)) { session, _ in
      try AccountService(session).employeesWithoutAccount()
    }
    UseCase("AccountService.setEmployee(_:of:because:)", .needs(.manageAccounts)) { session, world in
      try AccountService(session).setEmployee(.staff(world.samples.staff[1]), of: "till2", because: "theirs")
    }
    UseCase("AuditService.newest(_:)", .needs(.readAudit)) { session, _ in try AuditService(session).newest() }
    UseCase("AuditService.handOver(_:by:)", .needs(.readAudit)) { session, _ in
      try AuditService(session).handOver(AuditChoice(limit: 5), by: "CSV")
    }
    UseCase("DraftService.newIdentifier()", .own) { session, _ in DraftService(session).newIdentifier() }
    UseCase("DraftService.keep(_:)", .own) { session, _ in try DraftService(session).keep(draft) }
    UseCase("DraftService.drafts()", .own) { session, _ in try DraftService(session).drafts() }
    UseCase("DraftService.discard(_:)", .own) { session, _ in try DraftService(session).discard(draft.id) }
  }

  private static let word = "three green boats"
  private static let draft = Draft(
    id: Identifier("d"), form: "hold", subject: "", title: "a hold", content: "{}",
    savedAt: Timestamp(milliseconds: 1_795_269_720_000))
}
