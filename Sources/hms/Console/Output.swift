import Glibc

/// A stream that text is written to at once and whole. Unlike `print` it notices a full disk and a reader that left.
struct Output {
  private let descriptor: Int32

  /// The stream of a descriptor that somebody else opened and closes.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Where a command's results go.
  static let standard = Output(descriptor: STDOUT_FILENO)
  /// Where errors and progress go.
  static let errors = Output(descriptor: STDERR_FILENO)

  /// Whether a person is looking at the stream.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all of the text. Throws `OutputClosed` when its reader went away, `CommandFailure` on a disk fault.
  func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno != EINTR { throw failure(errno) }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(count, 0)))
      }
    }
  }

  /// Writes a line.
  func line(_ text: String = "") throws { try write(text + "\n") }

  private func failure(_ code: Int32) -> any Error {
    if code == EPIPE { return OutputClosed() }
    return CommandFailure(
      .disk, "the output could not be written (\(String(cString: strerror(code))))", remedy: "make room and try again")
  }
}
