import BuiltProgramSupport

/// A program on a terminal whose every piece of output is stamped with the time it came. The emulator runs only between
/// measurements, so that its own cost is in no figure.
final class TimedTerminal {
  private let line: PseudoTerminal
  private let screen: ScreenEmulator
  private let started = monotonicMilliseconds()
  private var unseen: [UInt8] = []

  /// A piece of output and when it came, in milliseconds since the start.
  struct Piece {
    let bytes: [UInt8]
    let at: Double
  }

  init(_ command: [String], environment: [String: String], rows: Int, columns: Int) throws {
    line = try PseudoTerminal(command, environment: environment, rows: rows, columns: columns)
    screen = ScreenEmulator(rows: rows, columns: columns)
  }

  /// The process that runs on it.
  var process: Int32 { line.process }

  /// What to `poll` for output.
  var descriptor: Int32 { line.descriptor }

  /// Milliseconds since the program was started.
  var now: Double { monotonicMilliseconds() - started }

  /// Takes what the program writes until it has been silent for `quiet` milliseconds. With `first` it waits that long for
  /// the first piece.
  func pieces(quiet: Int = 40, first: Int? = nil) -> [Piece] {
    var pieces: [Piece] = []
    while let bytes = line.read(until: .after(.milliseconds(pieces.isEmpty ? first ?? quiet : quiet))), !bytes.isEmpty {
      pieces.append(Piece(bytes: bytes, at: now))
      unseen += bytes
    }
    return pieces
  }

  /// Takes what is there at once; how many bytes, and when they were taken on the system's clock.
  func takeNow() -> (bytes: Int, at: Double) {
    let bytes = line.read(until: .after(.zero)) ?? []
    let at = monotonicMilliseconds()
    unseen += bytes
    return (bytes.count, at)
  }

  /// The time at which the screen first showed `text`, in milliseconds since the start. Replays the pieces on an emulator
  /// of its own.
  static func moment(of text: String, in pieces: [Piece], rows: Int, columns: Int) -> Double? {
    let replay = ScreenEmulator(rows: rows, columns: columns)
    return pieces.first { piece in
      _ = replay.feed(piece.bytes)
      return replay.text.contains(text)
    }?.at
  }

  /// Sends keys without measuring.
  func press(_ keys: [TerminalKey]) {
    look()
    for key in keys { line.write(screen.bytes(for: key)) }
  }

  /// Waits until the screen shows `text`.
  func wait(for text: String) throws {
    let deadline = Deadline.after(.seconds(30))
    while look(), !screen.text.contains(text) {
      guard !deadline.isPast else { throw NotShown(text: text, screen: screen.text) }
      _ = pieces(quiet: 20)
    }
  }

  /// Presses a key and takes its answer: milliseconds to the last piece of it, how many bytes and pieces.
  func answer(to keys: [TerminalKey], quiet: Int = 40) -> (milliseconds: Double, bytes: Int, pieces: Int)? {
    look()
    let bytes = keys.flatMap { screen.bytes(for: $0) }
    let pressed = now
    line.write(bytes)
    let answer = pieces(quiet: quiet, first: 1000)
    guard let last = answer.last else { return nil }
    return (last.at - pressed, answer.reduce(0) { $0 + $1.bytes.count }, answer.count)
  }

  /// What `wait(for:)` waited for did not appear.
  struct NotShown: Error, CustomStringConvertible {
    let text: String, screen: String
    var description: String { "\"\(text)\" did not appear\n\(screen)" }
  }

  /// Lets the emulator catch up.
  @discardableResult private func look() -> Bool {
    let answers = screen.feed(unseen)
    unseen = []
    if !answers.isEmpty { line.write(answers) }
    return true
  }
}
