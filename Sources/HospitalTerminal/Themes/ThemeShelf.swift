import TerminalKit

/// The themes that can be chosen by name: the files NAME.toml in some folders,
/// and `ward-dark`, which is always there. A file is read when its theme is chosen.
package struct ThemeShelf: Sendable {
  /// The theme that is used unless another is chosen.
  package static let usual = "ward-dark"
  /// How many themes may inherit each other in a row.
  private static let deepest = 8

  private let folders: [String]

  /// A shelf of the files in `folders`; a theme in an earlier folder goes before its namesake in a later one.
  package init(folders: [String] = []) {
    self.folders = folders
  }

  /// The names of all themes, in the order of the alphabet.
  package var names: [String] {
    let files = folders.flatMap { FolderListing.names(in: $0) }
      .filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
    return Set(files + [Self.usual]).sorted()
  }

  /// The theme that is used unless another is chosen: without colours `mono`, where it is there, for what a theme tells by
  /// colour alone would else be reversed all over, every field as much as the one with the focus.
  package func usual(at depth: ColourDepth) -> String {
    depth == .mono && text(of: "mono") != nil ? "mono" : Self.usual
  }

  /// The theme of a name.
  package func load(_ name: String) throws(ThemeFault) -> Theme {
    let text = text(of: name)
    if name == Self.usual, text == nil { return WardDark.theme }
    return try source(name, text: text, depth: 0).theme()
  }

  private func source(_ name: String, text: String?, depth: Int) throws(ThemeFault) -> ThemeSource {
    guard depth < Self.deepest else {
      throw ThemeFault(theme: name, line: nil, problem: "themes inherit each other in a ring")
    }
    guard let text else {
      let known = names.joined(separator: ", ")
      throw ThemeFault(theme: name, line: nil, problem: "there is no theme of that name; there are \(known)")
    }
    let own = try ThemeSource(text, name: name)
    guard let parent = own.inherits else { return own }
    return own.over(try source(parent, text: self.text(of: parent), depth: depth + 1))
  }

  /// The text of a theme's file; nil if there is none, or the name is no file's name.
  private func text(of name: String) -> String? {
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else { return nil }
    for folder in folders {
      if let text = FolderListing.text(at: "\(folder)/\(name).toml") { return text }
    }
    return nil
  }
}
