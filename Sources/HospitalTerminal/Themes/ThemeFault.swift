/// Why a theme's file cannot be used; the theme that is in use stays.
package struct ThemeFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The theme's name.
  package let theme: String
  /// The line of its file that is wrong; nil if it is the file itself.
  package let line: Int?
  /// What is wrong, as the end of a sentence.
  package let problem: String

  /// What is wrong, and where.
  package var description: String {
    "Theme \(theme)\(line.map { ", line \($0)" } ?? ""): \(problem). The display stays as it was."
  }
}
