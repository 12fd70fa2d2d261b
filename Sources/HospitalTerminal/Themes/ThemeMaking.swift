import TerminalKit

extension ThemeSource {
  /// Lays this theme over the one that it inherits.
  func over(_ base: ThemeSource) -> ThemeSource {
    var result = self
    result.inherits = base.inherits
    result.background = background ?? base.background
    result.glyphs = glyphs ?? base.glyphs
    result.palette = base.palette.merging(palette) { _, own in own }
    result.styles = base.styles.merging(styles) { _, own in own }
    return result
  }

  /// Looks up the colours, and makes the theme.
  package func theme() throws(ThemeFault) -> Theme {
    var made: [String: RoleStyle] = [:]
    for (role, style) in styles {
      made[role] = RoleStyle(
        foreground: try colour(style.foreground, at: style.place),
        background: try colour(style.background, at: style.place), attributes: style.attributes)
    }
    if made["default"]?.background == nil {
      made["default", default: RoleStyle()].background = try colour(background, at: nil)
    }
    return Theme(name: name, glyphs: glyphs ?? .unicode, styles: made)
  }

  private func colour(_ name: String?, at place: ThemeLines.Place?) throws(ThemeFault) -> ColourChoice? {
    guard let name else { return nil }
    if let known = palette[name] { return known }
    if let rgb = RGB(hex: name) { return ColourChoice([.rgb(rgb)]) }
    throw ThemeFault(theme: self.name, line: place?.line, problem: "there is no colour '\(name)' in the palette")
  }
}
