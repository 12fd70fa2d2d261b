import CPangoCairo

/// A page of A4 with what was placed on it, before anybody knows how many pages there are.
struct PaperPage {
  /// A4 in points.
  static let width = 595.276
  static let height = 841.89
  /// Blank at every side, in points; 18 mm.
  static let margin = 51.0
  /// Where the foot begins.
  static let foot = height - margin - 14
  /// The room for text.
  static let room = width - 2 * margin

  /// Something in its place; y is where its top is.
  enum Mark {
    /// A line of a text; the words keep it alive.
    case line(PaperWords.Line, of: PaperWords, x: Double, y: Double)
    case rule(x: Double, y: Double, width: Double, weight: Double)
    case picture(PaperPicture, x: Double, y: Double)
  }

  /// What is on it.
  private(set) var marks: [Mark] = []

  /// Places a text with its first line's top at y.
  mutating func place(_ words: PaperWords, x: Double, y: Double) {
    var top = y
    for line in words.lines {
      marks.append(.line(line, of: words, x: x, y: top))
      top += line.height
    }
  }

  mutating func place(_ mark: Mark) { marks.append(mark) }

  /// Draws what is on it.
  func draw(on context: OpaquePointer) {
    for mark in marks {
      switch mark {
      case .line(let line, let words, let x, let y):
        withExtendedLifetime(words) {
          cairo_move_to(context, x + line.x, y + line.ascent)
          pango_cairo_show_layout_line(context, line.line)
        }
      case .rule(let x, let y, let width, let weight):
        cairo_set_line_width(context, weight)
        cairo_move_to(context, x, y)
        cairo_line_to(context, x + width, y)
        cairo_stroke(context)
      case .picture(let picture, let x, let y): picture.draw(on: context, x: x, y: y)
      }
    }
  }
}

/// The picture of a letterhead.
final class PaperPicture {
  private static let mostHeight = 110.0
  private let surface: OpaquePointer
  private let scale: Double
  let height: Double

  /// Reads a PNG file.
  init(path: String) throws(PaperProblem) {
    guard let surface = cairo_image_surface_create_from_png(path) else {
      throw .letterhead(path: path, reason: "no memory")
    }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      let reason = String(cString: cairo_status_to_string(status))
      cairo_surface_destroy(surface)
      throw .letterhead(path: path, reason: reason)
    }
    self.surface = surface
    let (width, height) = (
      Double(cairo_image_surface_get_width(surface)), Double(cairo_image_surface_get_height(surface))
    )
    scale = min(PaperPage.room / width, Self.mostHeight / height, 1)
    self.height = height * scale
  }

  deinit { cairo_surface_destroy(surface) }

  fileprivate func draw(on context: OpaquePointer, x: Double, y: Double) {
    cairo_save(context)
    cairo_translate(context, x, y)
    cairo_scale(context, scale, scale)
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_paint(context)
    cairo_restore(context)
  }
}
