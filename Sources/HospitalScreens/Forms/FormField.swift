import HospitalDomain

/// One field of a form: what it asks, what was typed, and what is wrong with it.
package struct FormField: Sendable, Identifiable {
  /// The name that drafts, refusals and tests know it by, such as `familyName`.
  package let id: String
  /// What stands before it on the screen.
  package let caption: String
  /// How it is filled in and drawn.
  package internal(set) var kind: FieldKind
  /// Whether it must be filled in before saving.
  package internal(set) var isRequired: Bool
  /// What stands beside it when it must be filled in and is blank.
  package internal(set) var missing = "needed"
  /// How many columns its text gets on the screen; it scrolls inside them.
  package let width: Int
  /// Columns kept free beside it for what is understood there, where the form has room to choose.
  package internal(set) var besideWidth = 0
  /// A few words beside it while it is blank, such as `F/M/X/U`.
  package let hint: String
  /// A sentence or two for `?` in the empty field.
  package let help: String
  /// How its text is understood.
  package internal(set) var reader: FieldReader
  /// What is typed.
  package internal(set) var entry: TextEntry
  /// What it held when the form was opened.
  package internal(set) var openedWith: String
  /// What the record holds, for a field that does not begin with it: one that asks who comes instead, or how it is to be from
  /// now on. Nil where the record's value is what it was opened with.
  package internal(set) var standing: String?
  /// What was taken from the pick list; it counts while its title still stands in the field.
  package internal(set) var chosen: FieldChoice?
  /// What is wrong with it, as read beside it; nil when nothing is known to be.
  package internal(set) var problem: String?
  /// Whether it is only shown.
  package internal(set) var isReadOnly: Bool

  /// The text as typed.
  package var text: String { entry.text }

  /// Whether it differs from what the form was opened with.
  package var isModified: Bool { text != openedWith }

  /// What the text means at `moment`.
  package func reading(at moment: FormMoment) -> FieldReading {
    let typed = text.trimmedEnds
    if typed.isEmpty { return .blank }
    if let unsafe = unsafeProblem { return .wrong(unsafe) }
    switch kind {
    case .choice(let choices): return FormField.reading(of: typed, in: choices)
    case .lookup(let lookup): return lookup.reading(typed, chosen: chosen) ?? reader.reading(text, at: moment)
    case .yesNo: return FormField.readingYesNo(typed)
    case .text, .date, .dateTime, .secret, .lines: return reader.reading(text, at: moment)
    }
  }

  /// What the text holds that cannot be stored or shown, or how far it is too long.
  var unsafeProblem: String? {
    do {
      _ =
        kind.allowsLines
        ? try SafeText.note(text, limit: entry.limit) : try SafeText.line(text, limit: entry.limit)
      return nil
    } catch {
      return error.sentence
    }
  }

  /// A typed code, or the beginning of exactly one word of the list.
  private static func reading(of typed: String, in choices: [FieldChoice]) -> FieldReading {
    let found = choices.first { $0.isNamed(typed) } ?? choices.filter { $0.matches(typed) }.only
    if let found { return .understood(found.value, beside: found.title) }
    return .wrong("not one of \(choices.map(\.value).joined(separator: "/")); F4 lists them")
  }

  private static func readingYesNo(_ typed: String) -> FieldReading {
    switch typed.lowercased() {
    case "y", "yes": .understood("yes", beside: nil)
    case "n", "no": .understood("no", beside: nil)
    default: .wrong("y or n; Space changes it")
    }
  }
}

extension Array {
  /// The element of an array that has exactly one.
  var only: Element? { count == 1 ? self[0] : nil }
}
