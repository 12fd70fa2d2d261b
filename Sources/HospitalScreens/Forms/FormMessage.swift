/// What a form says on the message row.
package struct FormMessage: Sendable, Hashable {
  /// How much it matters; screens write the level as a word (screens.md, Messages).
  package enum Level: Sendable, Hashable {
    /// Done.
    case ok
    /// Good to know.
    case note
    /// Something may go wrong.
    case warning
    /// Something is wrong and must be mended.
    case error
  }

  /// How much it matters.
  package let level: Level
  /// One plain sentence or two.
  package let sentence: String

  /// A message of a level.
  package init(_ level: Level, _ sentence: String) {
    self.level = level
    self.sentence = sentence
  }
}
