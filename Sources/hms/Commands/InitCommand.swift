import HospitalDomain
import ArgumentParser
import HospitalRecords
import HospitalServices

/// `hms init`: an empty hospital with its first administrator.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty hospital with its first administrator.")

  @Option(help: "The hospital's name.")
  var hospital: String

  @Option(help: .init("The user name of its first administrator.", valueName: "username"))
  var admin: String

  @Option(help: .init("The administrator's full name; default: the user name.", valueName: "full name"))
  var name: String?

  @OptionGroup var password: PasswordOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let path = try database.path()
    if HospitalFile.exists(path), try SignInService(HospitalFile.open(path)).hospital() != nil {
      throw CommandFailure(.cannotCreate, "there is a hospital at \(path) already", remedy: "give another --database")
    }
    let interactions = try InteractionFiles.installed()
    let knowledge = try InteractionFiles.load(interactions)
    let password = try password.newPassword(for: admin)
    let session = try SignInService(HospitalFile.create(path)).found(
      hospital: hospital, administrator: admin, fullName: name ?? admin, password: password,
      terminal: HostAdministrator.terminal)
    try MedicationKnowledgeService(session).take(knowledge, from: interactions)
    let open = database.database.map { "hms --database \($0)" } ?? "hms"
    try Output.standard.line("\(hospital) is ready at \(path). Sign in as \(session.account.username) with: \(open)")
  }
}
