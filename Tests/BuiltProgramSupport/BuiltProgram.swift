import Glibc

/// The `hms` that was built beside the program that asks: the tests, the benchmarks, the pictures.
package enum BuiltProgram {
  /// The folder of the running executable.
  package static var folder: String {
    guard let path = realpath("/proc/self/exe", nil) else { return "." }
    defer { free(path) }
    return String(cString: path).split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
  }

  /// The path of `hms`.
  package static var path: String { folder + "/hms" }

  /// The folder of the project, where `fixtures` and `themes` are.
  package static var project: String {
    var parts = folder.split(separator: "/")
    while !parts.isEmpty, access("/" + parts.joined(separator: "/") + "/Package.swift", F_OK) != 0 {
      parts.removeLast()
    }
    return "/" + parts.joined(separator: "/")
  }
}
