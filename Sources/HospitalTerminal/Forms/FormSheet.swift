import HospitalScreens
import TerminalKit

/// A form on a screen: the form itself, and which part of its page is seen. The
/// building block of every pane that holds a form; see `FormPane`.
package struct FormSheet: Sendable {
  /// The form.
  package var form: Form
  /// The first line of the page that is seen.
  var top = 0
  /// The columns it was last drawn on, for moving inside wrapped text.
  var columns = 80
  /// What was last handed to the message row, so that it is said once.
  private var said: FormMessage?

  /// A form as it is opened.
  package init(_ form: Form) { self.form = form }

  /// The same view of another state of the form, for panes whose screen holds the form.
  package func showing(_ form: Form) -> FormSheet {
    var sheet = self
    sheet.form = form
    return sheet
  }

  /// How far the form is, for row 2: `Page 1 of 2    * required    5 of 9 required done`.
  package func progress(draftKept: String = "") -> StyledText {
    var text = StyledText(draftKept, .hint)
    let (done, required) = form.progress
    var parts: [String] = []
    let pages = form.layout.pages.count
    if pages > 1 { parts.append("Page \(form.page + 1) of \(pages)") }
    if required > 0 { parts += ["* required", "\(done) of \(required) required done"] }
    if !text.isEmpty, !parts.isEmpty { text.add("    ") }
    text.add(parts.joined(separator: "    "), .hint)
    return text
  }

  /// The form is seen again: what is wrong in it is said again, for it left the message row with the form.
  mutating func comeBack() {
    if said?.level == .error { said = nil }
  }

  /// What the form has to say on the message row: each thing once, and taken away when it is mended.
  mutating func speak() -> [Ask] {
    let message = form.message
    guard message != said else { return [] }
    let mended = said.map { $0.level == .error || $0.level == .warning } ?? false
    said = message
    return (mended ? [.mend(Self.subject)] : []) + (message.map { [Self.ask($0)] } ?? [])
  }

  private static func ask(_ message: FormMessage) -> Ask {
    switch message.level {
    case .ok: .say(.ok, message.sentence, subject: nil)
    case .note: .say(.note, message.sentence, subject: nil)
    case .warning: .say(.warn, message.sentence, subject: subject)
    case .error: .say(.error, message.sentence, subject: subject)
    }
  }

  /// What messages of a form are about.
  private static let subject = "form"
}
