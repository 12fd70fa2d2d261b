import CVTerm

/// What a terminal would show: libvterm fed with the bytes that a program writes.
package final class ScreenEmulator {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)

  /// The size in cells.
  package private(set) var rows: Int, columns: Int
  /// Whether the program has the second screen, as full-screen programs do.
  package private(set) var isAlternate = false
  /// Whether the cursor shows.
  package private(set) var isCursorVisible = true
  /// The lines that were scrolled off the screen, as a window keeps them for its owner to scroll back to.
  package private(set) var scrolledOff: [String] = []
  /// The titles that the program has given its window and its icon.
  package private(set) var titles: [String] = []
  /// Where the cursor stands.
  package private(set) var cursor = (row: 0, column: 0)

  package init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      ScreenEmulator.from(user).setProperty(property, value)
      return 1
    }
    callbacks.pointee.movecursor = { position, _, _, user in
      ScreenEmulator.from(user).cursor = (Int(position.row), Int(position.col))
      return 1
    }
    callbacks.pointee.sb_pushline = { columns, cells, user in
      let line = (0..<Int(columns)).map { place in
        cells.map { ScreenCell($0[place]) { _ in .init(red: 0, green: 0, blue: 0) }.text } ?? ""
      }.joined()
      ScreenEmulator.from(user).scrolledOff.append(line)
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  /// Shows what a program has written; returns what the terminal answers to its queries.
  package func feed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { _ = vterm_input_write(terminal, $0.bindMemory(to: CChar.self).baseAddress, $0.count) }
    return answers()
  }

  /// Changes the window's size.
  package func resize(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// The bytes that the keyboard sends for a key, which depend on the modes the program has set.
  package func bytes(for key: TerminalKey) -> [UInt8] {
    switch key {
    case .text(let text): return Array(text.utf8)
    case .control(let letter): return [(letter.asciiValue ?? 0) & 0x1F]
    case .paste(let text):
      vterm_keyboard_start_paste(terminal)
      let start = answers()
      vterm_keyboard_end_paste(terminal)
      return start + Array(text.utf8) + answers()
    case .named(let code, let modifier):
      vterm_keyboard_key(terminal, VTermKey(rawValue: code), VTermModifier(rawValue: modifier))
      return answers()
    }
  }

  /// One cell of the screen.
  package func cell(row: Int, column: Int) -> ScreenCell {
    var raw = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &raw)
    return ScreenCell(raw) { colour in
      var colour = colour
      vterm_screen_convert_color_to_rgb(self.screen, &colour)
      return .init(red: colour.rgb.red, green: colour.rgb.green, blue: colour.rgb.blue)
    }
  }

  /// The rows as text, without the space at their ends.
  package var lines: [String] {
    (0..<rows).map { row in
      let line = (0..<columns).map { cell(row: row, column: $0).text }.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The whole screen as text, a line for each row.
  package var text: String { lines.joined(separator: "\n") }

  private func answers() -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = vterm_output_read(terminal, &buffer, buffer.count)
    return buffer.prefix(count).map { UInt8(bitPattern: $0) }
  }

  private func setProperty(_ property: VTermProp, _ value: UnsafeMutablePointer<VTermValue>?) {
    guard let value else { return }
    switch property {
    case VTERM_PROP_ALTSCREEN: isAlternate = value.pointee.boolean != 0
    case VTERM_PROP_CURSORVISIBLE: isCursorVisible = value.pointee.boolean != 0
    case VTERM_PROP_TITLE, VTERM_PROP_ICONNAME:
      if let text = value.pointee.string { titles.append(String(cString: text)) }
    default: break
    }
  }

  private static func from(_ user: UnsafeMutableRawPointer?) -> ScreenEmulator {
    guard let user else { preconditionFailure("the emulator hands back the value it was given") }
    return Unmanaged<ScreenEmulator>.fromOpaque(user).takeUnretainedValue()
  }
}
