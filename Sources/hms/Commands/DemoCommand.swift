import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms demo`: makes, or opens again, a demonstration hospital.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make, or open again, a demonstration hospital.",
    discussion: "The same seed makes the same hospital. The password of every account is demo.")

  @Flag(help: "Make it anew; what was done in the old one is lost.")
  var fresh = false

  @Option(help: "How many patients it has.")
  var patients = 260

  @Option(help: "How many rooms it has at least.")
  var rooms = 90

  @Option(help: "The number that everything is drawn from.")
  var seed: UInt64 = 1

  @Flag(name: .customLong("no-open"), help: "Only make it.")
  var onlyMake = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    guard (200...1_000_000).contains(patients) else { throw ValidationError("200 to 1000000 patients can be made") }
    guard (60...5_000).contains(rooms) else { throw ValidationError("60 to 5000 rooms can be made") }
  }

  func run() throws {
    if !onlyMake { try TerminalInterface.confirmTerminal() }
    let path = try database.path()
    if try isToBeMade(path) { try DemonstrationFile(path: path).make(plan) }
    if onlyMake {
      try Output.standard.line(
        "The demonstration hospital is ready at \(path). Open it with: hms demo\(database.words)")
    } else {
      try TerminalInterface.open(path, look: screen.look())
    }
  }

  private var plan: DemonstrationHospital.Plan { .init(patients: patients, rooms: rooms, seed: seed) }

  /// Whether there is none yet, or a new one was asked for. A real hospital is never touched.
  private func isToBeMade(_ path: String) throws -> Bool {
    guard HospitalFile.exists(path), let hospital = try SignInService(HospitalFile.open(path)).hospital() else {
      return true
    }
    guard hospital.isDemonstration else {
      throw CommandFailure(
        .cannotCreate, "\(path) holds \(hospital.name), which is no demonstration",
        remedy: "give another --database")
    }
    return fresh
  }
}
