import Glibc
import Synchronization

/// A bell that any thread may ring to wake the run loop. Rings that come before
/// the loop has woken count as one. It is a pipe whose reading end is polled.
package final class WakeUp: Sendable {
  /// Readable when the bell was rung; -1 if the system gave no pipe, and then rings are lost.
  package let descriptor: Int32
  /// A byte written here wakes the loop too: for signal handlers, which may do no more.
  package let writing: Int32
  private let rung = Atomic(false)

  /// Makes a bell.
  package init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writing) = (ends[0], ends[1])
  }

  deinit {
    for end in [descriptor, writing] where end >= 0 { _ = close(end) }
  }

  /// Wakes the loop. Safe from any thread; never waits.
  package func ring() {
    guard !rung.exchange(true, ordering: .acquiringAndReleasing) else { return }
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Whether it was rung since it was last asked.
  package func take() -> Bool {
    // Empty the pipe first: a ring that comes between is then either seen here or leaves a byte for the next poll.
    var bytes: (UInt64, UInt64) = (0, 0)
    _ = read(descriptor, &bytes, MemoryLayout.size(ofValue: bytes))
    return rung.exchange(false, ordering: .acquiringAndReleasing)
  }
}
