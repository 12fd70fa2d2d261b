/// A key without a character of its own.
package enum NamedKey: String, Sendable, CaseIterable {
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
}

/// A mouse button pressed, or the wheel turned, over a cell.
package struct MouseEvent: Hashable, Sendable {
  /// What the mouse did.
  package enum Act: Sendable {
    case press, doublePress, wheelUp, wheelDown
  }
  /// What it did.
  package var act: Act
  /// Where, on the whole screen.
  package var point: Point

  /// Makes an event.
  package init(_ act: Act, at point: Point) {
    self.act = act
    self.point = point
  }
}

/// Something a person did at the terminal.
package enum Key: Hashable, Sendable {
  /// A character was typed.
  case character(Character)
  /// A key with a name.
  case named(NamedKey)
  /// A function key, from 1.
  case function(Int)
  /// Control with a letter, which is kept small.
  case control(Character)
  /// Text was pasted as a whole; it never runs commands.
  case paste(String)
  /// The mouse was used.
  case mouse(MouseEvent)

  /// The Enter key.
  package static let enter = Key.named(.enter)
  /// The tabulator.
  package static let tab = Key.named(.tab)
  /// The tabulator with Shift.
  package static let backTab = Key.named(.backTab)
  /// The escape key.
  package static let escape = Key.named(.escape)
  /// The key that deletes to the left.
  package static let backspace = Key.named(.backspace)
  /// The key that deletes to the right.
  package static let delete = Key.named(.delete)
  /// Arrow up.
  package static let up = Key.named(.up)
  /// Arrow down.
  package static let down = Key.named(.down)
  /// Arrow left.
  package static let left = Key.named(.left)
  /// Arrow right.
  package static let right = Key.named(.right)
  /// A page back.
  package static let pageUp = Key.named(.pageUp)
  /// A page on.
  package static let pageDown = Key.named(.pageDown)
  /// To the beginning.
  package static let home = Key.named(.home)
  /// To the end.
  package static let end = Key.named(.end)

  /// Whether it is text when a field holds the focus.
  package var isText: Bool {
    switch self {
    case .character, .paste: true
    default: false
    }
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  /// A character key: `"a"`.
  package init(unicodeScalarLiteral scalar: Unicode.Scalar) {
    self = .character(Character(scalar))
  }
}
