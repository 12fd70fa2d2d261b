import Dispatch
import Glibc
import Synchronization

/// How late the machine itself wakes a program that asked to sleep for a millisecond, while something else is measured: what
/// waits for nobody but the machine. A figure that is no worse than this says nothing of the program.
final class MachineLateness: Sendable {
  private let isOver = Atomic(false)
  private let lateness = Mutex<[Double]>([])
  private let ended = DispatchSemaphore(value: 0)

  /// Begins to watch.
  init() {
    DispatchQueue(label: "lateness", qos: .userInitiated).async { [self] in
      while !isOver.load(ordering: .relaxed) {
        let begun = monotonicMilliseconds()
        poll(nil, 0, 1)
        let late = monotonicMilliseconds() - begun - 1
        lateness.withLock { $0.append(late) }
      }
      ended.signal()
    }
  }

  /// Ends; how late it was each time, in milliseconds.
  func end() -> Measure {
    isOver.store(true, ordering: .relaxed)
    ended.wait()
    return lateness.withLock { Measure($0) }
  }
}
