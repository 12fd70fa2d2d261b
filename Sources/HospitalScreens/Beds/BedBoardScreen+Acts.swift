import HospitalDomain
import HospitalServices

extension BedBoardScreen {
  /// The rooms that an act applies to: the marked ones that are shown if it takes many and there are some, else the one
  /// under the cursor. Nothing is done to a room that nobody sees.
  package func targets(of act: BedAct) -> [RoomBoardRow] {
    if act.takesMany, !marked.isEmpty {
      let seen = list.shown.filter { marked.contains(list.rows[$0].id) }
      if !seen.isEmpty { return seen.sorted().map { list.rows[$0] } }
    }
    return selectedRow.map { [$0] } ?? []
  }

  /// Why an act cannot be done now, as a sentence; nil when it can. The permission counts before the state of the room.
  package func refusal(of act: BedAct) -> String? {
    if let refusal = session.refusal(of: act.permission) { return refusal.sentence }
    let targets = targets(of: act)
    guard !targets.isEmpty else { return "No room is shown; Esc clears the filter." }
    let refusals = targets.compactMap { act.refusal(for: $0, at: now, clock: clock) }
    guard refusals.count == targets.count else { return nil }
    return targets.count == 1 ? refusals[0].sentence : "None of the \(targets.count) marked rooms allows that."
  }

  /// Whether the person's role allows an act, whatever the room.
  package func may(_ act: BedAct) -> Bool { session.may(act.permission) }

  /// Does an act that needs no form to the room under the cursor, or to every marked room, and says what came of it in one
  /// message. Rooms that refuse stay marked.
  package mutating func act(_ act: BedAct) {
    let targets = targets(of: act)
    if let refusal = refusal(of: act) { return say(.note, refusal) }
    let now = now
    perform(act, on: targets) { try $1.perform(act, on: $0, at: now) }
  }

  /// Takes the last act back (u).
  package mutating func undo() {
    report { try $0.past.undo(in: $0.session)?.sentence ?? "There is nothing to undo." }
  }

  /// Does the act again that was taken back last (^Y).
  package mutating func redo() {
    report { try $0.past.redo(in: $0.session)?.sentence ?? "There is nothing to do again." }
  }

  /// Does something to rooms one after the other, collects the refusals, and remembers the whole as one act to undo.
  mutating func perform(_ act: BedAct, on rooms: [RoomBoardRow], _ work: (RoomBoardRow, BedService) throws -> DoneAct) {
    let service = BedService(session)
    var done: [(room: RoomID, act: DoneAct)] = []
    var refused: [String] = []
    for room in rooms {
      do {
        done.append((room.id, try work(room, service)))
      } catch {
        refused.append(FormMessage(problem: error).sentence)
      }
    }
    marked.subtract(done.map(\.room))
    reread(done.map(\.room))
    if !done.isEmpty { past.remember(.all(done.map(\.act))) }
    say(done, refused: refused, act)
  }

  /// Reads rooms again that were acted on, so that the board shows it before the feed does.
  mutating func reread(_ rooms: [RoomID]) {
    let now = session.workplace.clock()
    let service = BedService(session)
    guard !rooms.isEmpty, let reading = try? service.reading(of: rooms) else { return }
    apply(changed: reading, at: now)
  }

  /// Remembers an act that a form did, shows it on the board and says it.
  package mutating func finish(_ act: DoneAct, in room: RoomID) {
    past.remember(act)
    refresh()
    select(room)
    say(.ok, act.sentence + ".")
  }

  /// Reads the whole board again (r).
  package mutating func refresh() {
    do {
      let reading = try BedService(session).reading()
      waiting = nil
      takeQuietly(reading, at: session.workplace.clock())
    } catch {
      news.append(FormMessage(problem: error))
    }
  }

  private mutating func report(_ work: (inout BedBoardScreen) throws -> String) {
    do {
      let sentence = try work(&self)
      say(.ok, sentence.hasSuffix(".") ? sentence : sentence + ".")
    } catch {
      news.append(FormMessage(problem: error))
    }
    refresh()
  }

  private mutating func say(_ done: [(room: RoomID, act: DoneAct)], refused: [String], _ act: BedAct) {
    let numbers = done.compactMap { list.row($0.room)?.number }
    let rooms =
      numbers.count > 4 ? Listing.and(numbers.prefix(3) + ["\(numbers.count - 3) more"]) : Listing.and(numbers)
    switch (done.count, refused.count) {
    case (1, 0): say(.ok, done[0].act.sentence + ".")
    case (0, 1): say(.error, refused[0])
    case (_, 0): say(.ok, "\(Listing.count(done.count, "room")) \(act.outcome): \(rooms).")
    default:
      say(
        done.isEmpty ? .error : .warning,
        "\(done.count) of \(done.count + refused.count) rooms \(act.outcome). \(refused.joined(separator: " "))")
    }
  }
}

extension BedService {
  /// Does an act that needs no form to a room as it was seen.
  func perform(_ act: BedAct, on room: RoomBoardRow, at now: Timestamp) throws -> DoneAct {
    switch act {
    case .letGo: try letGo(room.hold?.id, of: room.id)
    case .cleaned: try cleaned(room.id)
    case .terminallyCleaned: try terminallyCleaned(room.id)
    case .needsCleaning: try needsCleaning(room.id)
    case .reopen: try reopen(room.id)
    case .endIsolation: try endIsolation(room.expectedBedside(at: now))
    default: throw Refusal(code: "bed.form", sentence: "This needs a form; press its key on the board.")
    }
  }
}
