import HospitalDomain

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
  /// After how many minutes without a key the terminal locks, by role.
  var lock: LockTimes?
  /// The roles that have to have a second step at sign-in.
  var secondStep: Set<Role>?
  /// The mail system's program that letters are handed to.
  var sendmail: String?
  /// The address that letters come from; the mail system's own choice without one.
  var mailFrom: String?
  /// The keys of commands, by the names that docs/KEYS.md gives.
  var keys: [String: [String]]?

  /// These settings, with those of `fallback` where they say nothing.
  func completed(by fallback: Settings) -> Settings {
    Settings(
      database: database ?? fallback.database, theme: theme ?? fallback.theme, mono: mono ?? fallback.mono,
      ascii: ascii ?? fallback.ascii, letterhead: letterhead ?? fallback.letterhead, papers: papers ?? fallback.papers,
      log: log ?? fallback.log, openingMinutes: openingMinutes ?? fallback.openingMinutes, lock: lock ?? fallback.lock,
      secondStep: secondStep ?? fallback.secondStep, sendmail: sendmail ?? fallback.sendmail,
      mailFrom: mailFrom ?? fallback.mailFrom, keys: keys ?? fallback.keys)
  }

  /// The roles that have to have a second step: those of the host and those of the user's own settings. Nobody takes one
  /// away that the host asks for.
  static func requiredSecondSteps() throws -> Set<Role> {
    let own = try SettingsFile(path: UserFolders.settings + "/config.toml").read().secondStep ?? []
    return own.union(try SettingsFile(path: "/etc/hms/config.toml").read().secondStep ?? [])
  }

  /// The user's settings, completed by the host's.
  static func load() throws -> Settings {
    try SettingsFile(path: UserFolders.settings + "/config.toml").read()
      .completed(by: try SettingsFile(path: "/etc/hms/config.toml").read())
  }
}
