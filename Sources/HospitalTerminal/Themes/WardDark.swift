import TerminalKit

/// The theme `ward-dark`, built in, so that the program always has one and need
/// not read a file to begin. A test keeps it equal to themes/ward-dark.toml.
package enum WardDark {
  /// The theme.
  package static let theme = Theme(name: "ward-dark", glyphs: .unicode, styles: styles)

  private static let night = ColourChoice([.rgb(RGB(0x16, 0x1a, 0x20)), .index(234), .index(0)])
  private static let slate = ColourChoice([.rgb(RGB(0x26, 0x2c, 0x35)), .index(236), .index(0)])
  private static let field = ColourChoice([.rgb(RGB(0x30, 0x38, 0x44)), .index(237), .index(0)])
  private static let choice = ColourChoice([.rgb(RGB(0x22, 0x52, 0x6f)), .index(24), .index(4)])
  private static let chosen = ColourChoice([.rgb(RGB(0xf4, 0xf6, 0xf8)), .index(15)])
  private static let text = ColourChoice([.rgb(RGB(0xd5, 0xda, 0xe1)), .index(252), .index(7)])
  private static let bright = ColourChoice([.rgb(RGB(0xf4, 0xf6, 0xf8)), .index(255), .index(15)])
  private static let muted = ColourChoice([.rgb(RGB(0xa3, 0xad, 0xba)), .index(248), .index(7)])
  private static let faint = ColourChoice([.rgb(RGB(0x85, 0x90, 0xa0)), .index(245), .index(7)])
  private static let accent = ColourChoice([.rgb(RGB(0x7f, 0xb8, 0xe6)), .index(110), .index(14)])
  private static let green = ColourChoice([.rgb(RGB(0x8c, 0xcf, 0x8f)), .index(114), .index(10)])
  private static let amber = ColourChoice([.rgb(RGB(0xe3, 0xb5, 0x65)), .index(179), .index(11)])
  private static let rose = ColourChoice([.rgb(RGB(0xf0, 0x8c, 0x8c)), .index(210), .index(9)])
  private static let black = ColourChoice([.rgb(RGB(0, 0, 0)), .index(16), .index(0)])
  private static let white = ColourChoice([.rgb(RGB(0xff, 0xff, 0xff)), .index(231), .index(15)])
  private static let violet = ColourChoice([.rgb(RGB(0xb7, 0xa3, 0xec)), .index(147), .index(13)])

  private static let styles: [String: RoleStyle] = [
    "default": RoleStyle(foreground: text, background: night),
    "title": RoleStyle(foreground: muted, background: slate),
    "title.pane": RoleStyle(foreground: bright, attributes: [.bold]),
    "title.live": RoleStyle(foreground: green),
    "title.stale": RoleStyle(foreground: amber, attributes: [.bold]),
    "title.readonly": RoleStyle(foreground: rose, attributes: [.bold]),
    "tab": RoleStyle(foreground: muted),
    "tab.active": RoleStyle(foreground: accent, attributes: [.bold]),
    "banner": RoleStyle(foreground: bright, attributes: [.bold]),
    "banner.label": RoleStyle(foreground: muted, attributes: []),
    "banner.alert": RoleStyle(foreground: rose, attributes: [.bold]),
    "heading": RoleStyle(foreground: accent, attributes: [.bold]),
    "rule": RoleStyle(foreground: faint),
    "table.header": RoleStyle(foreground: muted),
    "table.row": RoleStyle(foreground: text),
    "table.row.selected": RoleStyle(foreground: chosen, background: choice),
    "table.row.marked": RoleStyle(foreground: accent, attributes: [.bold]),
    "table.row.changed": RoleStyle(foreground: bright, attributes: [.bold]),
    "match": RoleStyle(foreground: amber, attributes: [.underline]),
    "disabled": RoleStyle(foreground: faint),
    "field": RoleStyle(foreground: text, background: field),
    "field.blank": RoleStyle(foreground: muted),
    "field.focused": RoleStyle(foreground: chosen, background: choice),
    "field.required": RoleStyle(foreground: accent, background: night),
    "field.modified": RoleStyle(foreground: amber),
    "field.error": RoleStyle(foreground: rose, background: night, attributes: [.bold]),
    "caption": RoleStyle(foreground: muted),
    "hint": RoleStyle(foreground: faint),
    "key": RoleStyle(foreground: accent),
    "key.label": RoleStyle(foreground: muted),
    "msg.ok": RoleStyle(foreground: green, attributes: [.bold]),
    "msg.note": RoleStyle(foreground: accent, attributes: [.bold]),
    "msg.warn": RoleStyle(foreground: amber, attributes: [.bold]),
    "msg.error": RoleStyle(foreground: rose, attributes: [.bold]),
    "overlay": RoleStyle(foreground: text),
    "overlay.border": RoleStyle(foreground: accent),
    "overlay.title": RoleStyle(foreground: bright, attributes: [.bold]),
    "button": RoleStyle(foreground: text),
    "button.focused": RoleStyle(foreground: chosen, background: choice, attributes: [.bold]),
    "button.danger": RoleStyle(foreground: rose, attributes: [.bold]),
    "room.free": RoleStyle(foreground: green),
    "room.occupied": RoleStyle(foreground: text),
    "room.housekeeping": RoleStyle(foreground: amber),
    "room.held": RoleStyle(foreground: violet),
    "room.isolation": RoleStyle(foreground: rose, attributes: [.bold]),
    "room.closed": RoleStyle(foreground: faint),
    "rx.urgent": RoleStyle(foreground: amber, attributes: [.bold]),
    "rx.held": RoleStyle(foreground: violet),
    "rx.alert": RoleStyle(foreground: rose, attributes: [.bold]),
    "money.due": RoleStyle(foreground: amber),
    "money.credit": RoleStyle(foreground: green),
    "news.low": RoleStyle(foreground: green),
    "news.medium": RoleStyle(foreground: amber, attributes: [.bold]),
    "news.high": RoleStyle(foreground: rose, attributes: [.bold, .underline]),
    "progress.done": RoleStyle(foreground: accent),
    "progress.todo": RoleStyle(foreground: faint),
    "overdue": RoleStyle(foreground: amber),
    "lock": RoleStyle(foreground: accent, attributes: [.bold]),
    "code": RoleStyle(foreground: black, background: white),
    "dot": RoleStyle(foreground: text, background: night),
  ]
}
