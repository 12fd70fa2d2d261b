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
      throw fault(of: problem)
    }
  }

  /// The fault that a person is told for what the engine threw.
  func fault(of problem: DatabaseFault) -> Fault {
    switch problem {
    case .busy: Fault(.busy)
    case .readOnly: Fault(.readOnly)
    case .diskFull: Fault(.diskFull)
    case .disk: Fault(.disk, reference: log(problem))
    case .damaged: Fault(.damaged, reference: log(problem))
    case .moved: Fault(.moved)
    case .refused(let constraint) where constraint.kind == .trigger: Fault(.guarded(constraint.message))
    default: Fault(.other, reference: log(problem))
    }
  }
}
