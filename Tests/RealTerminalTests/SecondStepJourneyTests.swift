import BuiltProgramSupport
import Glibc
import OathCodes
import Testing

/// The second step on a real terminal: a picture, a code, and signing in with the next one (H3); codes through the host's
/// mail system (N2), with a program that stands in for it.
@Suite struct SecondStepJourneyTests {
  private let hospital: DemonstrationHome
  private var home: ProgramHome { hospital.home }

  init() throws {
    hospital = try DemonstrationHome()
  }

  /// Opens the own sign-in, and a change of it, with the password.
  private func change(_ key: String, at terminal: RealTerminal) throws {
    terminal.type("8")
    try terminal.wait(for: "Your account")
    terminal.press(.end, .enter)
    try terminal.wait(for: "Second step")
    terminal.type(key)
    try terminal.wait(for: "Your password")
    terminal.press(.text("demo"), .enter)
  }

  private func code(_ secret: String, steps: Int64 = 0) throws -> String {
    try OathCode.code(secret: secret, step: Int64(time(nil)) / 30 + steps, period: 30, digits: 6)
  }

  /// The secret that the screen shows in groups of four.
  private func secret(on terminal: RealTerminal) -> String {
    let words: [Substring] = terminal.screen.text.split(whereSeparator: \.isWhitespace)
    let groups = words.filter { word in
      word.count == 4 && word != "LIVE" && word.allSatisfy { "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".contains($0) }
    }
    return groups.map(String.init).joined()
  }

  @Test func aNurseAddsAnAppAndSignsInWithItFromThenOn() throws {
    let terminal = try hospital.terminal(as: "nurse")
    try change("a", at: terminal)
    try terminal.wait(for: "Scan this with an authenticator app,")
    #expect(terminal.screen.text.contains("▄▄▄▄▄▄▄"))
    let secret = secret(on: terminal)
    #expect(secret.count == 32)
    terminal.press(.text(try code(secret)), .enter)
    try terminal.wait(for: "They are shown only now.")
    let recovery = try #require(
      terminal.screen.text.split(whereSeparator: \.isWhitespace).first {
        $0.count == 11 && $0.dropFirst(5).first == "-"
      })
    terminal.press(.enter)
    try terminal.wait(for: "10 of 10 codes left")

    let sealed = try hospital.sql("SELECT sealed_secret FROM second_step")
    #expect(sealed.hasPrefix("x1:") && !sealed.contains(secret))
    var status = stat()
    #expect(stat(home.path + "/data/hms/seal.key", &status) == 0 && status.st_mode & 0o777 == 0o600)

    let other = try hospital.terminal()
    other.press(.text("nurse"), .tab, .text("demo"), .enter)
    try other.wait(for: "Type the code that your authenticator app shows.")
    #expect(!other.screen.text.contains("LIVE"))
    other.press(.text(String(recovery).lowercased()), .enter)
    try other.wait(for: "LIVE")

    let third = try hospital.terminal()
    third.press(.text("nurse"), .tab, .text("demo"), .enter)
    try third.wait(for: "Type the code")
    third.press(.text(String(recovery)), .enter)
    try third.wait(for: "That code is not taken.")
    third.press(.text(try code(secret, steps: 1)), .enter)
    try third.wait(for: "LIVE")

