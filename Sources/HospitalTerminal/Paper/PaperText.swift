import PaperKit
import TerminalKit

/// A document as plain text of so many columns (I5), by the width that a terminal gives each character. What would steer a
/// terminal or a printer shows as `�`. Its own rules are ASCII, so that every printer has them.
package struct PaperText {
  /// How wide it is; 80 unless a screen has less.
  package let columns: Int

  /// A text of so many columns, 40 at least.
  package init(columns: Int = 80) {
    self.columns = max(40, columns)
  }

  /// The document in lines, none wider than `columns`.
  package func lines(of document: PaperDocument) -> [String] {
    let head = document.issuer.flatMap { wrapped($0, columns) } + [rule("=")]
    let title = ends(document.title.uppercased(), document.number)
    var isHeaded = false
    let body = document.blocks.flatMap { block -> [String] in
      defer { if case .heading = block { isHeaded = true } else { isHeaded = false } }
      return (isHeaded ? [] : [""]) + lines(of: block)
    }
    return head + title + body + ["", rule("-")] + wrapped(document.imprint, columns)
  }

  /// The document as a file holds it.
  package func text(of document: PaperDocument) -> String {
    lines(of: document).map { Self.withoutEnd($0) + "\n" }.joined()
  }

  private func lines(of block: PaperBlock) -> [String] {
    switch block {
    case .facts(let items): facts(items)
    case .heading(let text): wrapped(text.uppercased(), columns)
    case .paragraph(let text): wrapped(text, columns)
    case .notice(let text): wrapped(text, columns - 8).map { "*** \($0) ***" }
    case .table(let heads, let rows): PaperTextTable(heads, rows, columns: columns).lines
    case .sums(let sums): self.sums(sums)
    }
  }

  /// Captions in one column, values in the other.
  private func facts(_ items: [PaperFact]) -> [String] {
    let width = items.map { SafeText.width($0.caption) }.max() ?? 0
    return items.flatMap { item in
      wrapped(item.value, columns - width - 2).enumerated().map { number, value in
        Self.padded(number == 0 ? item.caption : "", to: width) + "  " + value
      }
    }
  }

  /// Amounts end at the right edge; what sums up has a rule above it.
  private func sums(_ sums: [PaperSum]) -> [String] {
    let figure = sums.map { SafeText.width($0.amount) }.max() ?? 0
    let caption = max(10, min(44, columns - figure - 2))
    let indent = String(repeating: " ", count: max(0, columns - caption - 2 - figure))
    return sums.flatMap { sum in
      let words = wrapped(sum.caption, caption)
      let lines = words.enumerated().map { number, word in
        indent + Self.padded(word, to: caption) + "  "
          + (number == words.count - 1 ? Self.padded(sum.amount, to: figure, isFigure: true) : "")
      }
      let above = String(repeating: " ", count: columns - figure) + String(repeating: "-", count: figure)
      return sum.isTotal && sums.count > 1 ? [above] + lines : lines
    }
  }

  /// One text at the left, one at the right; one below the other where there is no room.
  private func ends(_ left: String, _ right: String) -> [String] {
    let room = columns - SafeText.width(left) - SafeText.width(right)
    guard room > 0 else { return wrapped(left, columns) + wrapped(right, columns) }
    return [SafeText.shown(left) + String(repeating: " ", count: room) + SafeText.shown(right)]
  }

  private func rule(_ mark: String) -> String { String(repeating: mark, count: columns) }

  private func wrapped(_ text: String, _ columns: Int) -> [String] { Self.wrapped(text, columns) }

  /// A text in lines that fit, safe to show.
  static func wrapped(_ text: String, _ columns: Int) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
      SafeText.wrapped(SafeText.shown(String($0)), columns: max(2, columns))
    }
  }

  /// A text with blanks to a width: after it, or before a figure.
  static func padded(_ text: String, to width: Int, isFigure: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - SafeText.width(text)))
    return isFigure ? blanks + text : text + blanks
  }

  private static func withoutEnd(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
