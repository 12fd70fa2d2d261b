import Glibc

/// Where a user's files live: the XDG base directories, each with its usual default under the home folder.
enum UserFolders {
  /// The hospital's database.
  static var data: String { folder("XDG_DATA_HOME", orAtHome: ".local/share") }
  /// Settings.
  static var settings: String { folder("XDG_CONFIG_HOME", orAtHome: ".config") }
  /// Logs.
  static var state: String { folder("XDG_STATE_HOME", orAtHome: ".local/state") }

  /// The value of an environment variable, unless it is absent or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Makes the folder that a file is to stand in, with its parents, for its owner only; true when it is there.
  static func make(folderOf path: String) -> Bool {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST { return false }
    }
    return true
  }

  /// The XDG rules: a relative path in the variable is ignored.
  private static func folder(_ variable: String, orAtHome fallback: String) -> String {
    if let folder = environment(variable), folder.hasPrefix("/") { return folder + "/hms" }
    return home + "/" + fallback + "/hms"
  }

  private static var home: String {
    if let home = environment("HOME") { return home }
    guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return "/" }
    return String(cString: home)
  }
}
