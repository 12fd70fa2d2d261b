import HospitalScreens
import TerminalKit

extension FormSheet {
  /// Takes a key that edits: text, pastes, the arrows, and everything while a
  /// list is open. Keys that are commands of `FormPane` are left alone.
  package mutating func handle(_ key: Key) -> Bool {
    if form.list != nil { return handleInList(key) }
    switch key {
    case .character(" "): form.toggle()
    case .character(let character): form.type(String(character))
    case .paste(let text): form.paste(text)
    case .backspace: form.backspace()
    case .delete: form.delete()
    case .left: form.moveCursor { $0.left() }
    case .right: form.moveCursor { $0.right() }
    case .home: form.moveCursor { $0.home() }
    case .end: form.moveCursor { $0.end() }
    case .up: if !moveLine(by: -1) { form.up() }
    case .down: if !moveLine(by: 1) { form.down() }
    default: return false
    }
    return true
  }

  /// Keys while a list is open: typing narrows it. Only the keys that work
  /// everywhere (lock, redraw, help) are left to the shell.
  private mutating func handleInList(_ key: Key) -> Bool {
    switch key {
    case .enter, .tab: form.takeFromList()
    case .escape, .function(12), .function(3), .function(4): form.closeList()
    case .up: form.inList { $0.move(by: -1) }
    case .down: form.inList { $0.move(by: 1) }
    case .pageUp: form.inList { $0.move(by: -8) }
    case .pageDown: form.inList { $0.move(by: 8) }
    case .home: form.inList { $0.move(by: -$0.rows.count) }
    case .end: form.inList { $0.move(by: $0.rows.count) }
    case .backspace: form.inList { $0.backspace() }
    case .control("u"), .control("w"): form.inList { $0.clear() }
    case .character(let character): form.inList { $0.type(String(character)) }
    case .paste(let text): form.inList { $0.type(String(text.prefix(80))) }
    case .control("k"), .control("l"), .function(1): return false
    default: break
    }
    return true
  }

  /// Moves the cursor to another line of a wrapped text; false where there is none.
  private mutating func moveLine(by step: Int) -> Bool {
    guard form.focused.kind.allowsLines, let item = FormPlan(form, columns: columns).item(of: form.focus) else {
      return false
    }
    let entry = form.focused.entry
    let wrapped = WrappedLines(entry.characters, columns: item.width)
    guard let cursor = wrapped.cursor(from: entry.cursor, by: step) else { return false }
    form.moveCursor { $0.move(to: cursor) }
    return true
  }
}
