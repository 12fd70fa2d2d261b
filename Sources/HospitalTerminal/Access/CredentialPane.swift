import HospitalScreens
import TerminalKit

/// A pane that covers the whole screen and asks for a user name and a secret: the sign-in, and the lock. It shows nothing
/// of any patient, and there is nowhere to go back to from it.
protocol CredentialPane: Pane, SendableMetatype {
  /// The two fields: the user name, then the secret.
  var typed: Form { get set }
}

extension CredentialPane {
  package var holdsText: Bool { true }

  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): typed.type(String(character))
    case .paste(let text): typed.paste(text)
    case .backspace: typed.backspace()
    case .delete: typed.delete()
    case .left: typed.moveCursor { $0.left() }
    case .right: typed.moveCursor { $0.right() }
    case .home: typed.moveCursor { $0.home() }
    case .end: typed.moveCursor { $0.end() }
    case .escape: break
    default: return false
    }
    return true
  }

  /// Esc does nothing here: there is nowhere to go back to.
  package mutating func back() -> Bool { true }

  /// The keys of the two fields, under names that begin as the pane's do.
  static func fieldKeys(_ area: String) -> [Command<Self>] {
    [
      Command(CommandID("\(area).next"), keys: [.tab, .backTab, .up, .down], title: "The other field", section: .form) {
        $0.typed.focus == 0 ? $0.typed.next() : $0.typed.previous()
      },
      Command(CommandID("\(area).clear"), keys: [.control("u")], title: "Clear the field", section: .form) {
        $0.typed.clearField()
      },
    ]
  }

  /// Draws the fields, two rows each.
  ///
  /// - Parameters:
  ///   - secret: what stands before the second field.
  ///   - hint: what is to be known of that field; empty for nothing.
  static func drawFields(
    of typed: Form, on canvas: inout Canvas, column: Int, row: Int, secret: String, hint: String = ""
  ) {
    for (number, field) in typed.fields.enumerated() {
      let (isSecret, isFocused, row) = (number == 1, number == typed.focus, row + number * 2)
      canvas.write(isSecret ? secret : field.caption, column: column, row: row, role: .caption)
      TextField(
        text: field.entry.text, caret: field.entry.cursor, width: 20, isFocused: isFocused, isSecret: isSecret
      ).draw(column: column + 10, row: row, on: &canvas, role: isFocused ? .fieldFocused : .field)
      if isSecret { canvas.write(hint, column: column + 11, row: row + 1, role: .hint) }
    }
  }
}

extension Canvas {
  /// Writes a line in the middle; what is beside it stays as it is.
  mutating func writeCentred(_ text: StyledText, row: Int) {
    write(text, column: max(0, (columns - text.width) / 2), row: row)
  }
}
