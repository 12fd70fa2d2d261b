/// Why something is done, as a person wrote it; kept with their name (B10).
package enum WrittenReason {
  /// A reason as it is stored: one line that says something.
  /// - Parameter act: what it is asked for, as a phrase that follows "Write a reason to": `"retire the room"`.
  /// - Throws: `Refusal.reasonNeeded` when nothing was written; `InvalidEntry` for what cannot be stored.
  package static func read(_ entry: String, to act: String) throws -> String {
    let words: String
    do throws(Misentry) {
      words = try SafeText.line(entry)
    } catch {
      throw InvalidEntry(problems: [error.at("reason")])
    }
    guard !words.isEmpty else { throw Refusal.reasonNeeded(for: act) }
    guard words.contains(where: \.isLetter) else {
      throw InvalidEntry(problems: [Misentry("say why in words").at("reason")])
    }
    return words
  }
}
