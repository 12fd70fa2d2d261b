import Glibc

/// A line on standard error that tells how far slow work has come. Nothing is shown when no person is looking.
final class ProgressBar {
  private let title: String
  private let output: Output
  private let isShown: Bool
  private var shown = -1
  private let width = 30

  /// A bar for work that a person would call `title`, such as "Importing patients.csv".
  init(_ title: String, output: Output = .errors) {
    self.title = title
    self.output = output
    isShown = output.isTerminal
  }

  /// Shows that `done` of `total` are done. Writes only when the bar would look different.
  func show(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let filled = min(width, done * width / total)
    guard filled != shown || done == total else { return }
    shown = filled
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
    try? output.write("\r\u{1B}[K\(title) \(done) of \(total) \(bar)")
  }

  /// Takes the line away.
  func end() {
    if isShown, shown >= 0 { try? output.write("\r\u{1B}[K") }
  }
}
