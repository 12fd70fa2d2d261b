import HospitalDomain
import HospitalRecords
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("The page of tiles that is kept (A1)")
struct TilePageTests {
  private let hospital: TestHospital
  private let desk: Desk

  init() throws {
    hospital = try TestHospital()
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    desk = Desk(workplace: hospital.workplace, terminal: "test") {}
    desk.begin(hospital.session(.headNurse))
  }

  private func pane() throws -> BedsPane {
    let session = try #require(desk.session)
    var pane = BedsPane(BedBoardScreen(session: session, desk: desk), desk: desk)
    pane.appear()
    return pane
  }

  private func draw(_ pane: inout BedsPane) -> Frame {
    var canvas = Canvas(size: Size(columns: 160, rows: 45))
    pane.draw(on: &canvas)
    return Frame(canvas: canvas, theme: .plain)
  }

  /// The pane drawn with nothing that was kept: hiding the names for a moment makes every line and tile anew.
  private func fresh(_ pane: BedsPane) -> Frame {
    var pane = pane
    _ = pane.screen.session.veil.toggle()
    _ = draw(&pane)
    _ = pane.screen.session.veil.toggle()
    return draw(&pane)
  }

  @Test("a page on and a page back go by what is seen, to the ends")
  func pages() throws {
    let ward = hospital.samples.medical
    try hospital.write { records in
      for number in 10..<300 {
        _ = try records.rooms.add(
          RoomDescription(department: ward, number: "4A-\(number)", bay: "", kind: .private, features: ""))
      }
    }
    var pane = try pane()
    pane.act { $0.refresh() }
    _ = draw(&pane)
    let last = pane.screen.list.shown.count - 1
    #expect(pane.screen.cursor == 0)
    pane.page(by: 1)
    #expect((pane.screen.cursor ?? 0) > 0)
    for _ in 0..<20 { pane.page(by: 1) }
    let columns = try #require(pane.tiling?.columns)
    #expect((pane.screen.cursor ?? 0) > last - columns)
    for _ in 0..<20 { pane.page(by: -1) }
    #expect((pane.screen.cursor ?? last) < columns)
  }

  @Test("whatever is done, it looks as if it were drawn afresh")
  func alwaysFresh() throws {
    var pane = try pane()
    let now = hospital.clock.now
    var (last, changes) = ("", 0)
    let steps: [(BedsPane) -> BedsPane] = [
      Self.step { $0.move(right: 1) }, Self.step { $0.act { $0.toggleMark() } },
      Self.step { $0.act { _ = $0.session.veil.toggle() } }, Self.step { $0.act { _ = $0.session.veil.toggle() } },
      Self.step { $0.act { $0.act(.needsCleaning) } }, Self.step { $0.act { $0.undo() } },
      Self.step { $0.act { $0.nextStates() } }, Self.step { $0.act { $0.nextOrder() } },
      Self.step { $0.act { $0.reverseOrder() } }, Self.step { $0.act { $0.nextStates(by: -1) } },
      Self.step { $0.act { $0.chooseWard(at: 1) } }, Self.step { $0.act { $0.chooseWard(at: 0) } },
      Self.step { $0.screen.tick(now + .minutes(61)) }, Self.step { $0.move(down: 1) },
    ]
    for (number, step) in steps.enumerated() {
      pane = step(pane)
      let kept = draw(&pane)
      let drawn = fresh(pane)
      #expect(kept == drawn, "after step \(number)")
      if drawn.text != last { changes += 1 }
      last = drawn.text
    }
    #expect(changes >= 10, "the steps are seen")
  }

  @Test("two copies of a board that were changed apart never share a page")
  func copies() throws {
    var (one, other) = (try pane(), try pane())
    other.screen = one.screen
    one.act { $0.toggleMark() }
    _ = draw(&one)
    other.act { $0.move(by: 1) }
    other.act { $0.act(.needsCleaning) }
    _ = draw(&other)
    one.screen = other.screen
    #expect(draw(&one) == fresh(one))
  }

  private static func step(_ act: @escaping (inout BedsPane) -> Void) -> (BedsPane) -> BedsPane {
    { pane in
      var pane = pane
      act(&pane)
      return pane
    }
  }
}
