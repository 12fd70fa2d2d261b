import HospitalScreens
import TerminalKit

extension StyledText {
  /// The line that says who the patient is (screens.md, principle 1). A long name is cut, and below 76 columns the age
  /// is left out, so that the number, the room and the allergies are seen.
  package init(_ banner: PatientBanner, columns: Int = 80) {
    let isNarrow = columns < 76
    self.init(SafeText.cut(banner.name, to: isNarrow ? 16 : 26), .banner)
    let gap = isNarrow ? " " : "  "
    add(gap + "\(isNarrow ? banner.bornAlone : banner.born) \(banner.sex)" + gap + "\(banner.number)" + gap, .banner)
    add(banner.room ?? "no room", banner.room == nil ? .bannerLabel : .banner)
    if banner.hasAllergies {
      add(gap, .banner)
      add("! \(banner.allergies)", .bannerAlert)
    } else {
      add(gap + "allergies ", .bannerLabel)
      add(banner.allergies, .banner)
    }
  }
}

extension Canvas {
  /// Draws the banner in the first row of a pane, and gives the rest of it to `draw`.
  mutating func drawBanner(_ banner: PatientBanner, above draw: (inout Canvas) -> Void) {
    write(StyledText(banner, columns: columns), column: 1, row: 0)
    within(Area(column: 0, row: 1, columns: columns, rows: rows - 1), draw)
  }

  /// Whether the screen is so low that there is no row for the context above the pane.
  var lacksContextRow: Bool { ScreenLayout(screen).context.rows == 0 }
}
