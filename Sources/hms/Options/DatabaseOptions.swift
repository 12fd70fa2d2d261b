import ArgumentParser

/// The option that every command has: which hospital.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: .init(
      "The database file.",
      discussion: "Default: HMS_DATABASE, the settings, or hms/hospital.sqlite in the user's data folder.",
      valueName: "path"))
  var database: String?

  /// The option as it was given, to be typed again; empty for none.
  var words: String { database.map { " --database \($0)" } ?? "" }

  /// The path of the database: the option, the environment, the settings, or the user's own.
  func path() throws -> String { try Self.path(database) }

  /// The path of the database when `database` was given on the command line, or nothing was.
  static func path(_ database: String? = nil) throws -> String {
    if let path = database ?? UserFolders.environment("HMS_DATABASE") { return path }
    return try Settings.load().database ?? UserFolders.data + "/hospital.sqlite"
  }
}
