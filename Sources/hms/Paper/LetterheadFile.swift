import Glibc
import HospitalDomain
import PaperKit

/// The hospital's own letterhead, as the settings name it: a PNG picture, or a few lines of text.
struct LetterheadFile {
  private static let mostBytes = 4 << 20
  private static let mostLines = 12
  private static let mostPixels: UInt32 = 8_000

  let path: String

  /// What is in it.
  ///
  /// - Throws: a refusal with one sentence for a file that is not there, or that is neither.
  func read() throws -> PaperJob.Letterhead {
    let bytes = try bytes()
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      try checkSize(bytes)
      return .picture(path: path)
    }
    guard let text = String(validating: bytes, as: UTF8.self), text.allSatisfy({ $0.isNewline || !Self.isControl($0) })
    else { throw mistake("is neither a PNG picture nor plain UTF-8 text") }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
      .reversed().drop { $0.isEmpty }.reversed()
    guard (1...Self.mostLines).contains(lines.count), lines.allSatisfy({ $0.count <= 200 }) else {
      throw mistake("has \(lines.count) lines; 1 to \(Self.mostLines) of at most 200 characters fit")
    }
    return .lines(text: Array(lines))
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  private func bytes() throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw mistake("can't be read (\(String(cString: strerror(errno))))") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw mistake("is no file") }
    guard status.st_size <= Self.mostBytes else { throw mistake("is larger than 4 MB") }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw mistake("can't be read (\(String(cString: strerror(errno))))") }
      done += count
    }
    return bytes
  }

  /// The size that the picture states: nobody's letterhead takes a gigabyte of memory.
  private func checkSize(_ bytes: [UInt8]) throws {
    guard bytes.count > 24 else { throw mistake("is a PNG picture that is cut off") }
    func number(at place: Int) -> UInt32 { bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    let (width, height) = (number(at: 16), number(at: 20))
    guard (1...Self.mostPixels).contains(width), (1...Self.mostPixels).contains(height) else {
      throw mistake("is a picture of \(width) × \(height) points; \(Self.mostPixels) each way is the most")
    }
  }

  private func mistake(_ what: String) -> Refusal {
    Refusal(
      code: "paper.letterhead",
      sentence: "The letterhead \(path) \(what); mend it, or take the setting letterhead out of config.toml.")
  }
}
