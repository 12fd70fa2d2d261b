import ArgumentParser
import HospitalDomain

/// How the screen looks.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: .init(
      "The theme of the screen; default HMS_THEME, the settings, ward-dark, or mono where there are no colours.",
      valueName: "name"))
  var theme: String?

  @Flag(help: "Do without colours.")
  var mono = false

  @Flag(help: "Do without marks beyond ASCII.")
  var ascii = false

  /// What was chosen, completed by the environment and the settings.
  func look() throws -> ScreenLook { try Self.look(theme: theme, mono: mono, ascii: ascii) }

  /// The look of a start with these choices, completed by the environment and the settings.
  static func look(theme: String? = nil, mono: Bool = false, ascii: Bool = false) throws -> ScreenLook {
    let settings = try Settings.load()
    let noColour = UserFolders.environment("NO_COLOR") != nil
    return ScreenLook(
      theme: theme ?? UserFolders.environment("HMS_THEME") ?? settings.theme,
      mono: mono || noColour || settings.mono == true, ascii: ascii || settings.ascii == true,
      lockTimes: settings.lock ?? .usual, keys: settings.keys ?? [:])
  }
}

/// How the screen is to look; a theme of nil is the program's own choice.
struct ScreenLook: Equatable {
  let theme: String?
  let mono: Bool
  let ascii: Bool
  /// When the terminal locks by itself.
  let lockTimes: LockTimes
  /// The keys that the user has given commands.
  let keys: [String: [String]]
}
