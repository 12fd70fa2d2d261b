import Glibc
import SodiumSeal
import Testing

/// The file of the key: one for all who start at once, and nobody else's to read.
struct SealingKeyFileTests {
  private let folder: KeyFolder

  init() throws { folder = try KeyFolder() }

  @Test func aKeyIsMadeOnceAndFoundAgain() throws {
    let made = try SealingKeyFile(path: folder.path).key()
    #expect(try SealingKeyFile(path: folder.path).key().fingerprint == made.fingerprint)
    #expect(try SealingKeyFile(path: folder.path).existingKey().fingerprint == made.fingerprint)
  }

  @Test func nobodyElseMayReadIt() throws {
    _ = try SealingKeyFile(path: folder.path).key()
    var status = stat()
    #expect(stat(folder.path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func nothingIsOpenedWithAKeyMadeForIt() throws {
    #expect(throws: KeyFileFault.absent(path: folder.path)) { try SealingKeyFile(path: folder.path).existingKey() }
    #expect(access(folder.path, F_OK) != 0)
  }

  @Test(arguments: [mode_t(0o604), 0o644, 0o620, 0o602]) func aFileThatOthersMayReadIsRefused(mode: mode_t) throws {
    _ = try SealingKeyFile(path: folder.path).key()
    chmod(folder.path, mode)
    #expect(throws: KeyFileFault.openToOthers(path: folder.path)) { try SealingKeyFile(path: folder.path).key() }
  }

  @Test func aFileThatHoldsNoKeyIsRefusedAndKept() throws {
    let descriptor = open(folder.path, O_WRONLY | O_CREAT, 0o600)
    write(descriptor, "too short", 9)
    close(descriptor)
    #expect(throws: KeyFileFault.unreadable(path: folder.path, detail: "it holds no key")) {
      try SealingKeyFile(path: folder.path).key()
    }
  }

  @Test func manyWhoBeginAtOnceGetOneKey() async throws {
    let path = folder.path
    let fingerprints = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 { group.addTask { try SealingKeyFile(path: path).key().fingerprint } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(fingerprints.count == 1)
  }
}

/// A folder of its own for a key file, removed with the value.
private final class KeyFolder: Sendable {
  let folder: String
  var path: String { folder + "/seal.key" }

  init() throws {
    var template = Array("/tmp/hms-seal-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw NoFolder() }
    folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    unlink(path)
    rmdir(folder)
  }

  private struct NoFolder: Error {}
}
