/// Where a field's pick list comes from, and what a field may hold beside it.
package struct FieldLookup: Sendable {
  /// What to call the choices in a sentence, such as `doctor`.
  package let noun: String
  /// Whether a text that is not on the list may stand too (suggestions).
  package let allowsOtherText: Bool
  /// Why a text that is not on the list is not on it, where more can be said than that.
  private var why: (@Sendable (String) -> String?)?
  /// Whether the field holds several, parted by commas: the list is for the last of them.
  package private(set) var isParted = false
  private let source: @Sendable (String) -> [FieldChoice]
  private let read: (@Sendable () -> [FieldChoice])?

  /// A list that a function makes for what was typed, best first; it is asked
  /// again at each key, so it must answer from memory or an index.
  package init(noun: String, allowsOtherText: Bool = false, source: @escaping @Sendable (String) -> [FieldChoice]) {
    self.noun = noun
    self.allowsOtherText = allowsOtherText
    self.source = source
    read = nil
  }

  /// A list of known choices, narrowed by what was typed.
  package init(noun: String, allowsOtherText: Bool = false, choices: [FieldChoice]) {
    self.init(noun: noun, allowsOtherText: allowsOtherText) { typed in choices.filter { $0.matches(typed) } }
  }

  /// A list that is read now, and again when a person asks for that (F5): what may change while a form is open.
  package init(noun: String, allowsOtherText: Bool = false, reading: @escaping @Sendable () -> [FieldChoice]) {
    self.noun = noun
    self.allowsOtherText = allowsOtherText
    let choices = reading()
    source = { typed in choices.filter { $0.matches(typed) } }
    read = reading
  }

  /// The same, with a sentence for a text that is not on the list and is known for all that: what closed, what is used up.
  package func saying(why: @escaping @Sendable (String) -> String?) -> FieldLookup {
    var lookup = self
    lookup.why = why
    return lookup
  }

  /// The same for a field that holds several of them, parted by commas.
  package func parted() -> FieldLookup {
    var lookup = self
    lookup.isParted = true
    return lookup
  }

  /// The list as it is now. What is asked for at each key, or never changes, is the same.
  package var refreshed: FieldLookup {
    guard var fresh = read.map({ FieldLookup(noun: noun, allowsOtherText: allowsOtherText, reading: $0) }) else {
      return self
    }
    fresh.why = why
    fresh.isParted = isParted
    return fresh
  }

  /// The choices for what was typed; all of them for nothing.
  package func choices(for typed: String) -> [FieldChoice] { source(typed) }

  /// What was typed, taken as one of the choices: the one named, else the only
  /// one that it begins. Nil for another text, where that may stand.
  package func reading(_ typed: String, chosen: FieldChoice?) -> FieldReading? {
    if let chosen, chosen.title == typed { return .understood(chosen.value, beside: chosen.detail.nonEmpty) }
    let found = choices(for: typed)
    let named = found.filter { $0.isNamed(typed) }
    if named.count == 1 { return .understood(named[0].value, beside: named[0].detail.nonEmpty) }
    if allowsOtherText { return nil }
    if found.count == 1 { return .understood(found[0].value, beside: "= \(found[0].title)") }
    if found.isEmpty { return .wrong(why?(typed) ?? "no \(noun) like this; F4 lists them") }
    return .wrong("\(found.count) match; F4 lists them")
  }
}

extension String {
  /// The text, or nil when there is none.
  var nonEmpty: String? { isEmpty ? nil : self }
}
