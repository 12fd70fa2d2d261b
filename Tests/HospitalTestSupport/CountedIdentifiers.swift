import HospitalDomain
import Synchronization

extension IdentifierSource {
  /// Identifiers `0001`, `0002` … that sort in the order in which they were made.
  package static func counted() -> IdentifierSource {
    let count = CountedIdentifiers()
    return IdentifierSource { _ in count.next() }
  }
}

private final class CountedIdentifiers: Sendable {
  private let count = Mutex(0)

  func next() -> String {
    let digits = String(
      count.withLock {
        $0 += 1
        return $0
      })
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}
