import ArgumentParser
import HospitalServices

/// `hms import interactions`.
struct ImportInteractionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interactions", abstract: "Take over the list of interactions that prescriptions are checked against.",
    discussion: "It takes the place of the list that was there. Without a folder, the list that comes with hms is taken.")

  @Argument(help: .init("The folder with substances.csv, classes.csv and interactions.csv.", valueName: "dir"))
  var folder: String?

  @OptionGroup var user: UserOptions

  func run() throws {
    let folder = try folder ?? InteractionFiles.installed()
    let knowledge = try InteractionFiles.load(folder)
    let done = try MedicationKnowledgeService(user.session()).take(knowledge, from: folder)
    try Output.standard.line(done + ".")
  }
}
