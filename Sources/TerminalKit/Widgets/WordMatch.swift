/// Finds what was typed in a text by the beginnings of its words: `dis pat`
/// finds "Dispense for patient". Fewer is better.
package enum WordMatch {
  /// How well `typed` fits `text`: 0 is best, nil is not at all. Every word typed
  /// must begin a word of the text; small and capital letters are alike.
  package static func score(_ typed: String, in text: String) -> Int? {
    let wanted = words(typed)
    let present = words(text)
    var total = 0
    var last = -1
    for word in wanted {
      guard
        let at = present.indices.first(where: { $0 > last && present[$0].hasPrefix(word) })
          ?? present.firstIndex(where: { $0.hasPrefix(word) })
      else { return nil }
      total += at * 10 + (present[at] == word ? 0 : 1) + (at > last ? 0 : 5)
      last = at
    }
    return total
  }

  /// The words of a text, in small letters.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
