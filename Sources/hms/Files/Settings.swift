/// What a user or an administrator has set in `config.toml`. Every setting can be left out; an option on the command line
/// or a variable of the environment wins over it.
struct Settings: Equatable {
  /// The database file.
  var database: String?
  /// The theme's name.
  var theme: String?
  /// Whether the screen does without colours.
  var mono: Bool?
  /// Whether the screen does without marks beyond ASCII.
  var ascii: Bool?
  /// The file of the hospital's own letterhead: a PNG picture, or lines of text.
  var letterhead: String?
  /// The folder that documents are printed into.
  var papers: String?
  /// The file that the details of faults are written to.
  var log: String?
  /// For how many minutes a restricted record stays open that was opened with a reason.
  var openingMinutes: Int?
  /// The keys of commands, by the names that docs/KEYS.md gives.
  var keys: [String: [String]]?

  /// These settings, with those of `fallback` where they say nothing.
  func completed(by fallback: Settings) -> Settings {
    Settings(
      database: database ?? fallback.database, theme: theme ?? fallback.theme, mono: mono ?? fallback.mono,
      ascii: ascii ?? fallback.ascii, letterhead: letterhead ?? fallback.letterhead, papers: papers ?? fallback.papers,
      log: log ?? fallback.log, openingMinutes: openingMinutes ?? fallback.openingMinutes, keys: keys ?? fallback.keys)
  }

  /// The user's settings, completed by the host's.
  static func load() throws -> Settings {
    try SettingsFile(path: UserFolders.settings + "/config.toml").read()
      .completed(by: try SettingsFile(path: "/etc/hms/config.toml").read())
  }
}
