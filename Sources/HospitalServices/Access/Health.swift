import DatabaseKit
import HospitalDomain
import Synchronization

/// How the database does: turns what its engine throws into the faults that people are told, and remembers whether the
/// last write went well. Shared by all sessions of a process.
package final class Health: Sendable {
  private let last = Mutex<Fault?>(nil)
  private let unreadable = Mutex(false)
  private let log: @Sendable (any Error) -> String

  /// - Parameter log: writes the details of a fault down and gives the reference to find them by.
  package init(log: @escaping @Sendable (any Error) -> String = { _ in "" }) {
    self.log = log
  }

  /// Why nothing can be saved; nil while it can.
  package var fault: Fault? { last.withLock { $0 } }

  /// Whether the last read met a file that can't be read: what a screen shows then may be old.
  package var isUnreadable: Bool { unreadable.withLock { $0 } }

  /// Runs a write; remembers how it went.
  func writing<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      let result = try work()
      last.withLock { $0 = nil }
      return result
    } catch let problem as DatabaseFault {
      let fault = fault(of: problem)
      if fault.stopsWriting { last.withLock { $0 = fault } }
      throw fault
    }
  }

  /// Runs a read.
  func reading<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      let result = try work()
      unreadable.withLock { $0 = false }
      return result
    } catch let problem as DatabaseFault {
      switch problem {
      case .damaged, .disk, .moved: unreadable.withLock { $0 = true }
      default: break
      }
      throw fault(of: problem, isOfReading: true)
    }
  }

  /// The fault that a person is told for what the engine threw.
  private func fault(of problem: DatabaseFault, isOfReading: Bool = false) -> Fault {
    func fault(_ kind: Fault.Kind, _ reference: String = "") -> Fault {
      Fault(kind, reference: reference, isOfReading: isOfReading)
    }
    return switch problem {
    case .busy: fault(.busy)
    case .readOnly: fault(.readOnly)
    case .diskFull: fault(.diskFull)
    case .disk: fault(.disk, log(problem))
    case .damaged: fault(.damaged, log(problem))
    case .moved: fault(.moved)
    case .refused(let constraint) where constraint.kind == .trigger: fault(.guarded(constraint.message))
    default: fault(.other, log(problem))
    }
  }
}
