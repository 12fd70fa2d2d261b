import DatabaseKit
import HospitalDomain
import HospitalRecords
import Synchronization

/// Makes a hospital to try things out on: wards, people, patients, and some weeks of admissions, moves and check-outs, all
/// done by the same use cases as a person would do them, at times that lie in the past. The same seed makes the same
/// hospital, seen from the day on which it is made.
package struct DemonstrationHospital {
  /// What is to be made.
  package struct Plan: Sendable {
    /// The number that everything is drawn from.
    package var seed: UInt64
    /// How many patients are on file.
    package var patients: Int
    /// How many rooms there are at least; whole wards are made.
    package var rooms: Int

    package init(seed: UInt64 = 1, patients: Int = 260, rooms: Int = 80) {
      self.seed = seed
      self.patients = patients
      self.rooms = rooms
    }
  }

  /// The password of every account, which only a demonstration takes.
  package static let password = "demo"

  private let plan: Plan
  private let names: DemonstrationNames
  private let workplace: Workplace

  /// A hospital to be made in the workplace's empty database.
  package init(_ plan: Plan, names: DemonstrationNames, in workplace: Workplace) {
    self.plan = plan
    self.names = names
    self.workplace = workplace
  }

  /// Makes it. `progress` is told how many of how many steps are done.
  ///
  /// - Throws: `Refusal.hospitalFounded` when the database holds a hospital already.
  package func make(progress: (_ done: Int, _ of: Int) -> Void) throws {
    let now = workplace.clock()
    let clock = DemonstrationClock(startingAt: now - .days(DemonstrationStays.history(rooms: plan.rooms) + 30))
    let pastWorkplace = Workplace(
      engine: workplace.engine, clock: clock.read, localTime: workplace.localTime, ids: .seeded(plan.seed),
      passwords: workplace.passwords)
    let people = try DemonstrationPeople(names: names, seed: plan.seed).hire(
      for: DemonstrationWard.wards(rooms: plan.rooms), in: pastWorkplace)
    let patients = try DemonstrationRegister(
      people: people, names: names, plan: plan, clock: clock, until: now
    ).register { progress($0, plan.patients * 2) }
    var stays = DemonstrationStays(people: people, patients: patients, clock: clock, until: now, seed: plan.seed)
    try stays.play { progress(plan.patients + $0 * plan.patients / max($1, 1), plan.patients * 2) }
    try people.giveAccount(to: patients[0])
    progress(plan.patients * 2, plan.patients * 2)
  }
}

/// A clock that is set by hand and only goes forward.
final class DemonstrationClock: Sendable {
  private let time: Mutex<Timestamp>

  init(startingAt start: Timestamp) {
    time = Mutex(start)
  }

  /// The time that it shows.
  var read: @Sendable () -> Timestamp { { self.time.withLock { $0 } } }

  /// Sets it to a later time; an earlier one leaves it as it is.
  func set(to later: Timestamp) { time.withLock { $0 = max($0, later) } }
}

extension IdentifierSource {
  /// Identifiers in the form of UUIDs of version 7 whose random part comes from a seed.
  static func seeded(_ seed: UInt64) -> IdentifierSource {
    let numbers = DemonstrationIdentifiers(seed: seed)
    return IdentifierSource { numbers.text(at: $0) }
  }
}

/// The numbers behind seeded identifiers, shared by all who ask for one.
private final class DemonstrationIdentifiers: Sendable {
  private let numbers: Mutex<SeededNumbers>

  init(seed: UInt64) {
    numbers = Mutex(SeededNumbers(seed: seed &+ 0x1D))
  }

  func text(at now: Timestamp) -> String {
    let random = numbers.withLock { ($0.next(), $0.next()) }
    let time = Self.hexadecimal(UInt64(max(0, now.milliseconds)), 12)
    let low = Self.hexadecimal(random.1 & 0x0FFF_FFFF_FFFF_FFFF, 15)
    return
      "\(time.prefix(8))-\(time.suffix(4))-7\(Self.hexadecimal(random.0 & 0xFFF, 3))-8\(low.prefix(3))-\(low.suffix(12))"
  }

  private static func hexadecimal(_ number: UInt64, _ width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
