import DatabaseKit
import Glibc
import HospitalDomain
import HospitalRecords
import HospitalServices
import SQLiteEngine

/// One session and the acts that it can be asked for.
struct Contender {
  let session: Session
  private var registered = 0
  private var known = KnownPeople()
  private var lot: Lot?
  private var spent = 0

  /// Opens the database as that user, whose password is not asked for.
  init(path: String, username: String) throws {
    let clock: @Sendable () -> Timestamp = {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
    let ids = IdentifierSource { "\($0.milliseconds)-\(getpid())-\(UInt64.random(in: 0 ... .max))" }
    let workplace = Workplace(
      engine: try SQLiteDatabase(path: path), clock: clock, localTime: .utc, ids: ids,
      passwords: PasswordHashing(hash: { $0 }, verify: { $0 == $1 }))
    let nobody = Records.Author(account: Identifier(""), hospital: Identifier(""), now: clock(), ids: ids)
    let found = try workplace.engine.read { try Records($0, author: nobody).accounts.find(username: username) }
    guard let found else { throw DatabaseFault.other("there is no account \(username)") }
    session = try SignInService(workplace).begin(found.account, at: "contender \(getpid())")
  }

  /// Does the act of a line and says what came of it.
  mutating func answer(_ line: String) -> String {
    let words = line.split(separator: " ").map(String.init)
    do {
      return "done " + (try act(words.first ?? "", Array(words.dropFirst())))
    } catch let refusal as Refusal {
      return "refused \(refusal.code) \(refusal.sentence)"
    } catch {
      return "fault \(error)"
    }
  }

  mutating func act(_ verb: String, _ words: [String]) throws -> String {
    switch verb {
    case "admit": try admit(patient: words[0], to: words[1])
    case "leave": try leave(words[0])
    case "checkouts": try checkOutEverybody()
    case "clean": try BedService(session).cleaned(known.room(words[0], session)).sentence
    case "shuttle": try shuttle(Int(words[0]) ?? 1, between: words[1], and: words[2])
    case "dirty": try stamped { _ = try BedService(session).needsCleaning(room(words[0]).id) }
    case "tidy": try stamped { _ = try BedService(session).cleaned(room(words[0]).id) }
    case "free": try BedService(session).board().first { $0.code(at: session.workplace.clock()) == .free }?.number ?? ""
    case "hurry": try hurry(milliseconds: Int(words[0]) ?? 0)
    case "signin": try signIn(words[1], words[2], times: Int(words[0]) ?? 1)
    case "search": try search(words.dropFirst().joined(separator: " "), times: Int(words[0]) ?? 1)
    case "checks": try checks(times: Int(words[0]) ?? 1)
    case "register": try register(Int(words[0]) ?? 1)
    case "lot": try take(Lot(words[0], writer: Int(words[1]) ?? 0, of: Int(words[2]) ?? 1, in: session))
    case "spend": try spend(milliseconds: Int(words[0]) ?? 0)
    case "claim": try PharmacyService(session).claim(words[0]).sentence
    case "verify": try PharmacyService(session).verify(words[0], because: "a trial").sentence
    case "dispense": try dispense(words[0], Int(words[1]) ?? 0)
    case "pharmacy": try work(milliseconds: Int(words[0]) ?? 0)
    case "prescribe": try prescribe(milliseconds: Int(words[0]) ?? 0)
    case "queue-row": try onFirstPage()
    case "queue-verify": try stamped { _ = try PharmacyService(session).verify(words[0], because: "a trial") }
    case "queue-again": try stamped { _ = try PharmacyService(session).lookAgain(words[0], because: "a trial") }
    case "shift": try TillService(session).open(float: .zero).sentence
    case "issue": try issue(words)
    case "audit-entries": try entries(Int(words[0]) ?? 0)
    case "audit-cost": try costOfEntries(Int(words[0]) ?? 0)
    case "pay": try pay(words[0], Int64(words[1]) ?? 0, by: words[2])
    default: throw DatabaseFault.other("there is no act \(verb)")
    }
  }

  /// Takes what is to be done in a measurement, and does the first of it: a session at work has prepared its statements.
  private mutating func take(_ lot: Lot) throws -> String {
    spent = try lot.spend(.max, from: 0, atMost: 1, session, known.carers(session)).count
    self.lot = lot
    return "ready"
  }

  /// Goes on with it for so long.
  private mutating func spend(milliseconds: Int) throws -> String {
    guard let done = try lot?.spend(milliseconds, from: spent, session, known.carers(session)) else { return "nothing" }
    spent += done.count
    return "\(done)"
  }

  /// Admits a patient, found by their number, with the ward's first people.
  private mutating func admit(patient number: String, to roomNumber: String) throws -> String {
    let (doctor, nurse) = try known.carers(session)
    return try BedService(session).admit(
      AdmissionOrder(
        patient: try known.patient(number, session), room: try known.room(roomNumber, session), doctor: doctor,
        staff: nurse, complaint: "A race", reason: "a trial")
    ).sentence
  }

  /// Checks out everybody in the house, step by step: order, exit, waivers, close.
  private func checkOutEverybody() throws -> String {
    let service = CheckOutService(session)
    for row in try BedService(session).board() {
      guard let admission = row.occupancy?.admission else { continue }
      if try service.again(admission).stamp(.order) == nil {
        _ = try service.order(DischargeEntry(diagnosis: "A race", summary: "Won."), for: admission)
      }
      _ = try BedService(session).recordExit(from: Bedside(room: row.id, admission: admission))
      for item in try service.again(admission).openItems {
        _ = try service.waive(item, of: admission, because: "a trial")
      }
      _ = try service.close(admission)
    }
    return "everybody"
  }

  /// Lets the patient in a room go home: a doctor orders it, then this user records it.
  private func leave(_ roomNumber: String) throws -> String {
    let row = try room(roomNumber)
    let nobody = Records.Author(
      account: session.account.id, hospital: session.hospital.id, now: session.workplace.clock(),
      ids: session.workplace.ids)
    let doctor = try session.workplace.engine.read { try Records($0, author: nobody).accounts.find(username: "doctor") }
    if let doctor, let occupancy = row.occupancy {
      let entry = DischargeEntry(diagnosis: "A race", summary: "Won.")
      let session = try SignInService(session.workplace).begin(doctor.account, at: session.terminal)
      _ = try CheckOutService(session).order(entry, for: occupancy.admission)
    }
    guard let bedside = row.bedside else { throw Refusal.noSuchPatient }
    return try BedService(session).recordExit(from: bedside).sentence
  }

  /// Moves the patient who is in one of two rooms to the other, so many times; a room that was left is cleaned first.
  private func shuttle(_ times: Int, between one: String, and other: String) throws -> String {
    let beds = BedService(session)
    for _ in 0..<times {
      let rooms = try [room(one), room(other)]
      guard let from = rooms.compactMap(\.bedside).first, let to = rooms.first(where: { $0.occupancy == nil })
      else { throw Refusal.noSuchRoom(one) }
      if to.service.state != .inService { _ = try beds.cleaned(to.id) }
      _ = try beds.transfer(from, to: to.id, reason: "a trial")
    }
    return String(times)
  }

  /// Registers so many patients, one act each; the answer is how long each took, in microseconds.
  private mutating func register(_ count: Int) throws -> String {
    try (0..<count).map { _ in String(try registerOne()) }.joined(separator: " ")
  }

  /// Registers patients for so long; the answer is how many, and the microseconds of the slowest.
  private mutating func hurry(milliseconds: Int) throws -> String {
    "\(try Self.hurry(milliseconds) { _ in try registerOne() })"
  }

  /// Registers one patient; how many microseconds the act took.
  private mutating func registerOne() throws -> Int {
    registered += 1
    let entry = PatientDetailsEntry([
      .familyName: "Racer \(Self.word(getpid()))", .givenName: "Number \(Self.word(Int32(registered)))", .sex: "F",
      .birthDate: "1980/01/01", .telephone: "none", .address: "1 Mill Road", .emergencyName: "unknown",
      .emergencyTelephone: "none", .emergencyRelation: "unknown", .allergies: "none known",
    ])
    let details = try entry.check(today: session.workplace.today)
    return try Self.microseconds { _ = try RegistrationService(session).register(details, goingOnBecause: "a trial") }
  }

  /// Searches so often for a text; how many microseconds each search took.
  private func search(_ text: String, times: Int) throws -> String {
    let service = RegistrationService(session)
    return try (0..<times).map { _ in String(try Self.microseconds { _ = try service.search(text) }) }.joined(
      separator: " ")
  }

  /// Does an act and gives the moment at which it was committed, in microseconds of the system's monotonic clock.
  private func stamped(_ act: () throws -> Void) throws -> String {
    try act()
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return String(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)
  }

  private func room(_ number: String) throws -> RoomBoardRow {
    guard let room = try BedService(session).board().first(where: { $0.number == number }) else {
      throw Refusal.noSuchRoom(number)
    }
    return room
  }

  /// A number in letters, as names have no digits.
  private static func word(_ number: Int32) -> String {
    String(String(number).map { Character(Unicode.Scalar(UInt8($0.wholeNumberValue ?? 0) + 97)) })
  }
}
