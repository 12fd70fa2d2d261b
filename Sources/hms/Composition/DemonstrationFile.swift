import Glibc
import HospitalDomain
import HospitalServices

/// The file of a demonstration hospital. It is made beside its place and put there when it is whole, so that a half-made
/// one is never opened.
struct DemonstrationFile {
  let path: String
  private var unfinished: String { path + ".making" }

  init(path: String) {
    self.path = path
  }

  /// Makes the hospital, with a progress bar, in place of what was there.
  func make(_ plan: DemonstrationHospital.Plan) throws {
    let names = try FixtureNames.load()
    let knowledge = try InteractionFiles.load(try InteractionFiles.installed())
    remove(unfinished)
    do {
      try fill(plan, names, knowledge)
      try putInPlace()
    } catch {
      remove(unfinished)
      throw error
    }
  }

  /// The connection ends with this scope, and with it the write-ahead log is taken into the file.
  private func fill(_ plan: DemonstrationHospital.Plan, _ names: DemonstrationNames, _ knowledge: MedicationKnowledge)
    throws
  {
    let bar = ProgressBar("Making the demonstration hospital")
    defer { bar.end() }
    let workplace = try HospitalFile.create(unfinished)
    try DemonstrationHospital(workplace, names: names, knowledge: knowledge).make(plan, terminal: HostAdministrator.terminal) {
      bar.show($0, of: $1)
    }
  }

  private func putInPlace() throws {
    guard access(unfinished + "-wal", F_OK) != 0 else {
      throw CommandFailure(.fault, "the new hospital is still open", remedy: "try again")
    }
    remove(path)
    guard rename(unfinished, path) == 0 else {
      throw CommandFailure(
        .cannotCreate, "\(path) can't be made (\(String(cString: strerror(errno))))", remedy: "check its folder")
    }
    remove(unfinished)
  }

  /// Removes a database with all that stands beside it.
  private func remove(_ path: String) {
    for ending in ["", "-wal", "-shm", ".bell", ".queue"] { unlink(path + ending) }
  }
}
