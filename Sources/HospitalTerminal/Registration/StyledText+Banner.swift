import HospitalScreens
import TerminalKit

extension StyledText {
  /// The line that says who the patient is: name first, and what must not be overlooked before it could be cut.
  package init(_ banner: PatientBanner) {
    self.init(banner.name, .banner)
    if banner.hasAllergies { add("  ! \(banner.allergies)", .bannerAlert) }
    add("  born ", .bannerLabel)
    add(banner.born, .banner)
    add(" \(banner.sex)", .banner)
    add("  \(banner.number)", .banner)
    add("  room ", .bannerLabel)
    add(banner.room ?? "none", .banner)
    if !banner.hasAllergies {
      add("  allergies ", .bannerLabel)
      add(banner.allergies, .banner)
    }
  }
}

extension Canvas {
  /// Draws the banner in the first row of a pane, and gives the rest of it to `draw`.
  mutating func drawBanner(_ banner: PatientBanner, above draw: (inout Canvas) -> Void) {
    write(StyledText(banner), column: 1, row: 0)
    within(Area(column: 0, row: 1, columns: columns, rows: rows - 1), draw)
  }

  /// Whether the screen is so low that there is no row for the context above the pane.
  var lacksContextRow: Bool { ScreenLayout(screen).context.rows == 0 }
}
