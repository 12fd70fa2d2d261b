import HospitalDomain
import Synchronization

/// Whether the names of patients are hidden on a screen that others can see (H4). Shared by a session on all its
/// connections; drawn and lifted by the person, with one key, wherever they are.
package final class NameVeil: Sendable {
  private let drawn = Mutex(false)

  package init() {}

  /// Whether names are hidden.
  package var isDrawn: Bool { drawn.withLock { $0 } }

  /// Hides the names, or shows them again. Returns whether they are hidden now.
  package func toggle() -> Bool {
    drawn.withLock { drawn in
      drawn.toggle()
      return drawn
    }
  }
}

extension Session {
  /// Whether lists name patients by their initials: for those who may not open records, and while names are hidden.
  package var hidesNames: Bool { veil.isDrawn || refusal(of: .readPatient) != nil }
}
