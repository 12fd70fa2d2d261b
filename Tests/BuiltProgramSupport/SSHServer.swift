import Glibc

/// A real `sshd` on a free port of 127.0.0.1 that serves the built `hms` as `packaging/sshd/50-hms.conf` says, with the
/// user who runs the tests in place of `hms`. The host around the drop-in is as careless as a host can be: what it allows
/// is what the drop-in has to take away.
package final class SSHServer {
  private static let program = "/usr/sbin/sshd"

  /// Whether this host has what it takes.
  package static var isInstalled: Bool { access(program, X_OK) == 0 && access("/usr/bin/ssh", X_OK) == 0 }

  /// Its port.
  package let port: UInt16
  private let home: ProgramHome
  private let daemon: ConversingProgram
  private var folder: String { home.path + "/ssh" }
  /// Where its programs look for their settings.
  var settingsFolder: String { home.path + "/config" }

  /// It could not be brought up; in the words of OpenSSH.
  package struct NotServing: Error {
    let why: String

    package init(why: String) { self.why = why }
  }

  /// Brings it up for the hospital of a home, or another. The settings of the home name the database, since nothing of
  /// the environment gets through.
  package init(for home: ProgramHome, database: String? = nil) throws {
    self.home = home
    let settings = [
      "database": database ?? home.path + "/data/hms/hospital.sqlite", "papers": home.path + "/papers",
      "log": home.path + "/faults.log",
    ]
    try home.write(settings.map { "\($0) = \"\($1)\"\n" }.joined(), to: "config/hms/config.toml")
    // Below root, sshd keeps a part of itself in this folder, which the start of a host makes.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    try home.write(try Self.dropIn(for: home), to: "ssh/50-hms.conf")
    for key in ["host", "terminal"] {
      let command = [
        "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", key, "-f", home.path + "/ssh/" + key,
      ]
      let made = try ProgramRun(command, environment: home.environment)
      guard made.end == .exited(0) else { throw NotServing(why: made.errors) }
    }
    for _ in 1...20 {
      let port = try Self.freePort()
      let daemon = try Self.start(home, port)
      // Another program may have been faster with the port: then this one has ended, or has not the key.
      let server = ["/usr/bin/ssh-keyscan", "-t", "ed25519", "-p", String(port), "127.0.0.1"]
      let deadline = Deadline.ample
      while daemon.isRunning, !deadline.isPast {
        let scanned = try ProgramRun(server, environment: home.environment).output
        let key = try ProgramRun(["/bin/cat", home.path + "/ssh/host.pub"], environment: [:]).output
        guard scanned.contains(key.split(separator: " ")[1]) else { continue }
        try home.write(scanned, to: "ssh/known_hosts")
        (self.port, self.daemon) = (port, daemon)
        return
      }
    }
    throw NotServing(why: try ProgramRun(["/bin/cat", home.path + "/ssh/log"], environment: [:]).output)
  }

  /// The command of a client that connects to it: `ssh`, or another with the same options.
  package func command(_ program: String = "ssh", _ options: [String] = [], then rest: [String] = []) -> [String] {
    let settings = [
      "Port=\(port)", "User=\(Self.user)", "IdentityFile=\(folder)/terminal", "IdentitiesOnly=yes", "BatchMode=yes",
      "UserKnownHostsFile=\(folder)/known_hosts", "GlobalKnownHostsFile=/dev/null", "StrictHostKeyChecking=yes",
      "LogLevel=ERROR",
    ]
    return ["/usr/bin/" + program, "-F", "/dev/null"] + settings.flatMap { ["-o", $0] } + options + rest
  }

  /// Connects without a terminal, as a script would.
  package func run(
    _ program: String = "ssh", _ options: [String] = [], then rest: [String] = ["127.0.0.1"], input: String = "",
    with more: [String: String] = [:]
  ) throws -> ProgramRun {
    try ProgramRun(
      command(program, options, then: rest), environment: home.environment.merging(more) { $1 }, input: input)
  }

  /// Connects from a terminal.
  package func terminal(
    _ options: [String] = [], then rest: [String] = [], rows: Int = 24, columns: Int = 80,
    with more: [String: String] = [:]
  ) throws -> RealTerminal {
    try RealTerminal(
      command("ssh", ["-tt"] + options, then: ["127.0.0.1"] + rest),
      environment: home.environment.merging(more) { $1 }, rows: rows, columns: columns)
  }

  /// The settings that hold for somebody, by their names in small letters, as `sshd` itself understands them.
  package func settings(of user: String) throws -> [String: [String]] {
    let run = try ProgramRun(
      [Self.program, "-T", "-f", folder + "/sshd_config", "-C", "user=\(user),host=localhost,addr=127.0.0.1"],
      environment: home.environment)
    guard run.end == .exited(0) else { throw NotServing(why: run.errors) }
    return run.output.split(separator: "\n").reduce(into: [:]) { settings, line in
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      settings[words[0], default: []].append(words.count > 1 ? words[1] : "")
    }
  }

  /// The user who runs the tests.
  package static var user: String {
    getpwuid(geteuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "root"
  }

  /// The packaged drop-in, with what is another here than on a host: the user, the program, and where its files are.
  private static func dropIn(for home: ProgramHome) throws -> String {
    let path = BuiltProgram.project + "/packaging/sshd/50-hms.conf"
    var text = try ProgramRun(["/bin/cat", path], environment: [:]).output
    for (there, here) in [
      ("Match User hms\n", "Match User \(user)\n"), ("exec /usr/bin/hms\n", "exec \(BuiltProgram.path)\n"),
      (" /etc/hms/authorized_keys\n", " \(home.path)/ssh/terminal.pub\n"),
      // The home of `hms` is root's and holds nothing; that of the user who runs the tests may hold anything.
      (" XDG_CONFIG_HOME=/etc\n", " XDG_CONFIG_HOME=\(home.path)/config HOME=\(home.path)\n"),
    ] {
      let parts = text.split(separator: there, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw NotServing(why: "\(path) has no line with \(there)") }
      text = parts.joined(separator: here)
    }
    return text
  }

  private static func start(_ home: ProgramHome, _ port: UInt16) throws -> ConversingProgram {
    let settings = """
      Include \(home.path)/ssh/50-hms.conf
      ListenAddress 127.0.0.1:\(port)
      HostKey \(home.path)/ssh/host
      PidFile none
      StrictModes no
      AcceptEnv *
      PermitUserEnvironment yes
      X11Forwarding yes
      AllowAgentForwarding yes
      AllowTcpForwarding yes
      GatewayPorts yes
      PermitTunnel yes
      Subsystem sftp /usr/lib/openssh/sftp-server

      """
    let file = try home.write(settings, to: "ssh/sshd_config")
    return try ConversingProgram(
      [program, "-D", "-f", file, "-E", home.path + "/ssh/log"], environment: home.environment)
  }

  /// A port that was free a moment ago.
  package static func freePort() throws -> UInt16 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isBound else { throw ProgramStart.Failure(code: errno) }
    return UInt16(bigEndian: address.sin_port)
  }
}
