/// Where frames are shown and keys come from: a real terminal or a script.
package protocol TerminalDevice: AnyObject {
  /// The size of the screen now.
  var size: Size { get }
  /// How many colours it shows.
  var depth: ColourDepth { get }
  /// The richest set of signs it can show.
  var glyphs: GlyphSet { get }
  /// The file descriptor that becomes readable when a key arrives; -1 for none.
  var inputDescriptor: Int32 { get }

  /// Shows a frame: sends the difference to what is shown, in one write.
  func show(_ canvas: Canvas, theme: Theme)
  /// The next key that has arrived, without waiting; nil when there is none. Asked for when `inputDescriptor` is readable,
  /// until there is none.
  func nextKey() -> Key?
  /// Forgets the keys that have arrived but were not read.
  func dropTypeAhead()
  /// Sends the next frame whole, in case the screen was disturbed.
  func redrawAll()
  /// Lets the mouse be used, or leaves it to the terminal.
  func useMouse(_ on: Bool)
}
