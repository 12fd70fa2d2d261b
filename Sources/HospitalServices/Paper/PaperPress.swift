import HospitalDomain
import PaperKit

/// How documents leave the program, by what the composition root names: files of the host, its printers, and the program
/// that makes PDFs, which is started only then.
package struct PaperPress: Sendable {
  /// Whether there is a file already where an order leads; never so for a printer.
  package let isThere: @Sendable (PaperOrder) -> Bool
  /// Prints one document, and says where it went: `to INV-2026-0417.pdf`. What asks to stop is looked at while it waits.
  ///
  /// - Throws: a refusal with one sentence, or `CancellationError` where it was stopped; nothing half-made is left.
  package let deliver: @Sendable (PaperDocument, PaperOrder, _ isStopped: @Sendable () -> Bool) throws -> String

  /// A press of these parts.
  package init(
    isThere: @escaping @Sendable (PaperOrder) -> Bool,
    deliver: @escaping @Sendable (PaperDocument, PaperOrder, @Sendable () -> Bool) throws -> String
  ) {
    self.isThere = isThere
    self.deliver = deliver
  }

  /// The press of a program that has none.
  package static let none = PaperPress(isThere: { _ in false }) { _, _, _ in
    throw Refusal(code: "paper.none", sentence: "Nothing can be printed from here; use hms on the hospital's host.")
  }
}
