import Glibc
import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTerminal
import NCursesTerminal
import TerminalKit

/// Opens the screens on a hospital.
enum TerminalInterface {
  /// Shows the hospital at a path until the person ends the program or the line is gone.
  ///
  /// The schema's rules take SQLite as long to read as everything else takes together, so the database is opened beside
  /// it, and the fields of the sign-in stand there before it is open. If it can't be, the terminal is given back before
  /// anybody is told.
  static func open(_ path: String, look: ScreenLook) throws {
    try confirmTerminal()
    let hospital = Ahead { try HospitalFile.open(path) }
    let wakeUp = WakeUp()
    let options = TerminalOptions(isMono: look.mono, isASCII: look.ascii, lastWords: lastWords(on: path))
    let device = try NCursesScreen(options: options, wakeUp: wakeUp)
    defer { device.close() }
    let themes = ThemeShelf(folders: themeFolders)
    let (theme, wrong) = theme(named: look.theme ?? themes.usual(at: device.depth), in: themes)
    let glyphs = theme.glyphs == .ascii ? .ascii : device.glyphs
    device.show(SignInPane.firstFrame(size: device.size, glyphs: glyphs, now: HostClock.now()), theme: theme)
    let (keyMap, wrongKeys) = keyMap(look.keys)
    let desk = Desk(workplace: try hospital.value(), terminal: TerminalName.own) { wakeUp.ring() }
    desk.lockTimes = look.lockTimes
    desk.carryLeftMail()
    let host = HospitalHost(desk, settled: SpareMemory.giveBackSoon)
    let shell = Shell(
      host: host, opening: host.opening, theme: theme, themes: themes, keyMap: keyMap, wakeUp: wakeUp)
    if let wrongKeys { shell.say(.error, wrongKeys, subject: "keys") }
    if let wrong { shell.say(.error, wrong, subject: "theme") }
    for note in device.notes { shell.say(.note, note) }
    RunLoop(
      shell, on: device, wakeUp: wakeUp, clock: { HostClock.now().milliseconds }, signals: { device.takeSignal() }
    ).run()
  }

  /// What is said when the file that the session reads was cut short, or its disk fails. What was saved before is in the
  /// file's log, what was typed in the drafts.
  private static func lastWords(on path: String) -> LastWords {
    let ending = Ending(
      .disk, "\(path) can't be read any more: it was cut short, or its disk fails",
      "run hms check, and put back a copy that is whole")
    return LastWords(ending.words, exitCode: ending.status.rawValue)
  }

  /// Throws unless a person sits at both ends.
  static func confirmTerminal() throws {
    for (descriptor, name) in [(STDIN_FILENO, "input"), (STDOUT_FILENO, "output")] where isatty(descriptor) != 1 {
      if TerminalName.isRemote {
        throw CommandFailure(.usage, "this line has no terminal", remedy: "connect with ssh -t and without a command")
      }
      throw CommandFailure(
        .usage, "the terminal interface needs a terminal, and standard \(name) is none",
        remedy: "run hms in a terminal, or use a command of hms --help in pipes")
    }
  }

  /// The theme asked for, or the one that is always there and why it is shown instead.
  private static func theme(named name: String, in shelf: ThemeShelf) -> (Theme, wrong: String?) {
    do throws(ThemeFault) {
      return (try shelf.load(name), nil)
    } catch {
      return (WardDark.theme, "\(error)")
    }
  }

  /// The keys that the user has set, or the usual ones and why theirs are not taken.
  private static func keyMap(_ names: [String: [String]]) -> (KeyMap, wrong: String?) {
    if names.isEmpty { return (KeyMap(), nil) }
    do throws(KeyMapFault) {
      return (try KeyMap(names: names, screens: KeyTables.screens, everywhere: KeyTables.everywhere), nil)
    } catch {
      return (KeyMap(), "\(error)")
    }
  }

  /// Where themes are looked for: the user's own first, then those that come with the program.
  private static var themeFolders: [String] {
    [UserFolders.settings + "/themes"] + [InstalledFiles.themes].compactMap { $0 }
  }
}
