import DatabaseKit
import Glibc
import HospitalDomain
import HospitalRecords
import HospitalServices

/// The administrator at the host's own command line. Who may write the database file needs no password; what they do is
/// done as an administrator's account and stands in the audit trail with the host's user name.
enum HostAdministrator {
  /// A session of the administrator named, or of the first who is not locked.
  static func session(in workplace: Workplace, as username: String? = nil) throws -> Session {
    let signIn = SignInService(workplace)
    let administrators = try accounts(of: workplace).filter { $0.role == .administrator && $0.maySignIn }
    let account = administrators.first { username == nil || $0.username == username?.lowercased() }
    guard let account else {
      throw CommandFailure(
        .notPermitted, "\(username ?? "nobody") is an administrator here who may sign in",
        remedy: "name one with --admin")
    }
    return try signIn.begin(account, at: terminal)
  }

  /// How the audit trail names this place: the host's user.
  static var terminal: String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "host" }
    return "host \(String(cString: name))"
  }

  private static func accounts(of workplace: Workplace) throws -> [Account] {
    guard let hospital = try SignInService(workplace).hospital() else {
      throw CommandFailure(.noInput, "the database holds no hospital yet", remedy: "make one with hms init")
    }
    let author = Records.Author(
      account: Identifier(""), hospital: hospital.id, now: workplace.clock(), ids: workplace.ids)
    return try workplace.engine.read { try Records($0, author: author).accounts.all() }
  }
}
