import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// The second step on the screen: the own sign-in, the picture, the codes, and signing in with them (H3).
struct SecondStepScreenTests {
  let means = TestSignInMeans(required: [.administrator])
  let hospital: TestHospital
  let desk: Desk

  init() throws {
    hospital = try TestHospital(.file, means: means)
    desk = Desk(workplace: hospital.workplace, terminal: "test") {}
  }

  private func open(
    _ role: Role?, columns: Int = 80, rows: Int = 24, theme: Theme = WardDark.theme
  ) -> ScriptedTerminal {
    if let role { desk.begin(hospital.session(role)) }
    let terminal = ScriptedTerminal(columns: columns, rows: rows)
    let host = HospitalHost(desk)
    terminal.start(Shell(host: host, opening: host.opening, theme: theme))
    return terminal
  }

  private func signIn(_ terminal: ScriptedTerminal, _ user: String) {
    terminal.type(user)
    terminal.press(.tab)
    terminal.type("password of \(user)")
    terminal.press(.enter)
  }

  private func openOwn(_ terminal: ScriptedTerminal) {
    terminal.press("8", .end, .enter)
    #expect(terminal.frame.shows("Second step"))
  }

  /// The secret as the screen shows it, in groups of four.
  private func secret(on terminal: ScriptedTerminal) -> String {
    let groups = terminal.frame.lines.dropFirst().flatMap { $0.split(separator: " ") }.filter { word in
      word.count == 4 && word.allSatisfy { "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".contains($0) } && word != "LIVE"
    }
    return groups.joined()
  }

  private func code(of secret: String) throws -> String {
    try means.means.timeCode(secret, TimeCodeRule.step(at: hospital.clock.now))
  }

  @Test("a nurse adds an app: password, picture and secret, a first code, ten recovery codes; then signs in with it")
  func journey() throws {
    let terminal = open(.nurse)
    openOwn(terminal)
    #expect(terminal.frame.shows("none"))
    terminal.press("a")
    terminal.type("wrong")
    terminal.press(.enter)
    #expect(terminal.frame.shows("That is not your password."))
    #expect(!terminal.frame.shows("Scan"))
    terminal.type("password of nurse")
    #expect(!terminal.frame.shows("password of nurse"))
    terminal.press(.enter)
    #expect(terminal.frame.shows("Scan this with an authenticator app,"))
    #expect(terminal.frame.role(of: "▄▄▄▄▄▄▄") == .code)
    let secret = secret(on: terminal)
    #expect(secret.count == 32)
    terminal.type("000000")
    terminal.press(.enter)
    #expect(terminal.frame.shows("That code is not taken."))
    terminal.type(try code(of: secret))
    terminal.press(.enter)
    #expect(terminal.frame.shows("They are shown only now."))
    let recovery = terminal.frame.lines.flatMap { $0.split(separator: " ") }.filter {
      RecoveryCode(entry: String($0)) != nil
    }
    #expect(recovery.count == 10)
    terminal.press(.escape)
    #expect(terminal.frame.shows("They are shown only now."), "leaving is asked")
    terminal.press(.escape, .enter)
    #expect(terminal.frame.shows("OK  Your sign-in has a second step now."))
    #expect(terminal.frame.shows("authenticator app") && terminal.frame.shows("10 of 10 codes left"))

    terminal.press(.control("k"), .control("x"))
    hospital.clock.advance(by: .seconds(30))
    signIn(terminal, "nurse")
    #expect(terminal.frame.shows("Type the code that your authenticator app shows."))
    #expect(desk.person == nil && !terminal.frame.shows("LIVE"))
    terminal.type("000 000")
    terminal.press(.enter)
    #expect(terminal.frame.shows("ERR  That code is not taken."))
    terminal.type(try code(of: secret))
    terminal.press(.enter)
    #expect(terminal.frame.shows("LIVE") && desk.person?.role == .nurse)
  }

  @Test("Esc at the code begins again, and so do three quiet minutes")
  func leaving() throws {
    let session = hospital.session(.nurse)
    let enrolment = try SecondStepService(session).newEnrolment()
    _ = try SecondStepService(session).add(enrolment, code: code(of: enrolment.secret))
    let terminal = open(nil)
    signIn(terminal, "nurse")
    #expect(terminal.frame.shows("Code") && !terminal.frame.shows("Password"))
    terminal.press(.escape)
    #expect(terminal.frame.shows("Password"))
    signIn(terminal, "nurse")
    #expect(!terminal.frame.shows("Password"))
    for minute in 1...4 {
      hospital.clock.advance(by: .minutes(1))
      terminal.passTime(to: hospital.clock.now.milliseconds)
      #expect(terminal.frame.shows("Password") == (minute == 4), "after \(minute) minutes")
    }
  }

