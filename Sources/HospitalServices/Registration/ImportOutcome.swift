import HospitalDomain
import HospitalRecords

/// What came of an import.
package struct ImportOutcome: Error, Hashable, Sendable {
  /// How many of what were taken, or would have been: `["patient": 27]`.
  package let taken: [String: Int]
  /// The rows that could not be taken, in the order of the files. With any of them nothing was changed.
  package let refused: [RefusedRow]
}

/// A row that could not be taken over.
package struct RefusedRow: Hashable, Sendable {
  /// The file that it stands in.
  package let file: String
  /// The line on which it begins, from 1.
  package let line: Int
  /// What is wrong, in words.
  package let reason: String
}

/// The refused rows of an import that is under way.
struct RefusedRows {
  private(set) var list: [RefusedRow] = []

  /// Does the work of one row; what it refuses is collected, a fault goes on.
  mutating func collecting(_ file: String, line: Int, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch let entry as InvalidEntry {
      refuse(file, line, entry.problems.map { "\($0.field): \($0.sentence)" }.joined(separator: "; "))
    } catch let refusal as Refusal {
      refuse(file, line, refusal.sentence)
    } catch let misentry as Misentry {
      refuse(file, line, misentry.sentence)
    }
  }

  private mutating func refuse(_ file: String, _ line: Int, _ reason: String) {
    list.append(RefusedRow(file: file, line: line, reason: reason))
  }
}
