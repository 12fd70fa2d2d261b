/// Text made safe for a terminal. Control, bidirectional and zero-width
/// characters, lone combining marks and what libc cannot print become `�`, so
/// that no text from outside can steer the terminal or hide beside other text.
package enum SafeText {
  /// The columns that `text` takes once it is made safe.
  package static func width(_ text: String) -> Int {
    var total = 0
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F else { return SafeGlyphs(text).reduce(0) { $0 + $1.width } }
      total += 1
    }
    return total
  }

  /// `text` as it will be seen, with `�` for what is not shown.
  package static func shown(_ text: String) -> String {
    SafeGlyphs(text).reduce(into: "") { $0 += $1.text }
  }

  /// The beginning of `text` that fits into `columns`, ending in `ellipsis` if
  /// something was cut. A wide character is never split.
  package static func cut(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    if width(text) <= columns { return text }
    let room = columns - width(ellipsis)
    guard room >= 0 else { return String(ellipsis.prefix(max(0, columns))) }
    var kept = ""
    var used = 0
    for glyph in SafeGlyphs(text) {
      if used + glyph.width > room { break }
      kept += glyph.text
      used += glyph.width
    }
    return kept + ellipsis
  }
}
