import HospitalDomain
import HospitalServices

/// The bed board as one person sees it (A1): wards with their counts, the rooms of the ward that is chosen, and what can be
/// done to the room under the cursor or to the rooms that are marked.
///
/// The cursor belongs to a room, not to a row: live changes never move it to another room (screens.md, principle 7).
package struct BedBoardScreen: Sendable {
  /// The two areas, in the order of Tab.
  package enum Area: Hashable, Sendable {
    /// The wards with their counts.
    case wards
    /// The rooms.
    case rooms
  }

  /// The rows, and which of them are shown.
  package internal(set) var list = BoardList()
  /// Which area has the cursor.
  package internal(set) var area = Area.rooms
  /// The room under the cursor; nil when no room is shown.
  package internal(set) var selected: RoomID?
  /// The rooms that are marked: acts on many apply to them.
  package internal(set) var marked: Set<RoomID> = []
  /// What changed in the last minute.
  package internal(set) var changes = ChangeMarks()
  /// The filter while it is being typed; nil otherwise.
  package internal(set) var entry: TextEntry?
  /// The filter as it was last typed; it stays for `n` and `N` after it was cleared.
  package internal(set) var filterText = ""
  /// Why what was typed is no filter, as read beside it.
  package internal(set) var filterProblem: String?
  /// The newest board while the live board is paused; nil when nothing is waiting.
  package internal(set) var waiting: BoardReading?
  /// The number of the newest change that the whole board contains.
  var edition: Int64 = 0
  /// The rooms that were read by themselves since, after something was done to them, and what change they contain.
  var ahead: [RoomID: Int64] = [:]
  /// Whether live changes are held back.
  package internal(set) var isPaused = false
  /// Whether the names of patients are hidden, for a screen that others can see.
  package var hidesNames: Bool { session.hidesNames }
  /// What can be undone and done again.
  package internal(set) var past = PastActs()
  /// What the last act had to say; the pane takes it to the message row.
  package internal(set) var news: [FormMessage] = []
  /// The time on the screen.
  package internal(set) var now: Timestamp
  /// Who sits at the screen.
  package let session: Session
  /// What can be collected at the pharmacy, by the number of the room that the patient lies in.
  private(set) var toCollect: [String: [String]] = [:]
  /// The lines that were made last.
  private let memory = LineMemory()
  /// Where its forms find people.
  package let directory: BedDirectory

  /// The board of a session, with the rows as the feed has read them.
  package init(
    session: Session, directory: BedDirectory = BedDirectory(), board: BoardRooms, edition: Int64 = 0,
    at now: Timestamp
  ) {
    self.edition = edition
    self.session = session
    self.directory = directory
    self.now = now
    _ = list.take(board, at: now)
    selected = list.shown.first.map { list.rows[$0].id }
    list.keep(selected)
  }

  /// Reads again what can be collected at the pharmacy (M1); nothing for those who may not see it.
  package mutating func readToCollect() {
    guard session.may(.seePrescriptions) else { return }
    let ready = (try? PharmacyService(session).toCollect()) ?? []
    toCollect = Dictionary(grouping: ready.filter { !$0.work.room.isEmpty }, by: \.work.room).mapValues { all in
      all.map { one in
        "Rx \(one.prescription.number)\(one.work.stage == .partDispensed ? ", in part" : ""), \(one.prescription.pharmacy)"
      }
    }
  }

  /// The hospital's clock.
  package var clock: LocalTime { session.workplace.localTime }

  /// The room under the cursor.
  package var selectedRow: RoomBoardRow? { selected.flatMap { list.row($0) } }

  /// Where the cursor stands among the rooms that are shown.
  package var cursor: Int? { selected.flatMap { list.position(of: $0) } }

  /// How many rooms are shown, and how many there are in the ward that is chosen or in all.
  package var counts: (shown: Int, all: Int) {
    let all = list.wards.first { $0.id == list.choice.ward }?.counts.total ?? list.rows.count
    return (list.shown.count, all)
  }

  /// `12 of 64 rooms`.
  package var countText: String {
    counts.shown == counts.all
      ? Listing.count(counts.all, "room") : "\(counts.shown) of \(Listing.count(counts.all, "room"))"
  }

  /// `by since, reversed`; nil in the usual order, which needs no word.
  package var orderText: String? { list.order == BoardOrder() ? nil : "by \(list.order.title)" }

  /// `3 marked`, and how many of them the filter hides, which no act touches; nil while none is marked.
  package var markText: String? {
    guard !marked.isEmpty else { return nil }
    let hidden = marked.count - list.shown.count { marked.contains(list.rows[$0].id) }
    return "\(marked.count) marked" + (hidden == 0 ? "" : ", \(hidden) hidden")
  }

  /// What its lines are made of.
  package var look: BoardLook {
    BoardLook(edition: list.edition, changes: changes, marked: marked, hidesNames: hidesNames, now: now)
  }

  /// The line of one room that is shown.
  package func line(at position: Int) -> RoomLine { line(ofPlace: list.shown[position]) }

  func line(ofPlace place: Int) -> RoomLine {
    memory.line(at: place, of: look) {
      let row = list.rows[place]
      return LineMakings(
        row: row, code: list.codes[place], namesakes: list.namesakes(at: place), was: changes.formerCode(of: row.id),
        isMarked: marked.contains(row.id), maker: RoomLineMaker(now: now, clock: clock, hidesNames: hidesNames))
    }
  }

  /// Takes what is to be said, once.
  package mutating func takeNews() -> [FormMessage] {
    defer { news = [] }
    return news
  }

  mutating func say(_ level: FormMessage.Level, _ sentence: String) { news.append(FormMessage(level, sentence)) }
}
