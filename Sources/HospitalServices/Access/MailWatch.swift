import HospitalDomain
import HospitalRecords

extension AccountService {
  /// What administrators are told of letters that could not be sent (N2); nil while all is well.
  package func mailProblem() throws -> String? {
    let clock = session.workplace.localTime
    return try session.look(.seeAccounts) {
      try $0.outgoingMail.givenUp(since: $0.now - MailProblem.memory)?.sentence(clock)
    }
  }
}