    #expect(try home.hms("user", "reset", "nurse", "--second-step", "--reason", "lost phone").end == .exited(0))
    _ = try hospital.terminal(as: "nurse")
  }

  @Test func withoutItsKeyTheDatabaseOpensNothing() throws {
    let terminal = try hospital.terminal(as: "nurse")
    try change("a", at: terminal)
    try terminal.wait(for: "Scan this")
    let secret = secret(on: terminal)
    terminal.press(.text(try code(secret)), .enter)
    try terminal.wait(for: "They are shown only now.")
    unlink(home.path + "/data/hms/seal.key")
    let other = try hospital.terminal()
    other.press(.text("nurse"), .tab, .text("demo"), .enter)
    try other.wait(for: "Type the code")
    other.press(.text(try code(secret, steps: 1)), .enter)
    try other.wait(for: "the key that secrets are sealed with can't be read")
    #expect(access(home.path + "/data/hms/seal.key", F_OK) != 0, "no other key is made")
  }

  /// The stand-in refuses its first letter; the next try comes by itself.
  @Test func aCodeComesThroughTheHostsMailSystemAndIsTriedAgain() throws {
    let sendmail = try home.write(
      """
      #!/bin/sh
      if [ ! -e "\(home.path)/tried" ]; then touch "\(home.path)/tried"; echo no >&2; exit 75; fi
      { echo "arguments: $*"; cat; } > "\(home.path)/letter.part" && mv "\(home.path)/letter.part" "\(home.path)/letter"
      """, to: "bin/sendmail")
    chmod(sendmail, 0o700)
    try home.write(
      "[mail]\nsendmail = \"\(sendmail)\"\nfrom = \"hms@hospital.example\"\n", to: "config/hms/config.toml")
    let terminal = try hospital.terminal(as: "nurse")
    try change("e", at: terminal)
    try terminal.wait(for: "Where are codes to be sent to?")
    terminal.press(.text("ngozi@example.org"), .enter)
    try terminal.wait(for: "A code is on its way to ngozi@example.org.")
    try terminal.wait(for: "the letter") { _ in access(home.path + "/letter", F_OK) == 0 }
    let letter = try ProgramRun(["/bin/cat", home.path + "/letter"], environment: [:]).output
    let (head, body) = try #require(
      letter.firstRange(of: "\n\n").map { (letter[..<$0.lowerBound], letter[$0.upperBound...]) })
    #expect(
      head.split(separator: "\n").map(String.init) == [
        "arguments: -i -- ngozi@example.org", "From: hms@hospital.example", "To: ngozi@example.org",
        "Subject: Your code for St Brigid General", "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit", "Auto-Submitted: auto-generated",
      ])
    let code = try #require(body.split { !$0.isNumber }.first { $0.count == 6 })
    terminal.press(.text(String(code)), .enter)
    try terminal.wait(for: "They are shown only now.")
    #expect(try hospital.sql("SELECT tries, sealed_text FROM outgoing_mail WHERE sent_at IS NOT NULL") == "2|")
  }

  @Test func aRoleThatHasToHaveOneAddsItFirstAndACommandAsksForItsCode() throws {
    try home.write("[signin]\nsecond_step = [\"cashier\"]\n", to: "config/hms/config.toml")
    let password = ["HMS_PASSWORD": "demo"]
    let number = try hospital.sql("SELECT number FROM invoice WHERE status = 'issued' LIMIT 1")
    #expect(!number.isEmpty)
    let refused = try home.hms("print", "INV-2026-0001", "--format", "text", "--user", "cashier", with: password)
    #expect(refused.end == .exited(1) && refused.errors.contains("sign in at a terminal first"), "\(refused.errors)")
    let terminal = try hospital.terminal()
    terminal.press(.text("cashier"), .tab, .text("demo"), .enter)
    try terminal.wait(for: "Scan this with an authenticator app,")
    #expect(!terminal.screen.text.contains("LIVE"))
    let secret = secret(on: terminal)
    terminal.press(.text(try code(secret)), .enter)
    try terminal.wait(for: "They are shown only now.")
    terminal.press(.enter)
    try terminal.wait(for: "LIVE")
    let asked = try home.hms("print", "INV-2026-0001", "--format", "text", "--user", "cashier", with: password)
    #expect(asked.end == .exited(1) && asked.errors.contains("--code"), "\(asked.errors)")
    let given = try home.hms(
      "print", "INV-2026-0001", "--format", "text", "--user", "cashier", "--code", code(secret, steps: 1),
      with: password)
    #expect(!given.errors.contains("--code") && !given.errors.contains("not taken"), "\(given.errors)")
  }
}
