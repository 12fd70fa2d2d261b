import Glibc
import HospitalDomain

/// A file that has no name until it is whole and is put in its place: what stood there stays whole until then, a half-made
/// file is never seen, and of a program that is killed nothing is left. One that is there already is replaced only where
/// that was asked for.
final class PaperFile {
  private let path: String
  /// Its name beside its place; nil while it has none.
  private var unfinished: String?
  /// Where it is written, until it is in its place.
  let descriptor: Int32

  /// Begins a file.
  ///
  /// - Throws: a refusal where its folder or its name will not do.
  init(path: String) throws {
    self.path = path
    guard UserFolders.make(folderOf: path) else { throw Refusal.paperNotWritten(path, errno) }
    let folder = Self.folder(of: path)
    let nameless = open(folder.isEmpty ? "." : folder, Self.nameless | O_RDWR | O_CLOEXEC, 0o640)
    if nameless >= 0, access(Self.link(to: nameless), F_OK) == 0 {
      descriptor = nameless
    } else {
      // Not every file system has such files.
      if nameless >= 0 { close(nameless) }
      var template = Array((folder + ".hms-paper-XXXXXX").utf8CString)
      descriptor = mkstemp(&template)
      guard descriptor >= 0 else { throw Refusal.paperNotWritten(path, errno) }
      unfinished = Self.text(template)
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    fchmod(descriptor, 0o640)
  }

  /// What was not put in its place is gone.
  deinit {
    close(descriptor)
    if let unfinished { unlink(unfinished) }
  }

  /// The folder of a path with its `/` at the end; empty for the current one.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// `O_TMPFILE`, which Glibc's module leaves out.
  private static let nameless = 0o20_000_000 | O_DIRECTORY

  /// Where the system shows an open file that has no name.
  private static func link(to descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  private static func text(_ name: [CChar]) -> String {
    String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a text at the end of it.
  func write(_ text: String) throws {
    do { try Output(descriptor: descriptor).write(text) } catch { throw Refusal.paperNotWritten(path, errno) }
  }

  /// Puts the file in its place, whole and on the disk.
  func place(replacing: Bool) throws {
    guard fsync(descriptor) == 0 else { throw Refusal.paperNotWritten(path, errno) }
    // A link fails where there is a file already, whoever made it and however short ago.
    if try name(path) { return }
    guard replacing else { throw Refusal.paperIsThere(path) }
    if unfinished == nil { try nameBeside() }
    guard let unfinished, rename(unfinished, path) == 0 else { throw Refusal.paperNotWritten(path, errno) }
    self.unfinished = nil
  }

  /// Gives it a name; false where there is a file of that name.
  private func name(_ path: String) throws -> Bool {
    let made =
      if let unfinished { Glibc.link(unfinished, path) } else {
        linkat(AT_FDCWD, Self.link(to: descriptor), AT_FDCWD, path, AT_SYMLINK_FOLLOW)
      }
    guard made == 0 || errno == EEXIST else { throw Refusal.paperNotWritten(self.path, errno) }
    if made == 0, let unfinished {
      unlink(unfinished)
      self.unfinished = nil
    }
    return made == 0
  }

  /// Gives it a name beside its place, for the moment before it replaces what stands there.
  private func nameBeside() throws {
    var template = Array((Self.folder(of: path) + ".hms-paper-XXXXXX").utf8CString)
    let reserved = mkstemp(&template)
    guard reserved >= 0 else { throw Refusal.paperNotWritten(path, errno) }
    close(reserved)
    unlink(template)
    let beside = Self.text(template)
    guard try name(beside) else { throw Refusal.paperNotWritten(path, EEXIST) }
    unfinished = beside
  }
}

extension Refusal {
  /// There is a file of that name already.
  static func paperIsThere(_ path: String) -> Refusal {
    Refusal(
      code: "paper.isThere",
      sentence: "There is a file \(path) already; take another name, or say that it is replaced.",
      field: "file")
  }

  /// A file could not be made.
  static func paperNotWritten(_ path: String, _ code: Int32) -> Refusal {
    Refusal(
      code: code == ENOSPC || code == EIO || code == EFBIG || code == EDQUOT ? "paper.disk" : "paper.notWritten",
      sentence: "\(path) could not be written (\(String(cString: strerror(code)))); check its folder, or take another.",
      field: "file")
  }
}
