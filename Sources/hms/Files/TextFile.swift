import Glibc

/// Reads whole files of text.
enum TextFile {
  /// The text of a file. Throws a `CommandFailure` that says what is wrong with it.
  static func contents(of path: String) throws -> String {
    guard let text = try contents(of: path, absent: nil) else {
      throw CommandFailure(.noInput, "there is no file \(path)", remedy: "check the name and try again")
    }
    return text
  }

  /// The text of a file, or `absent` when there is none.
  static func contents(of path: String, absent: String?) throws -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return absent }
      throw unreadable(path, errno)
    }
    defer { close(descriptor) }
    let bytes = try bytes(of: descriptor, path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = lineOfFirstFault(in: bytes)
      throw CommandFailure(
        .badInput, "\(path), line \(line), is no UTF-8 text", remedy: "save it as UTF-8 and try again")
    }
    return text
  }

  /// The line, counted from 1, of the first byte that is no UTF-8.
  private static func lineOfFirstFault(in bytes: [UInt8]) -> Int {
    var (line, rest, parser) = (1, bytes.makeIterator(), Unicode.UTF8.ForwardParser())
    while case .valid(let character) = parser.parseScalar(from: &rest) {
      if Unicode.UTF8.decode(character) == "\n" { line += 1 }
    }
    return line
  }

  private static func bytes(of descriptor: Int32, _ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += piece[..<count] } else if errno != EINTR { throw unreadable(path, errno) }
    }
  }

  private static func unreadable(_ path: String, _ code: Int32) -> CommandFailure {
    let status: ExitStatus = code == EACCES ? .notPermitted : .noInput
    return CommandFailure(
      status, "\(path) can't be read (\(String(cString: strerror(code))))", remedy: "check the file and try again")
  }
}
