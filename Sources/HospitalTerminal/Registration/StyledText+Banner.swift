import HospitalScreens
import TerminalKit

extension StyledText {
  /// The line that says who the patient is (screens.md, principle 1). What must not be missed is at its end: so a long
  /// name is cut first, then the gaps and the age go, and only a long list of allergies is cut itself.
  package init(_ banner: PatientBanner, columns: Int) {
    let isNarrow = columns < 76
    let least = 16
    let allergies = banner.hasAllergies ? "! \(banner.allergies)" : "allergies \(banner.allergies)"
    let place = banner.died ?? banner.room ?? "no room"
    func facts(_ gap: String, _ born: String) -> String {
      "\(gap)\(born) \(banner.sex)\(gap)\(banner.number)\(gap)"
    }
    // One column before it, and one for a form that stands in by one.
    func left(_ gap: String, _ born: String) -> Int {
      columns - 2 - SafeText.width(facts(gap, born)) - SafeText.width(place) - gap.count - SafeText.width(allergies)
    }
    let needed = min(SafeText.width(banner.name), least)
    let ways = isNarrow ? [] : [("  ", banner.born), (" ", banner.born)]
    let (gap, born) = ways.first { left($0.0, $0.1) >= needed } ?? (" ", banner.bornAlone)
    self.init(SafeText.cut(banner.name, to: max(least, min(40, left(gap, born)))), .banner)
    add(facts(gap, born), .banner)
    add(place, banner.died != nil ? .bannerAlert : banner.room == nil ? .bannerLabel : .banner)
    if banner.hasAllergies {
      add(gap, .banner)
      add(allergies, .bannerAlert)
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
