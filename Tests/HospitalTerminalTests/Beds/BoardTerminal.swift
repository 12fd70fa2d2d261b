import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit

@testable import HospitalTerminal

/// A terminal at which somebody of a role works on the board of a small hospital.
struct BoardTerminal {
  let hospital: TestHospital
  let desk: Desk
  let screen: ScriptedTerminal
  private let host: BoardHost

  /// Opens the board. In 4A-01 lies DUARTE, Inês; the other rooms are free.
  init(
    _ role: Role = .headNurse, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed,
    glyphs: GlyphSet = .unicode
  ) throws {
    hospital = try TestHospital()
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    desk = Desk(workplace: hospital.workplace, terminal: "test") {}
    desk.begin(hospital.session(role))
    screen = ScriptedTerminal(columns: columns, rows: rows, depth: depth, glyphs: glyphs)
    host = BoardHost(desk)
    screen.start(Shell(host: host))
  }

  var frame: Frame { screen.frame }

  /// The message row.
  var message: String {
    frame.lines.first { $0.hasPrefix(" OK ") || $0.hasPrefix(" Note") || $0.hasPrefix(" Warn") || $0.hasPrefix(" ERR") }
      ?? ""
  }

  /// Brings the board as the feed would, once another session has changed it.
  func bring(_ board: [RoomBoardRow]) {
    bring(BoardReading(rooms: BoardRooms(board), edition: .max, readAt: hospital.clock.now))
  }

  /// Brings what the feed has read.
  func bring(_ reading: BoardReading) {
    host.waiting = [LiveNews(.board, reading)]
    screen.wake()
  }

  /// The line of a room in the list.
  func line(of room: String) -> String { frame.lines.first { $0.dropFirst(2).hasPrefix(room) } ?? "" }
}

/// A host with the board as its one tab, and news that a test brings.
final class BoardHost: ShellHost {
  private let desk: Desk
  var waiting: [LiveNews] = []

  init(_ desk: Desk) { self.desk = desk }

  var now: Int64 { desk.now.milliseconds }
  var status: ShellStatus {
    ShellStatus(place: "St Brigid General", user: "OKAFOR N.", role: "nurse", live: .live, clock: desk.clockText)
  }

  func tabs() -> [ShellTab] {
    guard let session = desk.session else { return [] }
    let desk = desk
    return [ShellTab(2, "Beds") { BedsPane(BedBoardScreen(session: session, desk: desk), desk: desk) }]
  }

  func news() -> [LiveNews] {
    defer { waiting = [] }
    return waiting
  }
}
