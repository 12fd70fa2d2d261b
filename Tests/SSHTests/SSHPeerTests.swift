import BuiltProgramSupport
import Glibc
import Testing

/// What stands in the trail as the peer of a line is an address or nothing (H5, H7): who starts hms by other means than
/// `sshd` can say anything.
@Suite struct SSHPeerTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
    try home.makeHospital()
  }

  /// How the trail names the terminal of somebody who fails to sign in with this told of the line.
  private func terminal(_ connection: String) throws -> String {
    let terminal = try home.terminal(with: ["SSH_CONNECTION": connection])
    try terminal.wait(for: "Password")
    terminal.press(.text("okafor"), .tab, .text("wrong"), .enter)
    try terminal.wait(for: "ERR")
    let database = home.path + "/data/hms/hospital.sqlite"
    return try ProgramRun(
      ["/usr/bin/sqlite3", database, "SELECT terminal FROM audit_entry ORDER BY id DESC LIMIT 1"], environment: [:]
    ).output
  }

  @Test(
    "an address is written as the host writes it",
    arguments: [
      ("10.20.4.17 50122 10.20.0.1 22", "ssh 10.20.4.17"), ("2001:DB8:0:0::7 50122 ::1 22", "ssh 2001:db8::7"),
      ("::ffff:10.20.4.17 1 ::1 22", "ssh ::ffff:10.20.4.17"), ("fe80::1%eth0 1 ::1 22", "ssh fe80::1%eth0"),
    ])
  func addresses(connection: String, name: String) throws {
    #expect(try terminal(connection) == name + "\n")
  }

  @Test(
    "anything else is not taken",
    arguments: [
      "ward-4A 1 2 3", "10.20.4.17", "10.20.4.17\n 1 2 3", "10.20.4.17;x 1 2 3", "10.20.4.256 1 2 3",
      "UNKNOWN 65535 UNKNOWN 65535",
      "\u{1B}[2J 1 2 3", "'; DROP TABLE audit_entry; -- 1 2 3", " 1 2 3", "10.20.4.17% 1 2 3", "fe80::1%../x 1 2 3",
      "fe80::1%averyveryverylongname 1 2 3", String(repeating: "1", count: 100_000), "\u{202E}10.20.4.17 1 2 3",
    ])
  func otherTexts(connection: String) throws {
    #expect(try terminal(connection).hasPrefix("/dev/pts/"))
  }
}
