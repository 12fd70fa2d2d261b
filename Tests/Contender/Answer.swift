import Glibc

/// A line on standard output, written at once.
struct Answer {
  private let text: String

  init(_ text: String) {
    self.text = text.split(separator: "\n").joined(separator: " ") + "\n"
  }

  func write() {
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
