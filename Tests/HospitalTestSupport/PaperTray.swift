import HospitalDomain
import HospitalServices
import PaperKit
import Synchronization

/// A press for tests: what is printed lies in it, and it does what it is told.
package final class PaperTray: Sendable {
  private struct State {
    var printed: [(document: PaperDocument, order: PaperOrder)] = []
    var files: Set<String> = []
    var refusals: [String: Refusal] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// What was printed, in order.
  package var documents: [PaperDocument] { state.withLock { $0.printed.map(\.document) } }
  /// How it was to be printed, in order.
  package var orders: [PaperOrder] { state.withLock { $0.printed.map(\.order) } }

  /// Lets the document of a number be refused from now on; nil lets it through again.
  package func refuse(_ number: String, with refusal: Refusal?) {
    state.withLock { $0.refusals[number] = refusal }
  }

  /// Puts a file into the folder for papers, as somebody else would.
  package func put(_ file: String) { state.withLock { _ = $0.files.insert(file) } }

  /// The press that prints into it.
  package var press: PaperPress {
    PaperPress(isThere: { [self] order in state.withLock { $0.files.contains(Self.name(order)) } }) {
      [self] document, order, isStopped in
      if isStopped() { throw CancellationError() }
      return try state.withLock { state in
        if let refusal = state.refusals[document.number] { throw refusal }
        state.printed.append((document, order))
        state.files.insert(Self.name(order))
        return "to \(Self.name(order))"
      }
    }
  }

  private static func name(_ order: PaperOrder) -> String {
    switch order.place {
    case .paperFile(let name): "\(name).\(order.form.rawValue)"
    case .hostFile(let path): path
    case .standardOutput: "standard output"
    case .printer(let name): "printer \(name)"
    }
  }
}

extension PaperDocument {
  /// The value of a fact; nil where there is none.
  package func fact(_ caption: String) -> String? {
    blocks.lazy.compactMap { block -> String? in
      guard case .facts(let items) = block else { return nil }
      return items.first { $0.caption == caption }?.value
    }.first
  }

  /// The amounts, by their captions.
  package var sums: [PaperSum] {
    blocks.flatMap { block -> [PaperSum] in if case .sums(let lines) = block { lines } else { [] } }
  }

  /// The rows of its table.
  package var rows: [[String]] {
    blocks.flatMap { block -> [[String]] in if case .table(_, let rows) = block { rows } else { [] } }
  }
}
