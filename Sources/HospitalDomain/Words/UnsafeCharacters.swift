extension SafeText {
  /// More marks than this on one letter are decoration, and spill over the neighbouring rows of a screen.
  private static let mostMarks = 4

  /// Refuses the first character that hides, reorders or commands, and names its place.
  static func checkCharacters(_ text: String, allowsNewline: Bool) throws(Misentry) {
    guard !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || (allowsNewline && $0 == 0x0A) }) else { return }
    for (index, character) in text.enumerated() {
      if allowsNewline, character == "\n" { continue }
      if let fault = fault(of: character) {
        throw Misentry("character \(index + 1) is \(fault); retype the text without it")
      }
    }
  }

  /// What is wrong with a character, with its article and code; nothing if it can be stored and shown.
  static func fault(of character: Character) -> String? {
    var marks = 0
    for scalar in character.unicodeScalars {
      if let fault = fault(of: scalar) { return "\(fault) (\(code(scalar)))" }
      marks = isMark(scalar) ? marks + 1 : 0
      if marks > mostMarks { return "a letter with more than \(mostMarks) marks" }
    }
    // A mark without a letter below it would fall on whatever stands before it on the screen.
    if let first = character.unicodeScalars.first, isMark(first) { return "a mark without a letter (\(code(first)))" }
    return nil
  }

  private static func fault(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return "a hidden direction mark"
    case 0x200B...0x200D, 0x2060, 0xFEFF, 0x180E: return "an invisible character of no width"
    case 0xFFFD: return "damaged"
    case 0x2028, 0x2029: return "a line break"
    case 0x2800: return "an invisible blank"
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control: return "a control character"
    case .format: return "an invisible control"
    case .privateUse, .unassigned, .surrogate: return "unknown to this hospital"
    default: return properties.isDefaultIgnorableCodePoint ? "an invisible character" : nil
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
