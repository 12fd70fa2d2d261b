/// How many colours a terminal can show.
package enum ColourDepth: Int, Comparable, Sendable, CaseIterable {
  /// None: only bold, underlined and the like.
  case mono = 1
  /// The eight of ECMA-48.
  case eight = 8
  /// Eight and their bright twins.
  case sixteen = 16
  /// The xterm palette.
  case indexed = 256
  /// Any.
  case direct = 16_777_216

  /// Fewer colours are less.
  package static func < (one: ColourDepth, other: ColourDepth) -> Bool { one.rawValue < other.rawValue }
}

/// A colour by its light: red, green and blue from 0 to 255.
package struct RGB: Hashable, Sendable {
  /// The parts of the light.
  package var red: UInt8, green: UInt8, blue: UInt8

  /// Makes a colour of three parts.
  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#rrggbb`; nil for anything else.
  package init?(hex: some StringProtocol) {
    guard hex.utf8.count == 7, hex.hasPrefix("#"), let number = UInt32(hex.dropFirst(), radix: 16) else { return nil }
    self.init(UInt8(number >> 16), UInt8(number >> 8 & 255), UInt8(number & 255))
  }
}

/// A colour as a terminal of some depth is told it.
package enum Colour: Hashable, Sendable {
  /// By its light.
  case rgb(RGB)
  /// By its number in the terminal's palette, 0 to 255.
  case index(UInt8)
}

/// A theme's colour: how to show it at each depth, the best first. The first
/// one that the terminal has wins.
package struct ColourChoice: Hashable, Sendable {
  /// The colours, from the richest to the poorest.
  package var colours: [Colour]

  /// Makes a choice of colours.
  package init(_ colours: [Colour]) {
    self.colours = colours
  }

  /// The first colour that a terminal of `depth` has; nil leaves the terminal's own.
  /// Eight colours stand for their bright twins too, but for grey, which would be black on black.
  package func colour(at depth: ColourDepth) -> Colour? {
    for colour in colours {
      switch colour {
      case .rgb where depth == .direct: return colour
      case .index(let number) where depth >= .eight && Int(number) < depth.rawValue: return colour
      case .index(let number) where depth == .eight && (9...15).contains(number): return .index(number - 8)
      default: continue
      }
    }
    return nil
  }
}
