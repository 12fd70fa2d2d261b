import CNcurses
import Glibc
import TerminalKit

/// A real terminal, shown by ncurses. It is the only user of ncurses in the
/// program, and there is one at a time: `open` takes the terminal over, `close`
/// gives it back as it was. A crash gives it back too.
package final class NCursesScreen: TerminalDevice {
  package private(set) var size: Size
  package let depth: ColourDepth
  package let glyphs: GlyphSet
  package let inputDescriptor: Int32 = STDIN_FILENO
  /// What a person should know of how the terminal was opened, as sentences.
  package let notes: [String]

  private let wakeUp: WakeUp
  private var keys: KeyDecoder
  private var painter: ScreenPainter
  private var thrift = StyleThrift()
  private var inputEnded = false
  /// Whether the last read took all that had arrived: then nobody is asked for more before the loop waits again.
  private var isDrained = false
  /// Room for what arrives at once; kept, since a key should cost no memory.
  private var room = [UInt8](repeating: 0, count: 1 << 14)
  private var isOpen = true
  private let wipe: String

  /// Takes over the terminal on standard input and output. Signals ring `wakeUp`.
  package init(options: TerminalOptions = TerminalOptions(), wakeUp: WakeUp) throws(TerminalFault) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    var isGuessed = false
    let isUnicode = cn_open_locale(&isGuessed)
    cn_catch_signals(wakeUp.writing)
    if let words = options.lastWords { cn_remember_last_words(words.line, words.exitCode) }
    let kind = try TerminalKind.open(Self.environment("TERM"))
    cn_remember_farewell(kind.farewell)
    wipe = kind.wipe
    cn_take_terminal()
    cn_prepare()
    let hasColour = !options.isMono && Self.environment("NO_COLOR").isEmpty
    depth = hasColour && cn_start_colours() ? kind.depth : .mono
    glyphs = isUnicode && !options.isASCII ? .unicode : .ascii
    notes = kind.notes + Self.characterSetNotes(isUnicode: isUnicode, isGuessed: isGuessed)
    let scalarOfByte: @Sendable (UInt8) -> UInt32 = { cn_scalar_of_byte($0) }
    keys = KeyDecoder(sequences: kind.sequences, scalarOfByte: isUnicode ? nil : scalarOfByte)
    painter = ScreenPainter(depth: depth, isUnicode: isUnicode)
    self.wakeUp = wakeUp
    size = Self.windowSize()
    cn_add_output(TerminalKind.pasteOn)
    flush()
  }

  private static func characterSetNotes(isUnicode: Bool, isGuessed: Bool) -> [String] {
    if !isUnicode { return ["This session's character set is not UTF-8: what it lacks shows as '?'."] }
    return isGuessed ? ["The locale is not UTF-8: if signs look wrong, start with --ascii."] : []
  }

  /// Gives the terminal back as it was.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    cn_add_output(TerminalKind.mouseOff + TerminalKind.pasteOff + wipe)
    cn_show_cursor(true)
    endwin()
    flush(isLast: true)
    cn_give_back_terminal()
  }

  deinit { close() }

  /// What the system has told since it was last asked: the window has another
  /// size, or the program must end. For `RunLoop`.
  package func takeSignal() -> LoopEvent? {
    let told = cn_take_signals()
    if told & Int32(CN_HANGUP) != 0 || inputEnded { return .hangUp }
    guard told & Int32(CN_RESIZED) != 0, cn_take_size() else { return nil }
    size = Self.windowSize()
    painter.forget()
    thrift.forget()
    cn_send_all()
    return .resized(size)
  }

  package func show(_ canvas: Canvas, theme: Theme) {
    painter.paint(canvas, theme: theme)
    let cursor = canvas.cursor ?? Point(column: size.columns - 1, row: size.rows - 1)
    cn_show(Int32(cursor.row), Int32(cursor.column))
    flush()
  }

  package func nextKey() -> Key? {
    if let key = keys.next() { return key }
    while keys.isWaiting ? readInput(waiting: Self.escapePatience) : !isDrained && readInput(waiting: 0) {
      if let key = keys.next() { return key }
    }
    isDrained = false
    return keys.isWaiting ? keys.next(atLast: true) : nil
  }

  package func dropTypeAhead() {
    tcflush(STDIN_FILENO, TCIFLUSH)
    keys.drop()
  }

  package func redrawAll() {
    if !wipe.isEmpty { cn_add_output(wipe) }
    painter.forget()
    thrift.forget()
    cn_send_all()
  }

  package func useMouse(_ on: Bool) {
    cn_add_output(on ? TerminalKind.mouseOn : TerminalKind.mouseOff)
    flush()
  }

  /// Sends what ncurses has written, in one write.
  private func flush(isLast: Bool = false) {
    var taken: UnsafePointer<UInt8>?
    let count = cn_take_output(&taken)
    let bytes = thrift.spare(Array(UnsafeBufferPointer(start: taken, count: count)), isLast: isLast)
    if !bytes.isEmpty { cn_send_bytes(bytes, bytes.count) }
  }

  /// How long the rest of an escape sequence may take, in milliseconds.
  private static let escapePatience: Int32 = 25

  /// Reads what has arrived; returns whether anything had.
  private func readInput(waiting milliseconds: Int32) -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, milliseconds) > 0, !inputEnded else { return false }
    let count = max(0, read(STDIN_FILENO, &room, room.count))
    isDrained = count < room.count
    if count == 0 { inputEnded = true }
    keys.take(room[..<count])
    return count > 0
  }

  /// A variable of the environment; empty if it is not set.
  private static func environment(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  private static func windowSize() -> Size {
    var (rows, columns): (Int32, Int32) = (24, 80)
    cn_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }
}
