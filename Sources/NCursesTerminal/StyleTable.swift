import CNcurses
import TerminalKit

/// The styles of a theme as ncurses has them: attributes and a pair of colours
/// for each role, by a small number. Number 0 is the role `default`.
struct StyleTable {
  private let depth: ColourDepth
  private var theme: Theme?
  private var numbers: [StyleRole: UInt16] = [:]
  private var pairOfColours: [[Int32]: Int32] = [:]
  /// By a style's number.
  private(set) var attributes: [UInt16] = []
  /// By a style's number.
  private(set) var pairs: [Int32] = []
  /// What a blank looks like, by a style's number: blanks of one ground look alike.
  private(set) var grounds: [Int32] = []

  init(depth: ColourDepth) {
    self.depth = depth
  }

  /// Takes a theme; returns whether it is another than before.
  mutating func use(_ new: Theme) -> Bool {
    if let theme, theme.name == new.name { return false }
    theme = new
    (numbers, attributes, pairs, grounds) = ([:], [], [], [])
    _ = number(of: .default)
    return true
  }

  /// The number of a role's style.
  mutating func number(of role: StyleRole) -> UInt16 {
    if let known = numbers[role] { return known }
    let style = theme?.style(for: role, at: depth) ?? CellStyle()
    let number = UInt16(attributes.count)
    numbers[role] = number
    attributes.append(UInt16(style.attributes.rawValue))
    pairs.append(pair(style.foreground, style.background))
    grounds.append(ground(of: style, number: number))
    return number
  }

  /// A blank shows the colour behind it only, unless it is underlined or reversed.
  private func ground(of style: CellStyle, number: UInt16) -> Int32 {
    style.attributes.isDisjoint(with: [.underline, .reverse]) ? self.number(of: style.background) : -2 - Int32(number)
  }

  private mutating func pair(_ foreground: Colour?, _ background: Colour?) -> Int32 {
    guard depth > .mono else { return 0 }
    let colours = [number(of: foreground), number(of: background)]
    if colours == [-1, -1] { return 0 }
    if let known = pairOfColours[colours] { return known }
    let next = Int32(pairOfColours.count + 1)
    guard next < cn_pairs() else { return 0 }
    cn_init_pair(next, colours[0], colours[1])
    pairOfColours[colours] = next
    return next
  }

  /// A colour as ncurses counts it; -1 is the terminal's own.
  private func number(of colour: Colour?) -> Int32 {
    switch colour {
    case .index(let index): Int32(index)
    case .rgb(let rgb): Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue)
    case nil: -1
    }
  }
}
