import Glibc
import Synchronization

/// The file that a `SealingKey` is kept in, away from the database: who has the database file alone can open nothing that
/// is sealed. It is read, or made, when it is first needed.
package final class SealingKeyFile: Sendable {
  /// Where the file is.
  package let path: String
  private let known = Mutex<SealingKey?>(nil)

  /// The key file at a path; nothing is read yet.
  package init(path: String) {
    self.path = path
  }

  /// The key, made if there is none yet. Throws a `KeyFileFault`.
  package func key() throws -> SealingKey {
    try known.withLock { known in
      if let known { return known }
      let key = try read() ?? make()
      known = key
      return key
    }
  }

  /// The key that is there, for what can only be opened with it. Throws `KeyFileFault.absent` when there is none.
  package func existingKey() throws -> SealingKey {
    try known.withLock { known in
      if let known { return known }
      guard let key = try read() else { throw KeyFileFault.absent(path: path) }
      known = key
      return key
    }
  }

  /// The key in the file; nil when there is no file.
  private func read() throws -> SealingKey? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw KeyFileFault.unreadable(path: path, detail: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw KeyFileFault.unreadable(path: path, detail: "it is no file")
    }
    guard status.st_mode & (S_IRWXO | S_IWGRP | S_IXGRP) == 0 else { throw KeyFileFault.openToOthers(path: path) }
    var bytes = [UInt8](repeating: 0, count: SealingKey.length + 1)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard let key = SealingKey(bytes: Array(bytes.prefix(max(0, count)))) else {
      throw KeyFileFault.unreadable(path: path, detail: "it holds no key")
    }
    return key
  }

  /// Makes the file whole beside its place and links it there; who comes second takes the key of who came first.
  private func make() throws -> SealingKey {
    let unfinished = "\(path).\(UInt64.random(in: .min ... .max))"
    let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw cannotMake() }
    defer { unlink(unfinished) }
    let bytes = SealingKey.newBytes()
    let written = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    close(descriptor)
    guard written else { throw cannotMake() }
    guard link(unfinished, path) == 0 || errno == EEXIST else { throw cannotMake() }
    keepFolder()
    guard let key = try read() else { throw cannotMake() }
    return key
  }

  /// Has the folder's new entry written down, so that the key outlives a power cut as what it seals does.
  private func keepFolder() {
    let folder = path.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func cannotMake() -> KeyFileFault { .unreadable(path: path, detail: String(cString: strerror(errno))) }
}

/// Why there is no key to seal or open with.
package enum KeyFileFault: Error, Hashable, Sendable {
  /// There is no such file.
  case absent(path: String)
  /// It can be neither read nor made; says why.
  case unreadable(path: String, detail: String)
  /// Others than its owner may read it, or its group may write it.
  case openToOthers(path: String)
}
