import Glibc
import HospitalServices

/// Who may touch the database: its owner and their group, never everybody.
enum FilePermissions {
  /// Looks at the database file, those that stand beside it, and the key that secrets are sealed with.
  static func finding(_ path: String) -> HospitalCheckService.Finding {
    let open = (["", "-wal", "-shm"].map { path + $0 } + [HostSealing.path]).filter(isOpenToEverybody)
    return .init(
      name: "permissions of the file",
      problems: open.map { "everybody on this host may read or write \($0): chmod o= \($0)" })
  }

  private static func isOpenToEverybody(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & (S_IRWXO & ~S_IXOTH) != 0
  }
}
