/// The attributes of text that need no colour.
package struct TextAttributes: OptionSet, Hashable, Sendable {
  /// The attributes as bits.
  package let rawValue: UInt8

  /// Makes attributes of bits.
  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Stronger.
  package static let bold = TextAttributes(rawValue: 1)
  /// Weaker.
  package static let dim = TextAttributes(rawValue: 2)
  /// Underlined.
  package static let underline = TextAttributes(rawValue: 4)
  /// Foreground and background changed over.
  package static let reverse = TextAttributes(rawValue: 8)
  /// Slanted.
  package static let italic = TextAttributes(rawValue: 16)
}

/// How a role looks in a theme. What is nil comes from the role's parent.
package struct RoleStyle: Hashable, Sendable {
  /// The colour of the text.
  package var foreground: ColourChoice?
  /// The colour behind the text.
  package var background: ColourChoice?
  /// Bold, underlined and the like; nil when the theme says nothing of them.
  package var attributes: TextAttributes?

  /// Makes a style.
  package init(
    foreground: ColourChoice? = nil, background: ColourChoice? = nil, attributes: TextAttributes? = nil
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// How a role looks on a terminal of a certain depth: what a device is told.
package struct CellStyle: Hashable, Sendable {
  /// The colour of the text; nil is the terminal's own.
  package var foreground: Colour?
  /// The colour behind it; nil is the terminal's own.
  package var background: Colour?
  /// Bold, underlined and the like.
  package var attributes: TextAttributes = []

  /// Makes a style.
  package init(foreground: Colour? = nil, background: Colour? = nil, attributes: TextAttributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// The look of the whole program: a style for each role, and the set of signs.
package struct Theme: Hashable, Sendable {
  /// Its name, as `--theme` takes it.
  package var name: String
  /// The signs it draws with.
  package var glyphs: GlyphSet
  /// Styles by the names of roles.
  package var styles: [String: RoleStyle]

  /// Makes a theme.
  package init(name: String, glyphs: GlyphSet = .unicode, styles: [String: RoleStyle] = [:]) {
    self.name = name
    self.glyphs = glyphs
    self.styles = styles
  }

  /// A theme without a colour, which every terminal can show.
  package static let plain = Theme(name: "plain")

  /// How `role` looks at `depth`: each part from the most exact role of its lineage
  /// that names it. Without colours, what a colour behind the text would set off is reversed instead.
  package func style(for role: StyleRole, at depth: ColourDepth) -> CellStyle {
    let found = role.lineage.compactMap { styles[$0] }
    let background = found.lazy.compactMap(\.background).first
    var attributes = found.lazy.compactMap(\.attributes).first ?? []
    guard depth > .mono else {
      if background != styles["default"]?.background { attributes.insert(.reverse) }
      return CellStyle(attributes: attributes)
    }
    return CellStyle(
      foreground: found.lazy.compactMap(\.foreground).first?.colour(at: depth),
      background: background?.colour(at: depth), attributes: attributes)
  }
}
