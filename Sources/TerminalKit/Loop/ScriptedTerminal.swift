/// A terminal for tests: it plays keys to an application step by step and keeps
/// the frames it showed, as text and as roles.
package final class ScriptedTerminal: TerminalDevice {
  package private(set) var size: Size
  package let depth: ColourDepth
  package let glyphs: GlyphSet
  package let inputDescriptor: Int32 = -1
  /// Every frame that was shown, the first to the last.
  package private(set) var frames: [Frame] = []
  /// How many times the application asked for a whole new frame.
  package private(set) var redraws = 0
  /// Whether the mouse is in use.
  package private(set) var hasMouse = false
  private var waiting: [Key] = []
  private var driver: LoopDriver?

  /// A terminal of `size` on which nothing runs yet.
  package init(
    columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed, glyphs: GlyphSet = .unicode
  ) {
    size = Size(columns: columns, rows: rows)
    self.depth = depth
    self.glyphs = glyphs
  }

  /// Starts an application and shows its first frame.
  package func start(_ application: any Application) {
    let driver = LoopDriver(application, on: self)
    self.driver = driver
    driver.draw()
  }

  /// The frame that is seen now.
  package var frame: Frame {
    frames.last ?? Frame(canvas: Canvas(size: size), theme: .plain)
  }

  /// Presses keys one after the other, each drawn before the next.
  package func press(_ keys: Key...) {
    for key in keys { driver?.take(.key(key)) }
  }

  /// Presses keys that all arrive before the program reads the first.
  package func pressAhead(_ keys: Key...) {
    waiting += keys
    driver?.take { nextKey().map { .key($0) } }
  }

  /// Types text, character by character.
  package func type(_ text: String) {
    for character in text { driver?.take(.key(.character(character))) }
  }

  /// Changes the window's size.
  package func resize(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    driver?.take(.resized(size))
  }

  /// Lets the application know the time, if it waits for it.
  package func passTime(to now: Int64) {
    driver?.takeTime(now)
  }

  /// Rings the wake-up.
  package func wake() {
    driver?.take(.woken)
  }

  /// Drops the line.
  package func hangUp() {
    driver?.take(.hangUp)
  }

  package func show(_ canvas: Canvas, theme: Theme) {
    let frame = Frame(canvas: canvas, theme: theme)
    if frame != frames.last { frames.append(frame) }
  }

  package func nextKey() -> Key? { waiting.isEmpty ? nil : waiting.removeFirst() }
  package func dropTypeAhead() { waiting = [] }
  package func redrawAll() { redraws += 1 }
  package func useMouse(_ on: Bool) { hasMouse = on }
}
