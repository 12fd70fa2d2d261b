import Glibc

/// Finds the files that come with the program, `themes` and `fixtures`: beside the executable as a package installs them
/// (`../share/hms`), in `/usr/share/hms`, or in the checkout that it was built in.
enum InstalledFiles {
  /// The themes that come with the program, or nil when they are not installed.
  static var themes: String? { folder("themes") }
  /// The name lists and samples that the demonstration hospital is made of, or nil when they are not installed.
  static var fixtures: String? { folder("fixtures") }
  /// The texts of letters, or nil when they are not installed.
  static var templates: String? { folder("templates") }

  /// The path that a program has which is installed beside this one.
  static func beside(_ name: String) -> String {
    executable.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 } + "/" + name
  }

  private static func folder(_ name: String) -> String? {
    places(for: executable).map { $0 + "/" + name }.first(where: isFolder)
  }

  /// The folders to look in, best first.
  private static func places(for executable: String) -> [String] {
    var parts = executable.split(separator: "/").dropLast()
    var places = ["/" + parts.dropLast().joined(separator: "/") + "/share/hms", "/usr/share/hms"]
    while !parts.isEmpty {
      let folder = "/" + parts.joined(separator: "/")
      if access(folder + "/Package.swift", F_OK) == 0 { places.append(folder) }
      parts = parts.dropLast()
    }
    return places
  }

  private static var executable: String {
    guard let path = realpath("/proc/self/exe", nil) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
