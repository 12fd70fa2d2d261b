import DatabaseKit
import Glibc

/// Looks at a database file before SQLite does, so that what is wrong can be said plainly.
///
/// It never opens the file: closing any descriptor of a file gives up every lock that the process holds on it (POSIX), and
/// the next program that ends would take the write-ahead log away from under the connections of this one.
enum DatabaseFile {
  /// Throws the fault that stands in the way of opening `path` in this mode.
  static func confirm(_ path: String, for mode: SQLiteDatabase.Mode) throws {
    let exists = access(path, F_OK) == 0
    guard exists else {
      if mode == .create { return try confirmFolder(of: path) }
      throw DatabaseFault.missing(path: path)
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw DatabaseFault.cannotOpen(path: path, detail: "it is not a file")
    }
    // SQLite takes a file without a byte for a new database: a hospital without accounts, at which nobody can sign in.
    guard status.st_size > 0 || mode == .create else { throw DatabaseFault.missing(path: path) }
    guard access(path, R_OK) == 0 else { throw DatabaseFault.cannotOpen(path: path, detail: "it may not be read") }
    if mode != .readOnly {
      guard access(path, W_OK) == 0, access(folder(of: path), W_OK) == 0 else { throw DatabaseFault.readOnly }
    }
  }

  private static func confirmFolder(of path: String) throws {
    guard access(folder(of: path), W_OK) == 0 else {
      throw DatabaseFault.cannotOpen(path: path, detail: "its folder is not there or may not be written")
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
