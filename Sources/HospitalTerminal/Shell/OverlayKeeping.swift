import HospitalScreens
import TerminalKit

/// Keeps what is typed into a box over the screen: a second after a key, and when the box is left, hidden, locked or lost.
package final class OverlayKeeping<Content> {
  private let draft: NoteDraft
  private let text: (Content) -> String
  private var timer = TypingTimer.draft
  private var seen: String

  /// Keeps `text` of the box as a draft.
  init(_ draft: NoteDraft, _ text: @escaping (Content) -> String) {
    self.draft = draft
    self.text = text
    seen = draft.text
  }

  /// When it is kept next, in milliseconds UTC; nil for never.
  var wakesAt: Int64? { timer.wakesAt }

  /// A key was taken by the box.
  func typed(_ content: Content) {
    guard text(content) != seen else { return }
    seen = text(content)
    timer.typed(at: draft.now)
  }

  /// Keeps what was typed if it is time to; returns whether it was.
  func tick(_ now: Int64, _ content: Content) -> Bool {
    guard timer.isDue(at: now) else { return false }
    keep(content)
    return true
  }

  /// Keeps what was typed.
  func keep(_ content: Content) { draft.keep(text(content)) }
}
