/// A person at a real terminal: the built program on a pseudo-terminal, a real emulator for the screen, keys by name, and
/// waits for what should appear.
package final class RealTerminal {
  private let line: PseudoTerminal
  /// What the screen shows.
  package let screen: ScreenEmulator
  /// Every byte that the program has written.
  package private(set) var written: [UInt8] = []

  /// What was waited for did not come; says what the screen showed instead.
  package struct NotSeen: Error, CustomStringConvertible {
    let what: String
    let screen: String
    package var description: String { "not seen: \(what)\n\(screen)" }
  }

  /// Starts a command on a terminal of that size. See `PseudoTerminal`.
  package init(_ command: [String], environment: [String: String], rows: Int = 24, columns: Int = 80) throws {
    line = try PseudoTerminal(command, environment: environment, rows: rows, columns: columns)
    screen = ScreenEmulator(rows: rows, columns: columns)
  }

  /// The process at the other end.
  package var process: Int32 { line.process }
  /// Whether the terminal's modes are those of a shell.
  package var isCooked: Bool { line.isCooked }

  /// Presses keys, one after another.
  package func press(_ keys: TerminalKey...) {
    for key in keys { line.write(screen.bytes(for: key)) }
  }

  /// Sends bytes as they are, whatever they are.
  package func send(_ bytes: [UInt8]) { line.write(bytes) }

  /// Types text.
  package func type(_ text: String) { press(.text(text)) }

  /// Changes the window's size.
  package func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    line.resize(rows: rows, columns: columns)
  }

  /// Drops the line.
  package func hangUp() { line.hangUp() }

  /// Sends the program a signal.
  package func signal(_ number: Int32) { line.signal(number) }

  /// Waits until the screen shows `text`.
  package func wait(for text: String, until deadline: Deadline = .ample) throws {
    try wait(for: "\"\(text)\"", until: deadline) { $0.text.contains(text) }
  }

  /// Waits until a condition holds; `what` names it in the error that is thrown when it never does.
  package func wait(for what: String, until deadline: Deadline = .ample, _ holds: (ScreenEmulator) -> Bool) throws {
    while !holds(screen) {
      guard !deadline.isPast, take(until: deadline) else { throw NotSeen(what: what, screen: screen.text) }
    }
  }

  /// Lets the program write until it has nothing more to say for a while; for pictures, never for a test.
  package func settle() {
    while let bytes = line.read(until: .after(.milliseconds(200))), !bytes.isEmpty { show(bytes) }
  }

  /// Waits until the program has ended, reading what it still writes.
  package func end(until deadline: Deadline = .ample) throws -> ProgramEnd {
    while !deadline.isPast, take(until: deadline) {}
    guard let end = line.end(until: deadline) else {
      throw NotSeen(what: "the end of the program", screen: screen.text)
    }
    return end
  }

  /// Shows the next bytes of the program; false when it has closed the terminal.
  private func take(until deadline: Deadline) -> Bool {
    guard let bytes = line.read(until: deadline) else { return false }
    show(bytes)
    return true
  }

  private func show(_ bytes: [UInt8]) {
    written += bytes
    let answers = screen.feed(bytes)
    if !answers.isEmpty { line.write(answers) }
  }
}
