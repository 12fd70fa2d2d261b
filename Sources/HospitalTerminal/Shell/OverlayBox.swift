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
  func draw(on canvas: inout Canvas)
  /// Takes a key; nil keeps the overlay open.
  func handle(_ key: Key) -> OverlayEffect?
}

/// The box of one kind of overlay, with what its answer leads to.
package final class OverlayBox<Content: Overlay>: OverlayBoxing {
  /// The overlay.
  package var overlay: Content
  package var asker: (any PaneBoxing)?
  private let then: (Content.Outcome) -> OverlayEffect

  /// Boxes an overlay.
  package init(_ overlay: Content, then: @escaping (Content.Outcome) -> OverlayEffect) {
    self.overlay = overlay
    self.then = then
  }

  package var hints: [KeyHint] { overlay.hints }
  package var dropsTypeAhead: Bool { overlay.dropsTypeAhead }
  package func draw(on canvas: inout Canvas) { overlay.draw(on: &canvas) }

  package func handle(_ key: Key) -> OverlayEffect? {
    switch overlay.handle(key) {
    case .stay: nil
    case .close: .nothing
    case .done(let outcome): then(outcome)
    }
  }
}
