import Glibc

/// The file that the details of faults go to, that of the settings or `$XDG_STATE_HOME/hms/faults.log`, readable by its
/// owner only. What is written names no patient: it is the error's own description.
struct FaultLog {
  private let path: String

  /// The log of this user. Settings that can't be read are a fault of their own, and don't lose another.
  static var standard: FaultLog {
    let path = try? Settings.load().log
    return FaultLog(path: path ?? UserFolders.state + "/faults.log")
  }

  init(path: String) {
    self.path = path
  }

  /// Writes down an error and returns the reference to ask for it with. A log that can't be written loses the details,
  /// never the reference.
  func record(_ error: any Error) -> String {
    let reference = Self.reference()
    append("\(Self.timeNow()) \(reference) \(String(reflecting: error))\n")
    return reference
  }

  private func append(_ line: String) {
    guard UserFolders.make(folderOf: path) else { return }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = line.withCString { write(descriptor, $0, strlen($0)) }
  }

  /// Eight letters and digits without those that are easily mistaken for others.
  private static func reference() -> String {
    String((0..<8).compactMap { _ in "ABCDEFGHJKMNPQRSTVWXYZ23456789".randomElement() })
  }

  /// The time now in UTC, `YYYY/MM/DD HH:mm:ss`.
  private static func timeNow() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let length = strftime(&text, text.count, "%Y/%m/%d %H:%M:%S", &parts)
    return String(decoding: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
