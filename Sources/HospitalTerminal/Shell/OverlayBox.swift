import TerminalKit

/// What follows when an overlay is answered.
package enum OverlayEffect {
  /// The pane that asked gets the answer.
  case reply(PaneReply)
  /// Something is asked of the shell.
  case ask(Ask)
  /// Nothing.
  case nothing
}

/// An overlay of whatever kind, held by the shell.
package protocol OverlayBoxing: AnyObject {
  var hints: [KeyHint] { get }
  var dropsTypeAhead: Bool { get }
  /// The pane that gets the answer.
  var asker: (any PaneBoxing)? { get set }
  /// Whether what is typed into it is kept as a draft; it comes back after the lock then. Other questions are asked anew.
  var isKept: Bool { get }
  /// Whether it only shows text, which may name patients.
  var isPage: Bool { get }
  /// When what is typed into it is kept next, in milliseconds UTC; nil for never.
  var wakesAt: Int64? { get }
  func draw(on canvas: inout Canvas)
  /// `wakesAt` may have come: keeps what was typed. Returns whether it did.
  func tick(_ now: Int64) -> Bool
  /// It is about to be hidden, locked or lost with the line: keeps what was typed.
  func park()
  /// Takes a key; nil keeps the overlay open.
  func handle(_ key: Key) -> OverlayEffect?
}

/// The box of one kind of overlay, with what its answer leads to.
package final class OverlayBox<Content: Overlay>: OverlayBoxing {
  /// The overlay.
  package var overlay: Content
  package var asker: (any PaneBoxing)?
  private let keeping: OverlayKeeping<Content>?
  private let then: (Content.Outcome) -> OverlayEffect

  /// Boxes an overlay; what is typed into it is kept as `keeping` says.
  package init(
    _ overlay: Content, keeping: OverlayKeeping<Content>? = nil, then: @escaping (Content.Outcome) -> OverlayEffect
  ) {
    self.overlay = overlay
    self.keeping = keeping
    self.then = then
  }

  package var isKept: Bool { keeping != nil }
  package var isPage: Bool { Content.self == TextBox.self }
  package var wakesAt: Int64? { keeping?.wakesAt }
  package func tick(_ now: Int64) -> Bool { keeping?.tick(now, overlay) ?? false }
  package func park() { keeping?.keep(overlay) }

  package var hints: [KeyHint] { overlay.hints }
  package var dropsTypeAhead: Bool { overlay.dropsTypeAhead }
  package func draw(on canvas: inout Canvas) { overlay.draw(on: &canvas) }

  package func handle(_ key: Key) -> OverlayEffect? {
    let step = overlay.handle(key)
    keeping?.typed(overlay)
    switch step {
    case .stay: return nil
    case .close:
      park()
      return .nothing
    case .done(let outcome):
      park()
      return then(outcome)
    }
  }
}
