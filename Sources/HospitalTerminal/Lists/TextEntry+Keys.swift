import HospitalScreens
import TerminalKit

extension TextEntry {
  /// Takes a key that types or moves in a line of text; false for any other.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): _ = type(String(character))
    case .paste(let text): _ = insert(text)
    case .backspace: backspace()
    case .delete: delete()
    case .left: left()
    case .right: right()
    case .home: home()
    case .end: end()
    case .control("u"): clear()
    case .control("w"): deleteWord()
    default: return false
    }
    return true
  }
}
