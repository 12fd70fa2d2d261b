/// The fields that a form is made of, one function for each kind.
extension FormField {
  init(
    id: String, caption: String, kind: FieldKind, required: Bool, width: Int, limit: Int, hint: String, help: String,
    text: String, reader: FieldReader = .asTyped
  ) {
    self.id = id
    self.caption = caption
    self.kind = kind
    self.width = max(1, width)
    self.hint = hint
    self.help = help
    self.reader = reader
    isRequired = required
    entry = TextEntry(text, limit: limit, allowsLines: kind.allowsLines)
    openedWith = text
    isReadOnly = false
    switch kind {
    case .date, .dateTime: entry.startsOver = !text.isEmpty  // Nothing can be added to a whole day.
    case .text, .lookup, .secret, .lines, .yesNo, .choice: break
    }
    besideWidth =
      switch kind {
      case .date: 12
      case .dateTime: 18
      case .choice(let choices): choices.map(\.title.count).max() ?? 0
      case .text, .lookup, .secret, .lines, .yesNo: 0
      }
  }

  /// A text of one line, `width` columns wide, holding at most `limit` characters.
  package static func text(
    _ id: String, _ caption: String, required: Bool = false, width: Int = 22, limit: Int = 80, hint: String = "",
    help: String = "", text: String = "", reader: FieldReader = .asTyped
  ) -> FormField {
    FormField(
      id: id, caption: caption, kind: .text, required: required, width: width, limit: limit, hint: hint, help: help,
      text: text, reader: reader)
  }

  /// A day: `T`, `T+1`, `0312`, `1991-03-12`.
  package static func date(
    _ id: String, _ caption: String, required: Bool = false, width: Int = 10, hint: String = "", help: String = "",
    text: String = "", reader: FieldReader = .date()
  ) -> FormField {
    FormField(
      id: id, caption: caption, kind: .date, required: required, width: width, limit: 40, hint: hint, help: help,
      text: text, reader: reader)
  }

  /// A day and a time: `T 1500`, `T+1@3pm`, `N`, `+4h`.
  package static func dateTime(
    _ id: String, _ caption: String, required: Bool = false, width: Int = 17, hint: String = "", help: String = "",
    text: String = "", reader: FieldReader = .dateTime
  ) -> FormField {
    FormField(
      id: id, caption: caption, kind: .dateTime, required: required, width: width, limit: 40, hint: hint, help: help,
      text: text, reader: reader)
  }

  /// One of a few codes that are typed; the hint lists them unless told otherwise.
  package static func choice(
    _ id: String, _ caption: String, _ choices: [FieldChoice], required: Bool = false, width: Int? = nil,
    hint: String? = nil, help: String = "", text: String = ""
  ) -> FormField {
    let codes = choices.map(\.value)
    return FormField(
      id: id, caption: caption, kind: .choice(choices), required: required,
      width: width ?? codes.map(\.count).max() ?? 1, limit: 40,
      hint: hint ?? codes.joined(separator: "/"), help: help, text: text)
  }

  /// One of a list that typing narrows and F4 shows; `reader` understands other text, where that may stand.
  package static func lookup(
    _ id: String, _ caption: String, _ lookup: FieldLookup, required: Bool = false, width: Int = 22, limit: Int = 80,
    hint: String = "F4", help: String = "", chosen: FieldChoice? = nil, text: String = "",
    reader: FieldReader = .asTyped
  ) -> FormField {
    var field = FormField(
      id: id, caption: caption, kind: .lookup(lookup), required: required, width: width, limit: limit, hint: hint,
      help: help, text: chosen?.title ?? text, reader: reader)
    field.chosen = chosen
    field.entry.startsOver = chosen != nil
    return field
  }

  /// A password or PIN.
  package static func secret(
    _ id: String, _ caption: String, required: Bool = true, width: Int = 18, limit: Int = 128, hint: String = "",
    help: String = "", reader: FieldReader = .asTyped
  ) -> FormField {
    FormField(
      id: id, caption: caption, kind: .secret, required: required, width: width, limit: limit, hint: hint, help: help,
      text: "", reader: reader)
  }

  /// A text that wraps over several rows.
  package static func lines(
    _ id: String, _ caption: String, rows: Int = 3, required: Bool = false, width: Int = 56, limit: Int = 2_000,
    hint: String = "", help: String = "", text: String = "", reader: FieldReader = .asTyped
  ) -> FormField {
    FormField(
      id: id, caption: caption, kind: .lines(rows: rows), required: required, width: width, limit: limit, hint: hint,
      help: help, text: text, reader: reader)
  }

  /// Yes or no, drawn as `[x]`.
  package static func yesNo(
    _ id: String, _ caption: String, required: Bool = false, hint: String = "", help: String = "", isOn: Bool? = nil
  ) -> FormField {
    FormField(
      id: id, caption: caption, kind: .yesNo, required: required, width: 1, limit: 3, hint: hint, help: help,
      text: isOn.map { $0 ? "yes" : "no" } ?? "")
  }

  /// The field with so many columns kept free beside it for what is understood there.
  package func besideWidth(_ columns: Int) -> FormField {
    var field = self
    field.besideWidth = columns
    return field
  }

  /// The field with a text that is only proposed: typing takes its place.
  package func proposed() -> FormField {
    var field = self
    field.entry.startsOver = !field.text.isEmpty
    return field
  }

  /// The field over what the record holds, where it does not begin with that: what is typed takes the place of it, and who
  /// was faster with another is noticed.
  package func over(_ standing: String) -> FormField {
    var field = self
    field.standing = standing
    return field
  }

  /// The field, shown but not filled in; `hint` says what a blank one means, such as `(given on saving)`.
  package func readOnly() -> FormField {
    var field = self
    field.isReadOnly = true
    return field
  }
}
