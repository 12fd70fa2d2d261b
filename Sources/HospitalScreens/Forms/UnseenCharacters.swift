/// The characters that a person cannot see and that must not be stored: control
/// characters, direction marks and zero-width ones (screens.md, Text).
///
/// A form keeps them where they were typed or pasted and names them as a
/// problem, so that nothing vanishes without a word; screens draw them as `�`.
package enum UnseenCharacters {
  /// Whether `scalar` cannot be seen. A line break counts unless `lines` allows it.
  package static func contains(_ scalar: Unicode.Scalar, allowingLines lines: Bool = false) -> Bool {
    switch scalar.value {
    case 0x0A: !lines
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// How many unseen characters `text` holds.
  package static func count(in text: String, allowingLines lines: Bool = false) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (contains($1, allowingLines: lines) ? 1 : 0) }
  }

  /// The problem that `text` has because of them, or nil when it has none.
  package static func problem(in text: String, allowingLines lines: Bool = false) -> String? {
    switch count(in: text, allowingLines: lines) {
    case 0: nil
    case 1: "holds 1 character that cannot be seen, shown as �: delete it"
    case let many: "holds \(many) characters that cannot be seen, shown as �: delete them"
    }
  }
}
