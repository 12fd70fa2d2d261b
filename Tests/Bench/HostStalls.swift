import Dispatch
import Glibc
import Synchronization

/// When the host of a virtual machine kept a processor to itself, while something else is measured. On every processor a
/// thread goes before all others and asks to sleep for a millisecond: only who takes the processor from the whole machine
/// makes it late. What is measured meanwhile is a figure of the host.
final class HostStalls: Sendable {
  /// How late such a thread is before that counts as a stall, in milliseconds.
  static let least = 2.0

  private let isOver = Atomic(false)
  private let stalls = Mutex<[ClosedRange<Double>]>([])
  private let ended = DispatchGroup()

  /// Begins to watch. Where the threads may not go first, nothing is ever taken for a stall.
  init() {
    for processor in 0..<sysconf(Int32(_SC_NPROCESSORS_ONLN)) {
      ended.enter()
      DispatchQueue(label: "stalls \(processor)").async { [self] in
        if Self.keep(to: processor...processor, priority: 2) { watch() }
        // The thread is lent.
        _ = Self.keep(to: 0...1023, priority: 0)
        ended.leave()
      }
    }
  }

  /// Ends the watching; the longest stall, in milliseconds.
  func end() -> Double {
    isOver.store(true, ordering: .relaxed)
    ended.wait()
    return stalls.withLock { $0.map { $0.upperBound - $0.lowerBound }.max() ?? 0 }
  }

  /// Whether a stall touched a time, in milliseconds of the monotonic clock.
  func touched(_ time: ClosedRange<Double>) -> Bool {
    stalls.withLock { $0.contains { $0.overlaps(time) } }
  }

  private func watch() {
    while !isOver.load(ordering: .relaxed) {
      let due = monotonicMilliseconds() + 1
      poll(nil, 0, 1)
      let woken = monotonicMilliseconds()
      if woken - due > Self.least { stalls.withLock { $0.append(due...woken) } }
    }
  }

  /// Keeps this thread to some processors; with a priority it goes before all that have none. False where that is not
  /// permitted.
  private static func keep(to processors: ClosedRange<Int>, priority: Int32) -> Bool {
    var mask = [UInt8](repeating: 0, count: 128)
    for processor in processors { mask[processor / 8] |= 1 << UInt8(processor % 8) }
    var priority = sched_param(sched_priority: priority)
    let policy = priority.sched_priority > 0 ? SCHED_FIFO | 0x4000_0000 : SCHED_OTHER
    guard let keepToProcessors else { return false }
    return keepToProcessors(0, mask.count, mask) == 0 && sched_setscheduler(0, policy, &priority) == 0
  }

  /// `sched_setaffinity(2)`, which the C library keeps from programs that do not ask for all that is GNU's.
  private static let keepToProcessors = dlsym(nil, "sched_setaffinity").map {
    unsafeBitCast($0, to: (@convention(c) (pid_t, Int, UnsafePointer<UInt8>) -> Int32).self)
  }
}
