import HospitalDomain
import HospitalServices

/// Where registration begins: a new patient, an unidentified one, or a form that was left unfinished.
package struct RegisterDesk {
  /// One line to choose.
  package enum Line: Hashable, Sendable {
    case newPatient
    case unidentified
    case draft(Draft)
  }

  /// What can be begun or gone on with.
  package private(set) var lines: [Line] = []
  private let desk: Desk

  package init(desk: Desk) {
    self.desk = desk
    refresh()
  }

  /// The forms of this area, by the names that their drafts are kept under.
  package static let forms: Set<FormName> = [.newPatient, .unidentified, .details]

  /// Looks for drafts again. What waits to be kept is kept first, so that none is missed.
  package mutating func refresh() {
    desk.drafts?.finish()
    let drafts = desk.session.flatMap { try? DraftService($0).drafts() } ?? []
    lines = [.newPatient, .unidentified] + drafts.filter { Self.forms.contains($0.name) }.map(Line.draft)
  }

  /// The drafts among the lines, newest first.
  package var drafts: [Draft] {
    lines.compactMap { if case .draft(let draft) = $0 { draft } else { nil } }
  }

  /// Why a line cannot be chosen; nil if it can.
  package func refusal(of line: Line) -> String? {
    switch line {
    case .newPatient: RegistrationScreen.refusal(at: desk)?.sentence
    case .unidentified: UnidentifiedScreen.refusal(at: desk)?.sentence
    case .draft: nil
    }
  }

  /// The words for a line: what it is, and what it is about.
  package func words(for line: Line) -> (title: String, detail: String) {
    switch line {
    case .newPatient: ("New patient", "")
    case .unidentified: ("Unidentified patient", "nobody knows the name")
    case .draft(let draft):
      (
        desk.session?.listed(draft) ?? draft.title,
        "\(kind(of: draft)), kept \(desk.workplace.localTime.text(draft.savedAt))"
      )
    }
  }

  private func kind(of draft: Draft) -> String {
    switch draft.name {
    case .details: "change of details"
    case .unidentified: "unidentified patient"
    default: "registration"
    }
  }
}
