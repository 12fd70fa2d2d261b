/// What is known of a patient's allergies. Not known and none known are different statements, and never confused.
package enum AllergyStatus: Hashable, Sendable, CustomStringConvertible {
  /// Nobody has asked, or the patient cannot say.
  case unknown
  /// The patient was asked and knows of none.
  case noneKnown
  /// The allergies that are recorded; never empty.
  case recorded([AllergyEntry])

  /// The status as banners show it: `"not known"`, `"none known"`, `"Penicillin (rash), Latex"`.
  package var description: String {
    switch self {
    case .unknown: "not known"
    case .noneKnown: "none known"
    case .recorded(let entries): entries.map(\.description).joined(separator: ", ")
    }
  }

  /// The recorded allergies; none unless there are some.
  package var entries: [AllergyEntry] {
    if case .recorded(let entries) = self { return entries }
    return []
  }

  /// Reads `none known` (or `none`, `nka`), `unknown`, or allergies parted by commas or semicolons, each with its
  /// reaction in brackets: `penicillin (rash), latex`. Nothing typed is unknown, never none.
  package init(entry typed: String) throws(Misentry) {
    let text = try SafeText.line(typed, limit: 500)
    switch text.lowercased() {
    case "": self = .unknown
    case let word where Self.unknownWords.contains(word): self = .unknown
    case let word where Self.noneWords.contains(word): self = .noneKnown
    default:
      var entries: [AllergyEntry] = []
      var named: Int?
      for part in Self.parts(of: text) {
        let word = part.lowercased()
        guard !["none", "no known"].contains(where: word.hasPrefix),
          !Self.noneWords.union(Self.unknownWords).contains(word)
        else { throw Misentry("\(part) is no allergy: it stands alone, or type the allergies with commas") }
        // What happens, said after a comma, belongs to what was named before it.
        if AllergyEntry.isReaction(part), let named {
          entries[named] = entries[named].adding(reaction: part)
          continue
        }
        let entry = try AllergyEntry(entry: part)
        if let known = entries.firstIndex(where: { $0.isSame(as: entry) }) {
          entries[known] = entries[known].adding(reaction: entry.reaction)
          named = known
        } else {
          entries.append(entry)
          named = entries.count - 1
        }
      }
      guard !entries.isEmpty else { throw Misentry("type the allergies with commas, none known, or unknown") }
      self = .recorded(entries)
    }
  }

  private static let unknownWords: Set = ["unknown", "not known", "not asked", "?"]
  private static let noneWords: Set = ["none", "none known", "no known allergies", "nka", "nkda"]

  /// The text parted at commas and semicolons outside brackets.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      if depth == 0, character == "," || character == ";" {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }
}

/// One allergy: what to, and what happens.
package struct AllergyEntry: Hashable, Sendable, CustomStringConvertible {
  /// What the patient is allergic to, with a capital letter: `"Penicillin"`.
  package let substance: String
  /// What happens, such as `"rash"`; empty if it is not known.
  package let reaction: String

  /// An allergy of text that `SafeText` has let through.
  package init(substance: String, reaction: String = "") {
    self.substance = substance
    self.reaction = reaction
  }

  /// Reads `penicillin`, `penicillin (rash)` or `penicillin: rash`.
  package init(entry typed: String) throws(Misentry) {
    let text = try SafeText.line(typed, limit: 120)
    var substance = Substring(text)
    var reaction = ""
    let colon = text.firstIndex(of: ":")
    if let open = text.firstIndex(of: "("), colon.map({ open < $0 }) ?? true {
      guard text.last == ")" else { throw Misentry("close the bracket after the reaction: \(text))") }
      substance = text[..<open]
      reaction = text[text.index(after: open)...].dropLast().trimmed
    } else if let colon {
      substance = text[..<colon]
      reaction = text[text.index(after: colon)...].trimmed
    }
    let name = substance.trimmed
    guard let first = name.first, name.contains(where: \.isLetter) else {
      throw Misentry("name the substance before its reaction, such as penicillin (rash)")
    }
    if Self.isReaction(name) {
      throw Misentry("\(name) is what happens: name the substance before it, such as penicillin (rash)")
    }
    self.init(substance: first.uppercased() + name.dropFirst(), reaction: reaction)
  }

  /// The same, with one more thing that happens; once is enough.
  func adding(reaction other: String) -> AllergyEntry {
    let known = reaction.split(separator: ",").map { TextFolding.fold($0.trimmed) }
    guard !other.isEmpty, !known.contains(TextFolding.fold(other)) else { return self }
    return AllergyEntry(substance: substance, reaction: reaction.isEmpty ? other : "\(reaction), \(other)")
  }

  /// Whether a text is the name of a usual reaction, and of no substance.
  static func isReaction(_ text: String) -> Bool { reactions.contains(TextFolding.fold(text)) }

  private static let reactions: Set = [
    "anaphylaxis", "angioedema", "angiooedema", "blisters", "breathlessness", "bronchospasm", "collapse", "cough",
    "diarrhea", "diarrhoea", "dizziness", "dyspnea", "dyspnoea", "fever", "headache", "hives", "itch", "itching",
    "nausea",
    "palpitations", "pruritus", "rash", "shock", "sneezing", "swelling", "urticaria", "vomiting", "wheeze", "wheezing",
  ]

  /// Whether both are about the same substance, however it is written.
  package func isSame(as other: AllergyEntry) -> Bool {
    TextFolding.words(substance) == TextFolding.words(other.substance)
  }

  package var description: String { reaction.isEmpty ? substance : "\(substance) (\(reaction))" }
}
