/// Makes docs/KEYS.md from the tables of commands, so that it is always true.
package enum KeysDocument {
  /// The document: the keys of every screen first, then each screen's own.
  package static func text(everywhere: KeyTable, screens: [KeyTable]) -> String {
    var lines = [
      "# Keys", "",
      "Made from the program's tables of commands; do not edit it. "
        + "`HMS_WRITE_DOCS=1 script/test KeysDocument` writes it anew.", "",
      "A key that is a letter, a digit or a sign is text while a field is typed in; its twin works there too. "
        + "The names in the last column are what a user's own key map uses:", "",
      "```toml", "[keys]", "\"shell.lock\" = [\"^K\", \"F8\"]", "```",
    ]
    for table in [everywhere] + screens where !table.entries.isEmpty {
      lines += ["", "## \(table.name)", "", "| keys | does | name |", "|---|---|---|"]
      lines += table.entries.map(row)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ entry: CommandEntry) -> String {
    let keys = entry.keys.map { "`\(escaped($0.label))`" }.joined(separator: " ")
    return "| \(keys.isEmpty ? "–" : keys) | \(escaped(entry.title)) | `\(entry.id)` |"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { $0 += $1 == "|" ? "\\|" : String($1) }
  }
}
