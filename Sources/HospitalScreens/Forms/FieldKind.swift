/// How a field is filled in and drawn. What its text means is its `FieldReader`'s business.
package enum FieldKind: Sendable {
  /// Any text of one line.
  case text
  /// A day: `T`, `T+1`, `0312`, `1991/03/12`.
  case date
  /// A day and a time: `T@1500`, `N`, `1991/03/12 15:00`.
  case dateTime
  /// One of a few codes that are typed as they are, such as `F`, `M`, `X`, `U`.
  case choice([FieldChoice])
  /// One of a list that typing narrows, such as a doctor; the title stands in the field.
  case lookup(FieldLookup)
  /// A password or PIN: drawn as stars, never in a draft.
  case secret
  /// A text that wraps over `rows` rows and may hold line breaks.
  case lines(rows: Int)
  /// Yes or no; Space changes it, `y` and `n` say it.
  case yesNo

  /// Whether F4 opens a list.
  package var hasList: Bool {
    switch self {
    case .choice, .lookup: true
    default: false
    }
  }

  /// Whether line breaks may stand in it.
  package var allowsLines: Bool {
    if case .lines = self { true } else { false }
  }

  /// Whether it must not be shown or kept in a draft.
  package var isSecret: Bool {
    if case .secret = self { true } else { false }
  }

  /// Whether Space changes it.
  package var isYesNo: Bool {
    if case .yesNo = self { true } else { false }
  }

  /// How many rows it takes on the screen.
  package var rows: Int {
    if case .lines(let rows) = self { max(1, rows) } else { 1 }
  }
}
