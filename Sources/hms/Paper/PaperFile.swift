import Glibc
import HospitalDomain

/// A file that is written beside its place and put there when it is whole: what stood there stays whole until then, and a
/// half-made file is never seen. One that is there already is replaced only where that was asked for.
final class PaperFile {
  private let path: String
  private let unfinished: String
  private var isPlaced = false
  /// Where it is written, until it is in its place.
  let descriptor: Int32

  /// Begins a file.
  ///
  /// - Throws: a refusal where its folder or its name will not do.
  init(path: String) throws {
    self.path = path
    guard UserFolders.make(folderOf: path) else { throw Refusal.paperNotWritten(path, errno) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let beside = (parts.count > 1 ? folder + "/" : "") + ".hms-paper-XXXXXX"
    var template = Array(beside.utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Refusal.paperNotWritten(path, errno) }
    unfinished = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    fchmod(descriptor, 0o640)
  }

  /// What was not put in its place is gone.
  deinit {
    close(descriptor)
    if !isPlaced { unlink(unfinished) }
  }

  /// Writes a text at the end of it.
  func write(_ text: String) throws {
    do { try Output(descriptor: descriptor).write(text) } catch { throw Refusal.paperNotWritten(path, errno) }
  }

  /// Puts the file in its place, whole and on the disk.
  func place(replacing: Bool) throws {
    guard fsync(descriptor) == 0 else { throw Refusal.paperNotWritten(path, errno) }
    if replacing {
      guard rename(unfinished, path) == 0 else { throw Refusal.paperNotWritten(path, errno) }
    } else {
      // A link fails where there is a file already, whoever made it and however short ago.
      guard link(unfinished, path) == 0 else {
        throw errno == EEXIST ? Refusal.paperIsThere(path) : Refusal.paperNotWritten(path, errno)
      }
      unlink(unfinished)
    }
    isPlaced = true
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
