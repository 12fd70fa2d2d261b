import Glibc
import SQLiteEngine

/// A database file in a folder of its own, removed with the value.
final class TemporaryDatabase: Sendable {
  let folder: String
  var path: String { folder + "/hospital.sqlite" }

  init() throws {
    var template = Array("/tmp/hms-engine-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw NoFolder() }
    folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  struct NoFolder: Error {}

  deinit {
    for ending in ["", "-wal", "-shm", ".bell", ".queue"] { unlink(path + ending) }
    rmdir(folder)
  }

  /// The database, made when it is not there.
  func open() throws -> SQLiteDatabase { try SQLiteDatabase(path: path, mode: .create) }

  /// Puts bytes in the place of the file.
  func fill(with bytes: [UInt8]) {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }
}

extension TemporaryDatabase {
  /// Turns bytes of the file into others, as a failing disk does.
  func flipBytes(at offset: Int, count: Int) throws {
    let descriptor = Glibc.open(path, O_RDWR)
    guard descriptor >= 0 else { throw NoFolder() }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    guard pread(descriptor, &bytes, count, offset) == count else { throw NoFolder() }
    bytes = bytes.map { ~$0 }
    _ = pwrite(descriptor, &bytes, count, offset)
  }
}
