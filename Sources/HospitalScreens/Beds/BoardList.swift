import HospitalDomain

/// The rows of the board, and which of them are shown in which order.
///
/// Choosing and sorting are worked out when rows, choice or order change, never for a key that only moves. A row that
/// changes is moved to its new place by itself; the others are not sorted again.
package struct BoardList: Sendable {
  /// The state that everything below is in: another one after each change of what is shown.
  private(set) var edition = BoardEdition()
  /// Every room, by department and number.
  package private(set) var rows: [RoomBoardRow] = [] { didSet { edition = BoardEdition() } }
  /// The code of each row at the time of the board.
  package private(set) var codes: [BedCode] = [] { didSet { edition = BoardEdition() } }
  /// The wards in the order of their departments.
  package private(set) var wards: [WardLine] = [] { didSet { edition = BoardEdition() } }
  /// How many rooms of all wards are in each state.
  package private(set) var counts = BoardCounts()
  /// The characters of the longest room number.
  package private(set) var longestNumber = 0
  /// When the state of a room will change by itself, at the end of a hold.
  package private(set) var nextChange: Timestamp?
  /// The places in `rows` of what is shown, in order.
  package internal(set) var shown: [Int] = [] { didSet { edition = BoardEdition() } }
  /// Which rows are shown.
  package internal(set) var choice = BoardChoice()
  /// In which order.
  package internal(set) var order = BoardOrder()
  /// The name of each row's patient as names are compared; empty for nobody.
  private var names: [String] = []
  /// The patients who stand on the board under each name, and how often.
  private var namesakes: [String: [PatientID: Int]] = [:] { didSet { edition = BoardEdition() } }
  /// The place of a row that is shown even when the choice leaves it out: the one under the cursor.
  var kept: Int?
  /// The time of the board.
  private(set) var now = Timestamp(milliseconds: 0)
  private(set) var keys: [BoardSortKey] = []
  private var places: [RoomID: Int] = [:]
  /// The places in `rows` of the rooms in the order in which boards bring them.
  private var arrivals: [Int] = []

  /// The place of a room in `rows`; nil for one that is not on the board.
  package func place(of id: RoomID) -> Int? { places[id] }

  /// The row of a room.
  package func row(_ id: RoomID) -> RoomBoardRow? { places[id].map { rows[$0] } }

  /// Where a room stands in what is shown.
  package func position(of id: RoomID) -> Int? { places[id].flatMap { shown.firstIndex(of: $0) } }

  /// Which of `wards` a row belongs to; they stand in the order of the rows.
  func ward(ofPlace place: Int) -> Int? {
    var (low, high) = (0, wards.count)
    while low < high {
      let middle = (low + high) / 2
      if wards[middle].places.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < wards.count ? low : nil
  }

  /// Whether a row belongs into what is shown.
  func isWanted(_ place: Int) -> Bool { place == kept || isChosen(place) }

  /// Whether the choice itself shows a row, wherever the cursor is.
  func isChosen(_ place: Int) -> Bool {
    choice.shows(rows[place], code: codes[place], at: now)
  }

  /// Whether a filter finds a row.
  func matches(_ place: Int, _ filter: BoardFilter) -> Bool { filter.shows(rows[place], at: now) }

  /// How many patients on the board have the name of the one in a row; 1 if nobody else has.
  func namesakes(at place: Int) -> Int {
    names[place].isEmpty ? 1 : max(1, namesakes[names[place]]?.count ?? 1)
  }
}

// MARK: - Taking rows

extension BoardList {
  /// Takes a whole board at a time.
  ///
  /// - Returns: the rooms that are not as they were; nil when rooms came, went or moved, so that everything is new.
  mutating func take(_ board: BoardRooms, at now: Timestamp) -> [BoardChange]? {
    guard board.count == arrivals.count else { return replaceAll(board, at: now) }
    let unlike = board.positions(unlike: rows, at: arrivals)
    let isSame = unlike.allSatisfy { position in
      let (row, old) = (board[position], rows[arrivals[position]])
      return row.id == old.id && row.number == old.number && row.department == old.department
    }
    guard isSame else { return replaceAll(board, at: now) }
    let changed = unlike.filter { board[$0] != rows[arrivals[$0]] }
    return replace(changed.map { (row: board[$0], place: arrivals[$0]) }, at: now)
  }

  /// Takes rows that changed, at a time; rooms that are not on the board are left out.
  mutating func take(changed fresh: [RoomBoardRow], at now: Timestamp) -> [BoardChange] {
    replace(
      fresh.compactMap { row in places[row.id].map { (row: row, place: $0) } }.filter { $0.row != rows[$0.place] },
      at: now)
  }

  /// Lets time pass: a hold that has come to its end no longer counts.
  ///
  /// - Returns: the rooms whose state is another now.
  mutating func pass(to now: Timestamp) -> [BoardChange] {
    replace([], at: now)
  }

  /// Takes everything as new: nobody can say what changed.
  private mutating func replaceAll(_ board: BoardRooms, at now: Timestamp) -> [BoardChange]? {
    var departments: [DepartmentID: Int] = [:]
    for row in board where departments[row.department.id] == nil { departments[row.department.id] = departments.count }
    let numbers = board.map { RoomNumberKey($0.number) }
    let order = board.indices.sorted { one, other in
      let (a, b) = (departments[board[one].department.id] ?? 0, departments[board[other].department.id] ?? 0)
      return a != b ? a < b : numbers[one] < numbers[other]
    }
    self.now = now
    rows = order.map { board[$0] }
    arrivals = Array(repeating: 0, count: rows.count)
    for (place, arrival) in order.enumerated() { arrivals[arrival] = place }
    places = Dictionary(rows.enumerated().map { ($1.id, $0) }) { first, _ in first }
    codes = rows.map { $0.code(at: now) }
    keys = rows.indices.map { self.order.key(of: rows[$0], code: codes[$0], at: now) }
    names = rows.map { Self.name(in: $0) }
    namesakes = [:]
    for place in rows.indices { count(place, by: 1) }
    wards = WardLine.all(rows, codes)
    longestNumber = rows.lazy.map(\.number.count).max() ?? 0
    sumUp()
    kept = nil
    arrange()
    return nil
  }

  private mutating func replace(_ fresh: [(row: RoomBoardRow, place: Int)], at now: Timestamp) -> [BoardChange] {
    // Without a hold that ends in between, time alone turns no room.
    let mayTurn = now < self.now || nextChange.map { $0 <= now } ?? false
    self.now = now
    var touched = Set(fresh.map(\.place))
    for (row, place) in fresh {
      count(place, by: -1)
      rows[place] = row
      names[place] = Self.name(in: row)
      count(place, by: 1)
    }
    if mayTurn {
      for place in rows.indices where rows[place].hold != nil && rows[place].code(at: now) != codes[place] {
        touched.insert(place)
      }
    }
    guard !touched.isEmpty else { return [] }
    let changes = touched.sorted().map { BoardChange(room: rows[$0].id, was: codes[$0]) }
    for place in touched {
      codes[place] = rows[place].code(at: now)
    }
    sumUp()
    for ward in wards.indices where touched.contains(where: wards[ward].places.contains) { wards[ward].count(codes) }
    settle(touched)
    return changes
  }

  /// What follows from all rows together.
  private mutating func sumUp() {
    counts = BoardCounts(codes[...])
    nextChange = rows.indices.compactMap { codes[$0] == .held ? rows[$0].hold?.expiresAt : nil }.min()
  }

  private static func name(in row: RoomBoardRow) -> String {
    // Those whose names are withheld are no namesakes of each other.
    let patient = (row.occupancy?.patient ?? row.hold?.patient).flatMap { $0.isWithheld ? nil : $0 }
    return patient.map { TextFolding.fold($0.name.listed) } ?? ""
  }

  private mutating func count(_ place: Int, by step: Int) {
    guard let patient = rows[place].occupancy?.patient ?? rows[place].hold?.patient else { return }
    let name = names[place]
    let times = namesakes[name]?[patient.id] ?? 0
    namesakes[name, default: [:]][patient.id] = times + step > 0 ? times + step : nil
  }

  /// Works out the sort key of a row anew.
  mutating func refreshKey(of place: Int) { keys[place] = order.key(of: rows[place], code: codes[place], at: now) }
}
