import BuiltProgramSupport
import Testing

/// An account that is locked at the host's command line reaches the terminal that is open with it (H2, H4).
@Suite struct DismissalJourneyTests {
  private let hospital: DemonstrationHome

  init() throws {
    hospital = try DemonstrationHome()
  }

  @Test func whoIsLockedOutIsSignedOutAtOnceAndFindsWhatTheyTypedLater() throws {
    let terminal = try hospital.terminal(as: "reception")
    terminal.type("3")
    try terminal.wait(for: "[3 Register]")
    if !terminal.screen.text.contains("Family name") { terminal.type("n") }
    try terminal.wait(for: "Family name")
    terminal.type("Dismissed-Typing")
    try terminal.wait(for: "Dismissed-Typing_")
    #expect(try hospital.home.hms("user", "lock", "reception", "--reason", "lost card").end == .exited(0))
    try terminal.wait(for: "Your account was locked; ask an administrator to open it again.")
    #expect(!terminal.screen.text.contains("Dismissed-Typing"))
    terminal.press(.text("reception"), .tab, .text("demo"), .enter)
    try terminal.wait(for: "do not go together")
    #expect(try hospital.home.hms("user", "unlock", "reception").end == .exited(0))
    terminal.press(.text("demo"), .enter)
    try terminal.wait(for: "LIVE")
    try terminal.wait(for: "Dismissed-Typing".uppercased())
  }

  /// Somebody has left whose account was never locked (H3).
  @Test func whoHasLeftDoesNotSignInAndTheListSaysWhoseTheAccountIs() throws {
    let number = try hospital.sql(
      "SELECT staff.number FROM account JOIN staff ON staff.id = account.staff_id WHERE username = 'cashier'")
    func line() throws -> Substring? {
      try hospital.home.hms("user", "list").output.split(separator: "\n").first { $0.hasPrefix("cashier ") }
    }
    #expect(try line()?.hasSuffix(number) == true && line()?.contains(" open ") == true)
    _ = try hospital.sql(
      """
      UPDATE staff SET left_at = 1, version = version + 1, change_reason = 'retired' WHERE number = '\(number)'
      """)
    #expect(try line()?.contains(" left ") == true)
    #expect(try hospital.home.hms("user", "list", "--json").output.contains(#""left" : true"#))
    let terminal = try hospital.terminal()
    terminal.press(.text("cashier"), .tab, .text("demo"), .enter)
    try terminal.wait(for: "do not go together")
  }
}
