import HospitalDomain
import HospitalServices
import SodiumPasswords

extension Contender {
  /// Signs somebody in again and again, by the hash that the program uses; how many microseconds each took.
  func signIn(_ username: String, _ password: String, times: Int) throws -> String {
    let own = session.workplace
    let workplace = Workplace(
      engine: own.engine, clock: own.clock, localTime: own.localTime, ids: own.ids,
      passwords: PasswordHashing(hash: { try Argon2id.hash($0) }, verify: { Argon2id.verify($0, against: $1) }))
    let clock = ContinuousClock()
    return try (0..<times).map { _ in
      let spent = try clock.measure {
        _ = try SignInService(workplace).signIn(username: username, password: password, terminal: session.terminal)
      }
      return String(spent.components.seconds * 1_000_000 + spent.components.attoseconds / 1_000_000_000_000)
    }.joined(separator: " ")
  }
}