  @Test("who has to have a second step adds one before the work begins")
  func forced() throws {
    let terminal = open(nil)
    signIn(terminal, "admin")
    #expect(terminal.frame.shows("Scan this with an authenticator app,") && !terminal.frame.shows("LIVE"))
    terminal.press(.escape)
    #expect(terminal.frame.shows("Password") && desk.person == nil)
    signIn(terminal, "admin")
    terminal.type(try code(of: secret(on: terminal)))
    terminal.press(.enter)
    #expect(terminal.frame.shows("They are shown only now.") && desk.person == nil)
    terminal.press(.enter)
    #expect(terminal.frame.shows("LIVE") && desk.person?.role == .administrator)
  }

  @Test("codes by e-mail: the address, the code that came there, and signing in with another")
  func mail() throws {
    let terminal = open(.nurse)
    openOwn(terminal)
    terminal.press("e")
    terminal.type("password of nurse")
    terminal.press(.enter)
    terminal.type("nobody at all")
    terminal.press(.enter)
    #expect(terminal.frame.shows("an e-mail address has one @"))
    terminal.press(.control("u"))
    terminal.type("ngozi@example.org")
    terminal.press(.enter)
    #expect(terminal.frame.shows("Note  A code is on its way to ngozi@example.org."))
    terminal.type(try carried(1))
    terminal.press(.enter, .enter)
    #expect(terminal.frame.shows("code by e-mail to n…@example.org"))
    terminal.press(.control("k"), .control("x"))
    signIn(terminal, "nurse")
    #expect(terminal.frame.shows("Type the code that was sent to n…@example.org."))
    #expect(terminal.frame.shows("Note  A code is on its way"))
    let older = try carried(2)
    terminal.press(.function(5))
    let newer = try carried(3)
    #expect(older != newer)
    terminal.type(newer)
    terminal.press(.enter)
    #expect(terminal.frame.shows("LIVE"))
  }

  /// The code in the newest of so many letters, once they are carried.
  private func carried(_ count: Int) throws -> String {
    while means.letters.count < count { _ = try MailCarrier.carry(for: hospital.workplace) }
    return try #require(means.sentCode)
  }

  @Test("below the least size for the picture the secret is there to be typed", arguments: [(60, 18), (70, 24)])
  func small(columns: Int, rows: Int) throws {
    let terminal = open(.nurse, columns: columns, rows: rows)
    openOwn(terminal)
    terminal.press("a")
    terminal.type("password of nurse")
    terminal.press(.enter)
    #expect(terminal.frame.shows("choose to enter a key, and type:"))
    #expect(terminal.frame.shows("nurse, of hms") && terminal.frame.shows("TOTP") && terminal.frame.shows("SHA-1"))
    #expect(!terminal.frame.shows("▀") && secret(on: terminal).count == 32)
    terminal.type(try code(of: secret(on: terminal)))
    terminal.press(.enter)
    #expect(
      terminal.frame.lines.flatMap { $0.split(separator: " ") }.filter { RecoveryCode(entry: String($0)) != nil }.count
        == 10)
  }

  @Test("without signs beyond ASCII each dot is two cells, where the window is high enough; it can be read back")
  func ascii() throws {
    let enrolment = TimeCodeEnrolment(secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", username: "nurse")
    let picture = try #require(means.means.picture(enrolment.address))
    for (glyphs, size) in [(GlyphSet.ascii, Size(columns: 70, rows: 35)), (.unicode, Size(columns: 35, rows: 18))] {
      #expect(picture.margin(within: size, glyphs) == 1)
      #expect(picture.margin(within: Size(columns: size.columns - 1, rows: size.rows), glyphs) == nil)
      #expect(picture.margin(within: Size(columns: size.columns, rows: size.rows - 1), glyphs) == nil)
    }
    var canvas = Canvas(size: Size(columns: 70, rows: 35), glyphs: .ascii)
    picture.draw(on: &canvas, column: 0, row: 0, margin: 1)
    for row in 0..<33 {
      for column in 0..<33 {
        let role = canvas.role(column: 2 + column * 2, row: 1 + row)
        #expect(role == (picture.isDark(column: column, row: row) ? .dot : .code))
      }
    }
  }
}
