import BuiltProgramSupport
import Glibc
import Testing

/// Whoever is let in by a key gets hms and nothing else (H7).
@Suite(.enabled(if: SSHServer.isInstalled)) struct SSHWayOutTests {
  private let home: ProgramHome
  private let server: SSHServer

  init() throws {
    home = try ProgramHome()
    try home.makeHospital()
    server = try SSHServer(for: home)
  }

  private static let noTerminal = "hms: this line has no terminal; connect with ssh -t and without a command"

  private func exists(_ name: String) -> Bool { access(home.path + "/" + name, F_OK) == 0 }

  @Test("without a terminal there is one sentence, whatever was asked for")
  func withoutATerminal() throws {
    for command in [[], ["/bin/sh"], ["touch \(home.path)/out"], ["hms", "check"], ["hms; touch \(home.path)/out"]] {
      let run = try server.run(then: ["127.0.0.1"] + command, input: "touch \(home.path)/out\n")
      #expect(run.end == .exited(64), "\(command)")
      #expect(run.output.isEmpty && run.errors == Self.noTerminal + "\n", "\(command): \(run.errors)")
    }
    #expect(!exists("out"))
  }

  @Test("scp and sftp move no file in either direction")
  func files() throws {
    let mine = try home.write("mine", to: "mine")
    for options in [[], ["-O"]] {
      let there = try server.run("scp", options, then: [mine, "127.0.0.1:\(home.path)/there"])
      #expect(there.end != .exited(0))
      let here = try server.run("scp", options, then: ["127.0.0.1:\(mine)", home.path + "/here"])
      #expect(here.end != .exited(0))
      // What the subsystem of the newer way says, sshd keeps to itself.
      if options == ["-O"] { #expect(here.errors.contains(Self.noTerminal), "\(here.errors)") }
    }
    let batch = try home.write("put \(mine) \(home.path)/there\nget \(mine) \(home.path)/here\n", to: "batch")
    #expect(try server.run("sftp", ["-b", batch]).end != .exited(0))
    #expect(try server.run("ssh", ["-s"], then: ["127.0.0.1", "sftp"]).end == .exited(64))
    #expect(!exists("there") && !exists("here"))
  }

  @Test("a command that comes with a terminal is ignored: hms opens")
  func commandWithATerminal() throws {
    for command in [
      "/bin/sh", "touch \(home.path)/out", "hms check; touch \(home.path)/out", "$(touch \(home.path)/out)",
    ] {
      let terminal = try server.terminal(then: [command])
      try terminal.wait(for: "Password")
    }
    #expect(!exists("out"))
  }

  @Test("nothing of the client's environment gets through but its character set and its wish for no colours")
  func environment() throws {
    let library = home.path + "/nowhere.so"
    let hostile = [
      "LD_PRELOAD": library, "LD_LIBRARY_PATH": home.path, "LD_AUDIT": library, "SHELL": "/bin/sh", "EDITOR": "/bin/sh",
      "VISUAL": "/bin/sh", "PAGER": "/bin/sh", "LESSOPEN": "|/bin/sh", "LESS": "+!sh", "TERMINFO": home.path,
      "TERMINFO_DIRS": home.path, "TERMCAP": "x:up=x", "XDG_CONFIG_HOME": home.path, "XDG_DATA_HOME": home.path,
      "HMS_DATABASE": home.path + "/other.sqlite", "HMS_THEME": "../../x", "HMS_PASSWORD": "demo",
      "HOME": home.path + "/x",
      "PATH": home.path, "BASH_ENV": home.path + "/rc", "ENV": home.path + "/rc", "LC_EVIL": "() { :; }; touch out",
      "LOCPATH": home.path, "LANGUAGE": "x", "NLSPATH": home.path, "TZ": "/x", "TMPDIR": home.path, "IFS": "x",
      "SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 10", "MALLOC_TRACE": home.path + "/out", "SWIFT_BACKTRACE": "enable=yes",
    ]
    try home.write("environment=\"X=1\"\n", to: "rc")
    let sent = hostile.keys.sorted().map { "SetEnv=\($0)=\(hostile[$0] ?? "")" }.filter { !$0.contains(" ") }
    // ssh takes one SetEnv with many values, and SendEnv of its own environment.
    let options = [
      "-o", "SetEnv=" + sent.map { $0.dropFirst("SetEnv=".count) }.joined(separator: " "), "-o", "SendEnv=*",
    ]
    let terminal = try server.terminal(
      options, with: ["LC_EVIL": "() { :; }; touch \(home.path)/out", "NO_COLOR": "1"])
    try terminal.wait(for: "Password")
    let served = try #require(server.served().first)
    let known: Set = [
      "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LOGNAME", "MAIL", "MOTD_SHOWN", "NO_COLOR", "PATH", "PWD", "SHELL",
      "SHLVL", "SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY", "TERM", "TZ", "USER", "XDG_CONFIG_HOME", "_",
    ]
    #expect(Set(served.environment.keys).subtracting(known).isEmpty, "\(served.environment)")
    for name in ["HOME", "SHELL", "PATH", "TZ", "XDG_CONFIG_HOME"] {
      #expect(served.environment[name] != hostile[name], "\(name) is the host's")
    }
    #expect(served.environment["PATH"] == "/usr/bin:/bin")
    #expect(served.environment["NO_COLOR"] == "1")
    #expect(served.environment["SSH_CONNECTION"]?.hasPrefix("127.0.0.1 ") == true)
    #expect(!exists("out") && !exists("other.sqlite"))
  }

  @Test(
    "a hostile kind of terminal is no path and no sequence",
    arguments: ["../../x", "/etc/passwd", "x\u{1B}]0;owned\u{7}\u{1B}[2J", "hex:1a01", "%s%n", "", "."])
  func terminalKinds(kind: String) throws {
    let terminal = try server.terminal(with: ["TERM": kind])
    try terminal.wait(for: "Password")
    #expect(!terminal.written.contains(7) && !String(decoding: terminal.written, as: UTF8.self).contains("owned\u{7}"))
    if !kind.isEmpty { try terminal.wait(for: "is unknown here") }
  }

  @Test("a very long kind of terminal will do")
  func longTerminalKind() throws {
    try server.terminal(with: ["TERM": String(repeating: "x/", count: 5_000)]).wait(for: "Password")
  }

  @Test(
    "a hostile character set is no path", arguments: ["../../../tmp/x", "/etc/passwd", "C.UTF-8/../x", "x\u{1B}[2J"])
  func characterSets(name: String) throws {
    try server.terminal(["-o", "SendEnv=LC_ALL"], with: ["LC_ALL": name]).wait(for: "Password")
  }
}
