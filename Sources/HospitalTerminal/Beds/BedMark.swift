import HospitalDomain
import TerminalKit

extension BedCode {
  /// The mark of a state: one column wide, told apart without colour.
  func mark(_ glyphs: GlyphSet) -> String {
    switch self {
    case .free: glyphs == .unicode ? "○" : "."
    case .occupied: glyphs == .unicode ? "●" : "#"
    case .housekeeping: glyphs == .unicode ? "◌" : "~"
    case .held: "R"
    case .isolated: "!"
    case .contaminated: "K"
    case .closed: glyphs == .unicode ? "×" : "x"
    }
  }

  /// The word where there is no room for the whole of it, as the heads of the wards have it.
  var shortTitle: String {
    switch self {
    case .housekeeping: "hsk"
    case .contaminated: "contam."
    default: title
    }
  }

  /// The role that a state is drawn in.
  var role: StyleRole {
    switch self {
    case .free: .roomFree
    case .occupied: .roomOccupied
    case .housekeeping: .roomHousekeeping
    case .held: .roomHeld
    case .isolated, .contaminated: .roomIsolation
    case .closed: .roomClosed
    }
  }

  /// Mark and word: `○ free`.
  func label(_ glyphs: GlyphSet) -> String { "\(mark(glyphs)) \(title)" }
}
