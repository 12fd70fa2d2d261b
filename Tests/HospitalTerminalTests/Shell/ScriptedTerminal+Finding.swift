import TerminalKit
import Testing

extension ScriptedTerminal {
  /// Goes down to the line that has a text; what is not there fails the test, and does not keep it for ever.
  func focus(on text: String, at place: SourceLocation = #_sourceLocation) {
    for _ in 0..<300 {
      if frame.lines.contains(where: { $0.hasPrefix(">") && $0.contains(text) }) { return }
      press(.down)
    }
    Issue.record("no line to go to has \(text):\n\(frame)", sourceLocation: place)
  }

  /// Waits until the screen shows what is told from elsewhere. Work in the background has no thread while every other test
  /// computes, so that it is waited for long; what never comes fails the test.
  func waits(for text: String, at place: SourceLocation = #_sourceLocation) async {
    let end = ContinuousClock.now + .seconds(3_600)
    while !frame.shows(text), ContinuousClock.now < end {
      wake()
      await Task.yield()
    }
    if !frame.shows(text) { Issue.record("\(text) never came:\n\(frame)", sourceLocation: place) }
  }
}
