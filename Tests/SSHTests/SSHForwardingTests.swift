import BuiltProgramSupport
import Testing

/// The line carries a terminal and nothing else (H7).
@Suite(.enabled(if: SSHServer.isInstalled)) struct SSHForwardingTests {
  private let home: ProgramHome
  private let server: SSHServer

  init() throws {
    home = try ProgramHome()
    try home.makeHospital()
    server = try SSHServer(for: home)
  }

  /// What `sshd` itself would greet with: the sign that a tunnel to its port is through.
  private static let greeting = "SSH-2.0"

  @Test("-W reaches nothing")
  func standardStreams() throws {
    let run = try server.run("ssh", ["-W", "127.0.0.1:\(server.port)"])
    #expect(run.end != .exited(0) && !run.output.contains(Self.greeting))
    #expect(run.errors.contains("forwarding failed"), "\(run.errors)")
  }

  @Test("-R listens nowhere", arguments: ["0:127.0.0.1:1", "*:0:127.0.0.1:1", "0"])
  func remote(place: String) throws {
    let run = try server.run("ssh", ["-N", "-o", "ExitOnForwardFailure=yes", "-R", place])
    #expect(run.end == .exited(255) && run.errors.contains("remote port forwarding failed"), "\(run.errors)")
  }

  @Test("-R of a socket of the host's files listens nowhere")
  func remoteSocket() throws {
    let run = try server.run("ssh", ["-N", "-o", "ExitOnForwardFailure=yes", "-R", "\(home.path)/far:127.0.0.1:1"])
    #expect(run.end == .exited(255), "\(run.errors)")
  }

  /// Opens a forwarding at a client that stays in the background, talks to it, and closes the client.
  private func talk(_ options: [String], _ script: String) throws -> ProgramRun {
    let control = ["-S", home.path + "/control"]
    let client = try ConversingProgram(
      server.command("ssh", control + ["-M", "-N", "-o", "ExitOnForwardFailure=yes"] + options, then: ["127.0.0.1"]),
      environment: home.environment)
    let deadline = Deadline.ample
    while try server.run("ssh", control + ["-O", "check"]).end != .exited(0) {
      guard client.isRunning, !deadline.isPast else { throw SSHServer.NotServing(why: "the client has ended") }
    }
    return try ProgramRun(["/bin/bash", "-c", script], environment: home.environment)
  }

  @Test("-L leads nowhere")
  func local() throws {
    let port = try SSHServer.freePort()
    let run = try talk(
      ["-L", "127.0.0.1:\(port):127.0.0.1:\(server.port)"], "exec 3<>/dev/tcp/127.0.0.1/\(port) && head -c 7 <&3")
    #expect(run.output.isEmpty, "\(run.output)")
  }

  @Test("-D leads nowhere")
  func dynamic() throws {
    let port = try SSHServer.freePort()
    // SOCKS 5 without a password; connect to 127.0.0.1 and the server's port.
    let (high, low) = (String(server.port >> 8, radix: 8), String(server.port & 0xFF, radix: 8))
    let run = try talk(
      ["-D", "127.0.0.1:\(port)"],
      #"exec 3<>/dev/tcp/127.0.0.1/\#(port) && printf '\5\1\0\5\1\0\1\177\0\0\1\\#(high)\\#(low)' >&3 && head -c 19 <&3 | tr -d '\0'"#
    )
    #expect(!run.output.contains(Self.greeting))
  }

  @Test("the agent and the X display of the client are not reached")
  func agentAndDisplay() throws {
    let agent = try ConversingProgram(
      ["/usr/bin/ssh-agent", "-D", "-a", home.path + "/agent"], environment: home.environment)
    #expect(agent.hear()?.contains(home.path + "/agent") == true)
    let terminal = try server.terminal(["-A", "-X"], with: ["SSH_AUTH_SOCK": home.path + "/agent", "DISPLAY": ":7"])
    try terminal.wait(for: "Password")
    let served = try #require(server.served().first)
    #expect(served.environment["SSH_AUTH_SOCK"] == nil && served.environment["DISPLAY"] == nil)
  }

  @Test("sshd itself says that the drop-in takes everything away from hms, and leaves others as they were")
  func settings() throws {
    let ours = try server.settings(of: SSHServer.user)
    let expected = [
      "disableforwarding": "yes", "allowtcpforwarding": "no", "allowstreamlocalforwarding": "no",
      "allowagentforwarding": "no", "x11forwarding": "no", "gatewayports": "no", "permittunnel": "no",
      "permitopen": "none", "permitlisten": "none", "permituserrc": "no", "permituserenvironment": "no",
      "clientaliveinterval": "15", "clientalivecountmax": "3", "maxsessions": "1",
      "authenticationmethods": "publickey", "passwordauthentication": "no", "kbdinteractiveauthentication": "no",
      "forcecommand": "exec \(BuiltProgram.path)", "maxstartups": "100:30:300",
    ]
    for (name, value) in expected { #expect(ours[name] == [value], "\(name)") }
    #expect(ours["acceptenv"] == ["LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR"])
    let others = try server.settings(of: "daemon")
    #expect(others["forcecommand"] == ["none"] && others["x11forwarding"] == ["yes"])
  }
}
