import Glibc
import HospitalDomain

/// A file without a name for what goes from one program to another; it is gone with the value.
final class ScratchFile {
  let descriptor: Int32

  /// An empty file in the host's folder for such files.
  init() throws {
    var template = Array(((UserFolders.environment("TMPDIR") ?? "/tmp") + "/hms-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Refusal.noRoomToPrint(errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Writes a text and goes back to the beginning.
  func fill(_ text: String) throws {
    do { try Output(descriptor: descriptor).write(text) } catch { throw Refusal.noRoomToPrint(errno) }
    rewind()
  }

  /// Goes back to the beginning, for who reads it.
  func rewind() { lseek(descriptor, 0, SEEK_SET) }
}

extension Refusal {
  /// There is no room for what is between.
  static func noRoomToPrint(_ code: Int32) -> Refusal {
    Refusal(
      code: "paper.disk",
      sentence:
        "There is no room to print (\(String(cString: strerror(code)))); tell the administrator, then try again.")
  }
}
