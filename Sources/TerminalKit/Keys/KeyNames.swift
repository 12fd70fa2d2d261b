extension NamedKey {
  /// The short name that stands in hints and in a user's key map.
  package var label: String {
    switch self {
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .escape: "Esc"
    case .backspace: "BkSp"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    }
  }
}

extension Key {
  /// The short name that stands in hints: `a`, `^S`, `S-Tab`, `PgDn`, `F10`.
  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .named(let name): name.label
    case .function(let number): "F\(number)"
    case .control(let letter): "^" + letter.uppercased()
    case .paste: "Paste"
    case .mouse: "Mouse"
    }
  }

  /// The key of a name as `label` writes it; nil if there is no such key.
  package init?(label: String) {
    if label == "Space" {
      self = .character(" ")
    } else if let name = NamedKey.allCases.first(where: { $0.label.lowercased() == label.lowercased() }) {
      self = .named(name)
    } else if label.count > 1, label.hasPrefix("F") || label.hasPrefix("f"), let number = Int(label.dropFirst()),
      (1...12).contains(number)
    {
      self = .function(number)
    } else if label.count == 2, label.hasPrefix("^"), let letter = label.lowercased().last, letter.isASCII {
      self = .control(letter)
    } else if label.count == 1, let character = label.first, SafeText.shown(label) == label {
      self = .character(character)
    } else {
      return nil
    }
  }

  /// Whether a command may have it. Never: ^A ^B ^H ^I ^J ^M ^[ ^\ ^Q, F11, which
  /// terminals and multiplexers keep for themselves, and what is no key press.
  package var isBindable: Bool {
    switch self {
    case .control(let letter): !"abhijm[\\q".contains(letter)
    case .function(let number): number != 11
    case .paste, .mouse: false
    case .character, .named: true
    }
  }
}
