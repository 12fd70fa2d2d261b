import HospitalTerminal
import TerminalKit
import Testing

/// The folder of the themes that come with the program.
let shippedThemes =
  String(#filePath.dropLast("Tests/HospitalTerminalTests/Shell/ThemeTests.swift".count)) + "themes"

@Suite("The themes that come with the program")
struct ThemeTests {
  static let shelf = ThemeShelf(folders: [shippedThemes])
  static let names = ["colour-blind", "green-screen", "high-contrast", "mono", "ward-dark", "ward-light"]

  @Test("six are shipped")
  func shipped() {
    #expect(Self.shelf.names == Self.names)
  }

  @Test("the one that is built in is the one in its file")
  func builtIn() throws {
    #expect(try Self.shelf.load("ward-dark") == WardDark.theme)
    #expect(try ThemeShelf().load("ward-dark") == WardDark.theme)
  }

  @Test("without colours the theme without colours is usual, where it is there", arguments: ColourDepth.allCases)
  func usual(depth: ColourDepth) {
    #expect(Self.shelf.usual(at: depth) == (depth == .mono ? "mono" : "ward-dark"))
    #expect(ThemeShelf().usual(at: depth) == "ward-dark", "mono is a file, and may not be there")
  }

  @Test("every text stands out from what is behind it, on terminals of 16, 256 and all colours", arguments: names)
  func contrast(name: String) throws {
    let theme = try Self.shelf.load(name)
    let least = name == "high-contrast" ? 7.0 : 4.5
    for depth in [ColourDepth.sixteen, .indexed, .direct] {
      for role in StyleRole.all {
        let style = theme.style(for: role, at: depth)
        guard let front = style.foreground, let back = style.background else {
          #expect(name == "mono", "\(role) has no colours at \(depth)")
          continue
        }
        let ratio = contrastRatio(front.light, back.light)
        #expect(ratio >= least, "\(name): \(role) at \(depth) has \(ratio)")
      }
    }
  }

  @Test("a status is told from others by its sign or its attributes, without colour", arguments: names)
  func statusWithoutColour(name: String) throws {
    let theme = try Self.shelf.load(name)
    for group in StatusMark.groups {
      for glyphs in GlyphSet.allCases {
        let looks = group.map { mark in
          "\(mark.sign(glyphs)) \(mark.word) \(theme.style(for: mark.role, at: .mono).attributes.rawValue)"
        }
        #expect(Set(looks).count == group.count)
        let signs = group.map { "\($0.sign(glyphs))|\(theme.style(for: $0.role, at: .mono).attributes.rawValue)" }
        #expect(Set(signs).count == group.count, "\(name): two of \(group.map(\.word)) look alike by sign")
      }
    }
  }

  @Test("every sign of a status is one column wide, and plain in ASCII")
  func signWidths() {
    for mark in StatusMark.groups.flatMap({ $0 }) {
      #expect(SafeText.width(mark.sign(.unicode)) == 1)
      #expect(mark.sign(.ascii).utf8.count == 1)
    }
  }

  @Test("the row with the focus, the open tab and what cannot be done are seen without colour", arguments: names)
  func focusWithoutColour(name: String) throws {
    let theme = try Self.shelf.load(name)
    func look(_ role: StyleRole) -> TextAttributes { theme.style(for: role, at: .mono).attributes }
    #expect(look(.tableRowSelected) != look(.tableRow))
    #expect(look(.tabActive) != look(.tab))
    #expect(look(.buttonFocused) != look(.button))
    #expect(look(.fieldFocused) != look(.caption))
  }

  @Test("no theme names a role or a colour that is not")
  func allLoad() throws {
    for name in Self.names { #expect(try Self.shelf.load(name).name == name) }
  }
}

extension Colour {
  /// The light that xterm gives it.
  var light: RGB {
    switch self {
    case .rgb(let rgb): return rgb
    case .index(let number) where number < 16:
      let bytes: [(UInt8, UInt8, UInt8)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
      ]
      return RGB(bytes[Int(number)].0, bytes[Int(number)].1, bytes[Int(number)].2)
    case .index(let number) where number < 232:
      let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = Int(number) - 16
      return RGB(steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    case .index(let number):
      let grey = 8 + 10 * (number - 232)
      return RGB(grey, grey, grey)
    }
  }
}

/// The contrast of two colours by WCAG 2.2, 1 to 21.
func contrastRatio(_ one: RGB, _ other: RGB) -> Double {
  func luminance(_ colour: RGB) -> Double {
    func linear(_ byte: UInt8) -> Double {
      let share = Double(byte) / 255
      // The power 2.4 by square roots, near enough for a ratio: x^2.4 = x^2 · x^0.4.
      let base = (share + 0.055) / 1.055
      return share <= 0.03928 ? share / 12.92 : base * base * fourTenths(base)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }
  let pair = [luminance(one), luminance(other)].sorted()
  return (pair[1] + 0.05) / (pair[0] + 0.05)
}

/// `base` to the power 0.4, by Newton's steps on y^5 = base^2.
private func fourTenths(_ base: Double) -> Double {
  var guess = 1.0
  for _ in 0..<40 {
    let fourth = guess * guess * guess * guess
    guess -= (fourth * guess - base * base) / (5 * fourth)
  }
  return guess
}
