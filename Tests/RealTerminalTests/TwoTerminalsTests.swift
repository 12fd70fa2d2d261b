import BuiltProgramSupport
import Testing

/// Two people at two real terminals (A2): what one does is painted in front of the other, without a key, and without
/// disturbing what the other is typing.
@Suite struct TwoTerminalsTests {
  private let hospital: DemonstrationHome

  init() throws {
    hospital = try DemonstrationHome()
  }

  @Test func aRoomThatIsCleanedTurnsFreeOnTheOtherBoard() throws {
    let ward = try board()
    let desk = try board()
    let room = try #require(firstRoom(in: "housekeeping", on: desk))

    // The other person is in the middle of typing a filter.
    desk.type("/")
    desk.type(room)
    try desk.wait(for: "the cursor behind what was typed") {
      $0.text.contains("1 of") && $0.lines[$0.cursor.row].prefix($0.cursor.column).hasSuffix(room)
    }
    let cursor = desk.screen.cursor

    filter(ward, to: room)
    ward.type("c")
    try desk.wait(for: "\(room) free, with its mark") { line(of: room, on: $0).contains("free") }
    #expect(desk.screen.cursor == cursor)
    #expect(line(of: room, on: desk.screen).contains("*"))
  }

  @Test func aHalfTypedRegistrationIsLeftAlone() throws {
    let desk = try hospital.terminal(as: "reception")
    desk.type("3")
    try desk.wait(for: "Family name")
    desk.type("Murph")
    try desk.wait(for: "Murph_")
    let (cursor, before) = (desk.screen.cursor, desk.screen.lines[4])

    let ward = try board()
    let room = try #require(firstRoom(in: "housekeeping", on: ward))
    filter(ward, to: room)
    ward.type("c")
    try ward.wait(for: "\(room) free") { line(of: room, on: $0).contains("free") }

    desk.type("y")
    try desk.wait(for: "Murphy")
    #expect(desk.screen.cursor.row == cursor.row && desk.screen.cursor.column == cursor.column + 1)
    #expect(desk.screen.lines[4].hasPrefix(before.prefix(3)))
  }

  @Test func aChangeByTheShellIsSeenToo() throws {
    let desk = try board()
    let room = try #require(firstRoom(in: "housekeeping", on: desk))
    filter(desk, to: room)
    let change = """
      UPDATE room SET service_state = 'in-service', service_since = service_since + 1, version = version + 1
      WHERE number = '\(room)'
      """
    let run = try ProgramRun(
      ["/usr/bin/sqlite3", hospital.home.path + "/data/hms/hospital.sqlite", change],
      environment: hospital.home.environment)
    #expect(run.end == .exited(0), "\(run.errors)")
    try desk.wait(for: "\(room) free") { line(of: room, on: $0).contains("free") }
  }

  /// A program that ends beside a session takes nothing of the file away that the session still writes to (O8).
  @Test(arguments: ["sqlite3", "hms"]) func whatIsSavedAfterAnotherProgramEndedIsThere(_ other: String) throws {
    let desk = try hospital.terminal(as: "reception")
    if other == "hms" {
      #expect(try hospital.home.hms("user", "list").end == .exited(0))
    } else {
      #expect(try Int(hospital.sql("SELECT COUNT(*) FROM patient")) ?? 0 > 200)
    }
    desk.type("3")
    try desk.wait(for: "[3 Register]")
    if !desk.screen.text.contains("Family name") { desk.type("n") }
    try desk.wait(for: "Family name")
    for text in [
      "Lastly", "Inês", "1991/03/12", "F", "", "none", "", "14 Quay Lane", "", "", "Duarte, Rui", "brother", "none",
      "latex",
    ] { desk.press(.text(text), .tab) }
    desk.press(.control("S"))
    try desk.wait(for: "LASTLY, Inês is registered as")
    #expect(try hospital.sql("SELECT COUNT(*) FROM patient WHERE family_name = 'Lastly'") == "1")
  }

  /// A head nurse at the board of rooms.
  private func board() throws -> RealTerminal {
    let terminal = try hospital.terminal(as: "headnurse")
    terminal.type("2")
    try terminal.wait(for: "the board") { $0.text.contains("[2 Beds]") && $0.text.contains("ROOM ") }
    return terminal
  }

  private func filter(_ terminal: RealTerminal, to room: String) {
    terminal.type("/")
    terminal.type(room)
    terminal.press(.enter)
  }

  /// The first room on the board that is in a state.
  private func firstRoom(in state: String, on terminal: RealTerminal) -> String? {
    terminal.screen.lines.first { $0.contains(state) && $0.contains("-") }?
      .dropFirst(2).prefix { $0 != " " }.description
  }

  private func line(of room: String, on screen: ScreenEmulator) -> String {
    screen.lines.first { $0.dropFirst(2).hasPrefix(room + " ") } ?? ""
  }
}
