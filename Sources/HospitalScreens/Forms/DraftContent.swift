/// What was typed into a form, as it is kept while the form is unfinished.
///
/// Its text form is one line for each field, so that any store can hold it:
/// `id`, text, what was picked (value, title and detail), and what the field held before, with tabs between.
package struct DraftContent: Sendable, Hashable, LosslessStringConvertible {
  /// What was typed into one field.
  package struct Entry: Sendable, Hashable {
    /// The name of the field.
    package let field: String
    /// Its text as typed.
    package let text: String
    /// What was taken from its pick list, if anything.
    package let chosen: FieldChoice?
    /// What the field held when the form was opened, where the form edits a record.
    package let was: String?

    package init(field: String, text: String, chosen: FieldChoice?, was: String? = nil) {
      self.field = field
      self.text = text
      self.chosen = chosen
      self.was = was
    }
  }

  /// The name of the form.
  package let form: String
  /// The name of the field that had the focus.
  package let focus: String
  /// The fields that differ from a new form, in order. Passwords are never among them.
  package let entries: [Entry]

  /// A draft of a form.
  package init(form: String, focus: String, entries: [Entry]) {
    self.form = form
    self.focus = focus
    self.entries = entries
  }

  /// Reads a draft that `description` wrote; nil if it is anything else.
  package init?(_ description: String) {
    let lines = description.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map { DraftContent.unescaped($0) } }
    guard let head = lines.first, head.count == 3, head[0] == "hms-draft-1" else { return nil }
    form = head[1]
    focus = head[2]
    var entries: [Entry] = []
    for line in lines.dropFirst() {
      guard [2, 3, 5, 6].contains(line.count) else { return nil }
      let chosen = line.count >= 5 ? FieldChoice(line[3], value: line[2], detail: line[4]) : nil
      let was = line.count % 3 == 0 ? line.last : nil
      entries.append(Entry(field: line[0], text: line[1], chosen: chosen, was: was))
    }
    self.entries = entries
  }

  /// The draft as text.
  package var description: String {
    let head = ["hms-draft-1", form, focus]
    let lines = entries.map { entry in
      [entry.field, entry.text] + (entry.chosen.map { [$0.value, $0.title, $0.detail] } ?? [])
        + (entry.was.map { [$0] } ?? [])
    }
    return ([head] + lines).map { $0.map(DraftContent.escaped).joined(separator: "\t") }.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
      case "\t": out.append(contentsOf: "\\t".unicodeScalars)
      case "\n": out.append(contentsOf: "\\n".unicodeScalars)
      case "\r": out.append(contentsOf: "\\r".unicodeScalars)
      case "\0": out.append(contentsOf: "\\0".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private static func unescaped(_ text: Substring) -> String {
    var out = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text.unicodeScalars {
      switch (isEscape, scalar) {
      case (false, "\\"):
        isEscape = true
        continue
      case (true, "t"): out.append("\t")
      case (true, "n"): out.append("\n")
      case (true, "r"): out.append("\r")
      case (true, "0"): out.append("\0")
      default: out.append(scalar)
      }
      isEscape = false
    }
    return String(out)
  }
}
