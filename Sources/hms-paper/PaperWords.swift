import CPangoCairo

/// A text as Pango has set it: shaped, in lines of at most a width, in its own direction.
final class PaperWords {
  /// How a text looks.
  enum Look {
    case plain, strong, small, title, faint

    /// The font: a name that fontconfig completes by what is installed for each script.
    fileprivate var font: String {
      let family = "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, DejaVu Sans, sans-serif"
      return switch self {
      case .plain: "\(family) 9.5"
      case .strong: "\(family) Bold 9.5"
      case .small, .faint: "\(family) 8"
      case .title: "\(family) Bold 16"
      }
    }
  }

  /// One line of the text, as it is placed.
  struct Line {
    let line: UnsafeMutablePointer<PangoLayoutLine>
    /// From the left edge of the text's own width, in points.
    let x: Double
    /// From the line's top to its baseline, in points.
    let ascent: Double
    let height: Double
  }

  private let layout: OpaquePointer

  /// Sets a text.
  ///
  /// - Parameters:
  ///   - width: the widest line, in points.
  ///   - isFigure: whether it ends at the right edge, with digits of one width.
  ///   - isCell: whether it begins at the left edge, whatever its direction, as the cells of a table do.
  ///   - mostLines: lines beyond are cut with an ellipsis; nil for no limit.
  init(
    _ text: String, _ look: Look = .plain, width: Double, isFigure: Bool = false, isCell: Bool = true,
    mostLines: Int? = nil, on context: OpaquePointer
  ) {
    layout = pango_cairo_create_layout(context)
    let font = pango_font_description_from_string(look.font)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    if let mostLines {
      pango_layout_set_height(layout, Int32(-mostLines))
      pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
    }
    let safe = SafeWords.shown(text)
    if isFigure {
      let attributes = pango_attr_list_new()
      pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum"))
      pango_layout_set_attributes(layout, attributes)
      pango_attr_list_unref(attributes)
    }
    pango_layout_set_text(layout, safe, -1)
    // Pango turns left and right about where a text runs from right to left.
    let first = pango_layout_get_line_readonly(layout, 0)
    let runsLeft = first.map { pango_layout_line_get_resolved_direction($0) } == PANGO_DIRECTION_RTL
    let endsRight = isFigure != (runsLeft && (isCell || isFigure))
    pango_layout_set_alignment(layout, endsRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// How high it is, in points.
  var height: Double { lines.reduce(0) { $0 + $1.height } }

  /// How wide its widest line is, in points.
  var naturalWidth: Double {
    var rectangle = PangoRectangle()
    pango_layout_get_extents(layout, nil, &rectangle)
    return Double(rectangle.width) / Double(PANGO_SCALE)
  }

  /// Its lines from the top.
  private(set) lazy var lines: [Line] = {
    var lines: [Line] = []
    let iterator = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(iterator) }
    let scale = Double(PANGO_SCALE)
    repeat {
      guard let line = pango_layout_iter_get_line_readonly(iterator) else { continue }
      var logical = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &logical)
      let baseline = pango_layout_iter_get_baseline(iterator)
      lines.append(
        Line(
          line: line, x: Double(logical.x) / scale, ascent: Double(baseline - logical.y) / scale,
          height: Double(logical.height) / scale))
    } while pango_layout_iter_next_line(iterator) != 0
    return lines
  }()
}

/// Text that cannot steer what is drawn: what controls, reorders or hides shows as `�`. Joiners and variation selectors
/// stay; scripts are shaped by them.
enum SafeWords {
  /// The text as it is set; line breaks stay.
  static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars { shown.unicodeScalars.append(isSafe(scalar) ? scalar : "\u{FFFD}") }
    return shown
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x200C, 0x200D: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .privateUse: return false
    default: return true
    }
  }
}
