extension TextEntry {
  /// The most code points for each character of the limit, so that a letter
  /// with a million marks is cut like any other paste.
  private static let scalarsForCharacter = 8

  /// Puts `pasted` in at the cursor, as far as it fits, in one pass over the
  /// part that fits: a paste of a megabyte costs no more than the field holds.
  ///
  /// Line breaks at the end of a copied line are dropped; others become spaces in
  /// a field of one line. Characters that cannot be seen stay in, for the form to
  /// name as a problem: nothing vanishes without a word.
  @discardableResult
  package mutating func insert(_ pasted: String) -> EntryNote? {
    guard !pasted.isEmpty else { return nil }
    let (before, after) =
      startsOver ? ("", "") : (String(characters[..<cursor]), String(characters[cursor...]))
    var taken = taking(pasted, room: scalarRoom(before, after))
    var fitted = self
    // A mark may join the letter before it, so the count is known only when joined.
    while true {
      fitted.join(before + taken.text, after)
      if fitted.characters.count <= max(limit, characters.count) || taken.text.isEmpty { break }
      taken.text.removeLast(max(1, min(taken.text.count, fitted.characters.count - limit)))
      taken.isCut = true
    }
    guard !taken.text.isEmpty else { return taken.isCut ? .full(limit: limit) : nil }
    self = fitted
    return taken.note(limit: limit)
  }

  private func scalarRoom(_ before: String, _ after: String) -> Int {
    limit * Self.scalarsForCharacter - before.unicodeScalars.count - after.unicodeScalars.count
  }

  /// The part of a paste that goes in, and what had to be done to it.
  private struct Taken {
    var text = ""
    var breaks = 0
    var isCut = false

    func note(limit: Int) -> EntryNote? {
      if isCut { return .cut(kept: text.count, limit: limit) }
      return breaks > 0 ? .joined(breaks: breaks) : nil
    }
  }

  private func taking(_ pasted: String, room: Int) -> Taken {
    var taken = Taken()
    var scalars = String.UnicodeScalarView()
    var count = 0
    var pendingBreaks = 0
    var last: Unicode.Scalar = " "
    for scalar in pasted.unicodeScalars {
      defer { last = scalar }
      if scalar == "\n" || scalar == "\r" {
        if !(scalar == "\n" && last == "\r") { pendingBreaks += 1 }
        if count + pendingBreaks > room { taken.isCut = true; break }
        continue
      }
      // Breaks count only once something follows them.
      for _ in 0..<pendingBreaks { scalars.append(allowsLines ? "\n" : " ") }
      count += pendingBreaks
      taken.breaks += allowsLines ? 0 : pendingBreaks
      pendingBreaks = 0
      guard count < room else { taken.isCut = true; break }
      if scalar == "\t" {
        taken.breaks += 1
        scalars.append(" ")
      } else {
        scalars.append(scalar)
      }
      count += 1
    }
    // One typed line break is meant; the breaks at the end of a paste are not.
    if allowsLines, scalars.isEmpty, pendingBreaks > 0, !taken.isCut { scalars.append("\n") }
    taken.text = String(scalars)
    return taken
  }
}
