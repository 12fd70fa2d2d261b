import HospitalDomain
import HospitalScreens
import TerminalKit

/// The form that narrows the audit trail; it closes with the choice.
package struct AuditFilterPane: FormPane {
  package static let keyTable = formKeys(saves: "Show what the form says", hint: "Show", leaving: "Leave")

  package var asks = Asks()
  /// A filter is no work that could be lost: nothing of it is kept.
  package var keeping = TypingTimer.draft
  package var draftKept: String { "" }
  private var filter: AuditFilterForm
  package var sheet: FormSheet {
    didSet { filter.form = sheet.form }
  }
  private let openedAt: FormMoment

  init(_ filter: AuditFilterForm) {
    self.filter = filter
    sheet = FormSheet(filter.form)
    openedAt = filter.form.moment
  }

  package var moment: FormMoment { openedAt }

  package mutating func keepDraft() {}

  package mutating func save() { asks.close(answer: filter.choice) }
}
