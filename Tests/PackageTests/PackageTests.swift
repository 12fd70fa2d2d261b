import BuiltProgramSupport
import Glibc
import Testing

/// The Debian package (H7, O8): all that a host needs is in it, and putting it there twice is the same as once.
@Suite(.enabled(if: access("/usr/bin/dpkg-shlibdeps", X_OK) == 0)) struct PackageTests {
  /// The package and the folder that it is in; made once for all of these tests.
  private static let made = Result {
    let home = try ProgramHome()
    let run = try ProgramRun(
      [BuiltProgram.project + "/script/package", "--programs", BuiltProgram.folder, "--output", home.path],
      environment: Self.environment.merging(["HOME": home.path]) { $1 }, until: .after(.seconds(120)))
    guard run.end == .exited(0), let path = run.output.split(separator: "\n").last else {
      throw NotMade(why: run.errors)
    }
    return (home: home, path: String(path))
  }

  private let home: ProgramHome
  private let package: String

  init() throws {
    home = try ProgramHome()
    package = try Self.made.get().path
  }

  /// The package could not be made.
  private struct NotMade: Error {
    let why: String
  }

  /// With the folder of the Swift that runs the tests: script/bootstrap looks for it.
  private static var environment: [String: String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return ["PATH": path + ":/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"]
  }

  private func run(_ command: String...) throws -> ProgramRun {
    try ProgramRun(command, environment: Self.environment, until: .after(.seconds(120)))
  }

  @Test("everything that a host needs is in it, owned by root, and nobody else may write any of it")
  func contents() throws {
    let lines = try run("/usr/bin/dpkg-deb", "-c", package).output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    }
    let modes = lines.reduce(into: [String: String]()) { $0[$1[5]] = $1[0] }
    #expect(lines.allSatisfy { $0[1] == "root/root" })
    #expect(modes.values.allSatisfy { !$0.dropFirst(5).contains("w") && !$0.contains("s") })
    for program in [
      "usr/bin/hms", "usr/bin/hms-paper", "usr/sbin/hms-admin", "usr/lib/hms/setup", "etc/cron.daily/hms",
    ] {
      #expect(modes["./" + program] == "-rwxr-xr-x", "\(program)")
    }
    let files = [
      "etc/ssh/sshd_config.d/50-hms.conf", "etc/hms/config.toml", "etc/hms/authorized_keys",
      "usr/share/hms/themes/ward-dark.toml", "usr/share/hms/themes/mono.toml",
      "usr/share/hms/fixtures/names/surnames.txt", "usr/share/doc/hms/README.md",
      "usr/share/doc/hms/docs/administration.md", "usr/share/doc/hms/docs/KEYS.md",
      "usr/share/doc/hms/examples/letterhead.txt", "usr/share/doc/hms/copyright", "usr/share/doc/hms/changelog.gz",
    ]
    for file in files { #expect(modes["./" + file] == "-rw-r--r--", "\(file)") }
    for folder in ["themes", "fixtures", "templates"] {
      let inTree = try run("/usr/bin/find", BuiltProgram.project + "/" + folder, "-type", "f").output
      for file in inTree.split(separator: "\n") {
        let name = String(file.dropFirst(BuiltProgram.project.count))
        #expect(modes["./usr/share/hms" + name] != nil, "\(name)")
      }
    }
    let settings = try run("/usr/bin/dpkg-deb", "-I", package, "conffiles").output.split(separator: "\n")
    #expect(
      settings.map(String.init) == [
        "/etc/cron.daily/hms", "/etc/hms/authorized_keys", "/etc/hms/config.toml", "/etc/ssh/sshd_config.d/50-hms.conf",
      ])
  }

  @Test("it says which libraries it needs")
  func control() throws {
    func field(_ name: String) throws -> String { try run("/usr/bin/dpkg-deb", "-f", package, name).output }
    let depends = try field("Depends")
    for library in ["libc6 (", "libncursesw6", "libsqlite3-0", "libsodium23", "libpango", "libcairo2", "ncurses-base"] {
      #expect(depends.contains(library), "\(library) in \(depends)")
    }
    let version = try ProgramHome().hms("--version").output.dropFirst("hms ".count)
    #expect(try field("Version") == String(version))
  }

  /// A root with accounts of its own and nothing else.
  private func emptyRoot() throws -> String {
    try home.write("root:x:0:0:root:/root:/bin/sh\n", to: "root/etc/passwd")
    try home.write("root:x:0:\nadm:x:4:\n", to: "root/etc/group")
    try home.write("root:*:1:0:99999:7:::\n", to: "root/etc/shadow")
    try home.write("root:*::\n", to: "root/etc/gshadow")
    for name in ["status", "available"] { try home.write("", to: "root/var/lib/dpkg/" + name) }
    try home.write("", to: "root/var/lib/dpkg/info/format-of-no-package")
    try home.write("", to: "root/var/lib/dpkg/updates/.kept")
    return home.path + "/root"
  }

  private func install(_ package: String, in root: String) throws -> ProgramRun {
    try run(
      "/usr/bin/dpkg", "--root=" + root, "--force-script-chrootless", "--force-depends", "--force-unsafe-io",
      "--force-confold", "-i", package)
  }

  /// Every file and folder below a root that is not dpkg's, with its mode, its owner and what is in it.
  private func state(of root: String) throws -> String {
    try run(
      "/bin/sh", "-c",
      """
      cd "$1" && find . -path ./var/lib/dpkg -prune -o -type d -printf '%p %m %U:%G\\n' -o -printf '%p %m %U:%G %s\\n' | sort
      cat etc/passwd etc/group etc/hms/*
      """, "sh", root
    ).output
  }

  @Test(
    "it installs into a root, makes the account and its folders, and again changes nothing",
    .enabled(if: geteuid() == 0))
  func installation() throws {
    let root = try emptyRoot()
    let first = try install(package, in: root)
    #expect(first.end == .exited(0), "\(first.errors)")
    let accounts = try run("/bin/cat", root + "/etc/passwd").output
    #expect(accounts.contains("hms, the hospital:/var/lib/hms:/bin/sh\n"))
    #expect(try run("/bin/cat", root + "/etc/shadow").output.contains("\nhms:*:"), "no password opens it")
    let owners = try state(of: root)
    #expect(owners.contains("./var/lib/hms 750 0:"), "its home is root's: \(owners)")
    #expect(owners.contains("./etc/hms/authorized_keys 644 0:0 "))
    let user = try #require(accounts.split(separator: "\n").last?.split(separator: ":")[2])
    for folder in ["var/lib/hms/data", "var/lib/hms/papers", "var/log/hms"] {
      #expect(owners.contains("./\(folder) 750 \(user):"), "\(folder)")
    }

    let key = try run("/usr/bin/stat", "-c", "%a %u %s", root + "/etc/hms/seal.key").output
    #expect(key == "640 0 32\n", "the key that drafts are sealed with: the account may read it, and never write it")

    try home.write("database = \"/srv/hms.sqlite\"\n", to: "root/etc/hms/config.toml")
    try home.write("ssh-ed25519 AAAA ward-4A\n", to: "root/etc/hms/authorized_keys")
    try home.write("the records", to: "root/var/lib/hms/data/hospital.sqlite")
    let before = try state(of: root)
    let second = try install(package, in: root)
    #expect(second.end == .exited(0), "\(second.errors)")
    #expect(try state(of: root) == before, "what the administrator wrote is kept")
    #expect(try run(root + "/usr/lib/hms/setup", "--root", root).end == .exited(0))
    #expect(try state(of: root) == before)

    let removed = try run(
      "/usr/bin/dpkg", "--root=" + root, "--force-script-chrootless", "--force-depends", "-P", "hms")
    #expect(removed.end == .exited(0), "\(removed.errors)")
    #expect(access(root + "/usr/bin/hms", F_OK) != 0)
    #expect(access(root + "/var/lib/hms/data/hospital.sqlite", F_OK) == 0, "the records stay")
  }
}
