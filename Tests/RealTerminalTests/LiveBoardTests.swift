import BuiltProgramSupport
import Testing

/// What one nurse does shows on every other board at once, and disturbs nobody (A2).
@Suite struct LiveBoardTests {
  private let hospital: DemonstrationHome

  init() throws {
    hospital = try DemonstrationHome()
  }

  /// A board so tall that every room is seen.
  private func board(_ user: String) throws -> RealTerminal {
    let terminal = try hospital.terminal(as: user, rows: 130, columns: 100)
    terminal.type("2")
    try terminal.wait(for: "ROOM ")
    return terminal
  }

  /// The number of the first room in a state.
  private func room(_ state: String, on terminal: RealTerminal) throws -> String {
    let line = try #require(terminal.screen.lines.first { $0.hasPrefix("  ") && $0.contains(state) && $0.contains("-") })
    return String(line.dropFirst(2).prefix { $0 != " " })
  }

  /// Goes down to a room.
  private func select(_ room: String, on terminal: RealTerminal) throws {
    for _ in 0..<120 {
      if terminal.screen.lines.contains(where: { $0.hasPrefix("> \(room) ") }) { return }
      let before = terminal.screen.cursor.row
      terminal.press(.down)
      try terminal.wait(for: "the next row") { $0.cursor.row != before || $0.lines.contains { $0.hasPrefix("> \(room) ") } }
    }
    Issue.record("the room \(room) was not reached")
  }

  @Test func whatOneCleansTheOtherSeesFree() throws {
    let (mine, theirs) = try (board("nurse"), board("headnurse"))
    let room = try room("housekeeping", on: mine)
    let cursor = theirs.screen.cursor.row
    try select(room, on: mine)
    mine.type("c")
    try theirs.wait(for: "\(room) free on the other board") { screen in
      screen.lines.contains { $0.dropFirst(2).hasPrefix("\(room) ") && $0.contains("free") }
    }
    #expect(theirs.screen.cursor.row == cursor, "the other's cursor stands where it stood")
    mine.type("u")
    try theirs.wait(for: "\(room) in housekeeping again") { screen in
      screen.lines.contains { $0.dropFirst(2).hasPrefix("\(room) ") && $0.contains("housekeeping") }
    }
  }

  @Test func whatIsBeingTypedStaysAsItIs() throws {
    let (mine, theirs) = try (board("nurse"), board("headnurse"))
    theirs.type("/hou")
    try theirs.wait(for: "hou")
    let room = try room("housekeeping", on: mine)
    try select(room, on: mine)
    mine.type("c")
    try theirs.wait(for: "\(room) gone from the filtered board") { screen in
      !screen.lines.contains { $0.dropFirst(2).hasPrefix("\(room) ") && $0.contains("housekeeping") }
    }
    theirs.type("se")
    try theirs.wait(for: "house")
  }
}
