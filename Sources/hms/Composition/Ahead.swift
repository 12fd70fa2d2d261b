import Dispatch
import Synchronization

/// Something that is made on a queue of its own while its asker goes on.
final class Ahead<Value: Sendable>: Sendable {
  private let made = DispatchSemaphore(value: 0)
  private let result = Mutex<Result<Value, any Error>?>(nil)

  /// Begins to make it.
  init(_ make: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInteractive).async {
      let result = Result { try make() }
      self.result.withLock { $0 = result }
      self.made.signal()
    }
  }

  /// The value, waited for until it is there. Throws what the making threw.
  func value() throws -> Value {
    made.wait()
    defer { made.signal() }
    guard let result = result.withLock({ $0 }) else { preconditionFailure("signalled only once made") }
    return try result.get()
  }
}
