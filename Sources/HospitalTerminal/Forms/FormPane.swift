import HospitalDomain
import HospitalScreens
import TerminalKit

/// A pane that holds one form. It brings the form, the moment and what saving
/// means; drawing, keys, messages and leaving come with it.
///
/// ```swift
/// struct HoldPane: FormPane {
///   static let keyTable = formKeys(saves: "Hold the room")
///   var asks = Asks()
///   var sheet: FormSheet
///   var keeping = TypingTimer.draft
///   var moment: FormMoment { … }
///   var draftKept: String { … }
///   mutating func save() { … }
///   mutating func keepDraft() { … }
/// }
/// ```
package protocol FormPane: Pane, SendableMetatype {
  /// The form on the screen.
  var sheet: FormSheet { get set }
  /// Now, on the hospital's clock.
  var moment: FormMoment { get }
  /// When what was typed is kept next.
  var keeping: TypingTimer { get set }
  /// When a draft was last kept, as `Draft kept 14:01:52`; empty if none was.
  var draftKept: String { get }
  /// Saves the form, every field of which is right by itself. A refusal goes to
  /// `sheet.form.show(_:)`, which brings the cursor to its field.
  mutating func save()
  /// Something was typed: the place to look for likely duplicates and the like.
  mutating func edited()
  /// Goes a page down or up.
  mutating func turnPage(_ step: Int)
  /// Keeps what was typed: a second after a key, and when the pane is left, hidden, locked or lost. No form goes without.
  mutating func keepDraft()
}

extension FormPane {
  package var commands: [Command<Self>] { sheet.form.list == nil ? Self.keyTable : Self.listKeys }
  package var holdsText: Bool { true }
  package var title: String { sheet.form.title }
  package func context(columns: Int) -> StyledText { sheet.progress(draftKept: draftKept) }
  package var wakesAt: Int64? { keeping.wakesAt }
  package var wouldLose: String? {
    draftKept == FormDraft.notKept && sheet.form.isModified
      ? "What is typed can't be kept now; who leaves the form loses it." : nil
  }
  package mutating func edited() { typed() }
  package mutating func turnPage(_ step: Int) { fill { step > 0 ? $0.form.pageDown() : $0.form.pageUp() } }
  /// What there is to say of a form that is opened, above all that what was typed is back, stands on its first screen.
  package mutating func appear() {
    sheet.comeBack()
    speak()
  }
  package mutating func tick(_ now: Int64) { keepIfDue(now) }
  package mutating func park() { keepDraft() }
  package mutating func draw(on canvas: inout Canvas) { sheet.draw(on: &canvas) }

  package mutating func handle(_ key: Key) -> Bool {
    if key == "?", sheet.form.focused.entry.isBlank, sheet.form.list == nil, showFieldHelp() { return true }
    return fill { $0.handle(key) }
  }

  /// Does something to the form, then says what it has to say.
  @discardableResult
  package mutating func fill<Result>(_ act: (inout FormSheet) -> Result) -> Result {
    sheet.form.moment = moment
    let before = sheet.form.changes
    let result = act(&sheet)
    if sheet.form.changes != before { edited() }
    speak()
    return result
  }

  /// Checks every field, and saves if all are right.
  package mutating func saveIfRight() {
    let isRight = fill { $0.form.checkAll() }
    if isRight { save() }
    speak()
  }

  /// What was typed is kept a second from now.
  package mutating func typed() { keeping.typed(at: moment.now.milliseconds) }

  /// Keeps what was typed, if it is time to.
  package mutating func keepIfDue(_ now: Int64) {
    if keeping.isDue(at: now) { keepDraft() }
  }

  /// Hands what the form has to say to the shell.
  package mutating func speak() {
    for ask in sheet.speak() { asks.add(ask) }
  }

  /// Shows the help on the focused field; false if it has none.
  package mutating func showFieldHelp() -> Bool {
    let field = sheet.form.focused
    guard !field.help.isEmpty else { return false }
    show(TextPage(title: field.caption, lines: [StyledText(field.help)]))
    return true
  }
}
