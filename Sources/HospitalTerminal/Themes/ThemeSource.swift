import TOMLKit
import TerminalKit

/// A theme as its file writes it: names of colours, not yet looked up, so that a
/// theme that inherits it may change the palette under the styles.
package struct ThemeSource: Sendable {
  /// One role's style, with colours by name.
  struct Style: Sendable {
    var foreground: String?
    var background: String?
    var attributes: TextAttributes?
    /// Where it stands.
    var place: ThemeLines.Place
  }

  /// The name that the file gives itself.
  var name: String
  /// The theme that it inherits; nil if none.
  var inherits: String?
  /// The colour of the screen behind everything.
  var background: String?
  var glyphs: GlyphSet?
  var palette: [String: ColourChoice] = [:]
  var styles: [String: Style] = [:]

  /// Reads the text of a theme's file. `name` is what the file is called.
  package init(_ text: String, name: String) throws(ThemeFault) {
    self.name = name
    let lines = ThemeLines(text)
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ThemeFault(theme: name, line: error.source.begin.line, problem: "\(error.description)")
    } catch {
      throw ThemeFault(theme: name, line: nil, problem: "\(error)")
    }
    for key in table.keys where !["name", "inherits", "background", "palette", "glyphs", "styles"].contains(key) {
      throw ThemeFault(theme: name, line: lines.number(of: key, in: ""), problem: "there is no setting '\(key)'")
    }
    inherits = table["inherits"]?.string
    background = table["background"]?.string
    if let set = table["glyphs"]?.table?["set"]?.string {
      guard let known = GlyphSet(rawValue: set) else {
        let line = lines.number(of: "set", in: "glyphs")
        throw ThemeFault(theme: name, line: line, problem: "the glyph set '\(set)' is neither unicode nor ascii")
      }
      glyphs = known
    }
    try readPalette(table["palette"]?.table, lines)
    if let styles = table["styles"]?.table { try readStyles(styles, of: "", lines) }
  }

  private mutating func readPalette(_ table: TOMLTable?, _ lines: ThemeLines) throws(ThemeFault) {
    guard let table else { return }
    for key in table.keys {
      guard let value = table[key], let choice = Self.choice(value) else {
        throw ThemeFault(
          theme: name, line: lines.number(of: key, in: "palette"),
          problem: "the colour '\(key)' is not \"#rrggbb\", a number from 0 to 255, or a list of these")
      }
      palette[key] = choice
    }
  }

  /// The styles of a table. A role's name with dots may stand in quotes; without them TOML reads it as a table in a table.
  private mutating func readStyles(_ table: TOMLTable, of outer: String, _ lines: ThemeLines) throws(ThemeFault) {
    for key in table.keys {
      let role = outer.isEmpty ? key : "\(outer).\(key)"
      guard let style = table[key]?.table else {
        // Beside deeper roles these are the settings of the role around them.
        if !outer.isEmpty { continue }
        throw ThemeFault(
          theme: name, line: lines.number(of: role, in: "styles"),
          problem: "the style of '\(role)' is not { fg = …, bg = …, bold = … }")
      }
      let deeper = style.keys.filter { style[$0]?.table != nil }
      if !deeper.isEmpty { try readStyles(style, of: role, lines) }
      if deeper.count < style.count || style.isEmpty { try readStyle(style, of: role, lines) }
    }
  }

  private mutating func readStyle(_ table: TOMLTable, of role: String, _ lines: ThemeLines) throws(ThemeFault) {
    let place = lines.place(of: role, in: "styles")
    guard Self.roles.contains(role) else {
      throw ThemeFault(theme: name, line: place.line, problem: "there is no role '\(role)'")
    }
    styles[role] = try read(table, at: place)
  }

  private static let roles = Set(StyleRole.all.map(\.description))

  private func read(_ table: TOMLTable, at place: ThemeLines.Place) throws(ThemeFault) -> Style {
    var style = Style(place: place)
    for key in table.keys where table[key]?.table == nil {
      if key == "fg" || key == "bg" {
        guard let colour = table[key]?.string else {
          throw ThemeFault(theme: name, line: place.line, problem: "'\(key)' is not the name of a colour")
        }
        if key == "fg" { style.foreground = colour } else { style.background = colour }
      } else {
        guard let attribute = Self.attributes[key], let isOn = table[key]?.bool else {
          throw ThemeFault(theme: name, line: place.line, problem: "'\(key)' is no attribute that is true or false")
        }
        var attributes = style.attributes ?? []
        if isOn { attributes.insert(attribute) }
        style.attributes = attributes
      }
    }
    return style
  }

  /// A colour, or a list of colours for different depths.
  private static func choice(_ value: any TOMLValueConvertible) -> ColourChoice? {
    let values: [any TOMLValueConvertible] = value.array.map { Array($0) } ?? [value]
    var colours: [Colour] = []
    for value in values {
      if let text = value.string, let rgb = RGB(hex: text) {
        colours.append(.rgb(rgb))
      } else if let number = value.int, let index = UInt8(exactly: number) {
        colours.append(.index(index))
      } else {
        return nil
      }
    }
    return colours.isEmpty ? nil : ColourChoice(colours)
  }

  private static let attributes: [String: TextAttributes] = [
    "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse, "italic": .italic,
  ]
}
