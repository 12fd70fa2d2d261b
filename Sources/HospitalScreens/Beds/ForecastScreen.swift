import HospitalDomain
import HospitalServices

/// Which rooms can be expected to be free, and when; who is expected to leave, and how long everybody has stayed (A7).
package struct ForecastScreen: Sendable {
  /// What the lower list shows.
  package enum View: Hashable, Sendable {
    /// Rooms by when they can be expected to be free, with why they are not free now.
    case rooms
    /// Patients by when they are expected to leave.
    case discharges
  }

  /// How far ahead the lower list looks.
  package enum Horizon: CaseIterable, Hashable, Sendable {
    case all, now, hours2, hours6, hours24, unknown

    /// The horizon in words.
    package var title: String {
      switch self {
      case .all: "all"
      case .now: "now"
      case .hours2: "in 2 h"
      case .hours6: "in 6 h"
      case .hours24: "in 24 h"
      case .unknown: "nobody knows when"
      }
    }

    func takes(_ moment: Timestamp?, at now: Timestamp) -> Bool {
      switch self {
      case .all: true
      case .unknown: moment == nil
      case .now: moment.map { $0 <= now } ?? false
      case .hours2: moment.map { $0 <= now + .hours(2) } ?? false
      case .hours6: moment.map { $0 <= now + .hours(6) } ?? false
      case .hours24: moment.map { $0 <= now + .hours(24) } ?? false
      }
    }
  }

  /// What the lower list shows.
  package private(set) var view = View.rooms
  /// How far ahead it looks.
  package private(set) var horizon = Horizon.all
  /// Which area has the cursor.
  package private(set) var area = BedBoardScreen.Area.rooms
  /// All wards together, then each.
  package private(set) var wards: [WardForecast] = []
  /// The lines of the lower list.
  package private(set) var lines: [ForecastLine] = []
  /// The place of the ward that is chosen: 0 is all.
  package private(set) var wardCursor = 0
  /// The room under the cursor.
  package private(set) var selected: RoomID?
  private var rows: [RoomBoardRow]
  private var now: Timestamp
  /// The number of the newest change that the rows contain.
  private var edition: Int64
  private let clock: LocalTime
  private let session: Session

  /// The forecast for what a board shows; the ward that was chosen there stays chosen.
  package init(_ board: BedBoardScreen) {
    rows = board.list.rows
    edition = board.edition
    now = board.now
    clock = board.clock
    session = board.session
    wardCursor = board.wardCursor
    work()
  }

  /// Where the cursor stands in the lower list.
  package var cursor: Int? { lines.firstIndex { $0.id == selected } }

  /// The name of the ward that is chosen; nil for all.
  package var wardName: String? { wardCursor == 0 ? nil : wards[wardCursor].name }

  /// Takes live news, if it is a board; the cursor stays on its room.
  package mutating func receive(_ payload: any Sendable) {
    guard let reading = payload as? BoardReading, reading.fault == nil else { return }
    guard reading.edition >= edition else { return }
    edition = reading.edition
    apply(board: Array(reading.rooms), at: max(now, reading.readAt))
  }

  /// Takes a fresh board.
  package mutating func apply(board: [RoomBoardRow], at now: Timestamp) {
    rows = board
    self.now = now
    work()
  }

  /// Shows it anew, as after names were hidden.
  package mutating func showAgain() { work() }

  /// Lets time pass.
  package mutating func tick(_ now: Timestamp) {
    self.now = now
    work()
  }

  /// Goes to the other area (Tab).
  package mutating func nextArea() { area = area == .wards ? .rooms : .wards }

  /// Shows rooms, or discharges.
  package mutating func nextView() {
    view = view == .rooms ? .discharges : .rooms
    work()
  }

  /// Looks further ahead, round the end.
  package mutating func nextHorizon(by step: Int = 1) {
    let all = Horizon.allCases
    horizon = all[((all.firstIndex(of: horizon) ?? 0) + step + all.count) % all.count]
    work()
  }

  /// Moves the cursor of the area by so many lines.
  package mutating func move(by step: Int) {
    if area == .wards {
      wardCursor = min(max(0, wardCursor + step), wards.count - 1)
      work()
    } else if !lines.isEmpty {
      selected = lines[min(max(0, (cursor ?? 0) + step), lines.count - 1)].id
    }
  }

  /// Works everything out anew.
  private mutating func work() {
    let position = cursor
    let forecast = BedForecast(rows, at: now, clock: clock)
    wards = WardForecast.all(forecast, clock: clock)
    wardCursor = min(wardCursor, wards.count - 1)
    let chosen = wards[wardCursor].department
    let maker = ForecastLineMaker(now: now, clock: clock, hidesNames: session.hidesNames)
    let wanted = forecast.lines.filter { chosen == nil || $0.room.department.id == chosen }
    lines = view == .rooms ? maker.rooms(wanted, horizon) : maker.discharges(wanted, horizon)
    if cursor == nil {
      selected = lines.isEmpty ? nil : lines[min(position ?? 0, lines.count - 1)].id
    }
  }
}
