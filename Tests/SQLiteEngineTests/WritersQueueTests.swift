import DatabaseKit
import Dispatch
import Glibc
import Testing

@testable import SQLiteEngine

@Suite("The queue of the writers")
struct WritersQueueTests {
  private let file: TemporaryDatabase

  init() throws { file = try TemporaryDatabase() }

  /// The lock as another process would hold it.
  private func lock(_ flags: Int32) -> (descriptor: Int32, isHeld: Bool) {
    let descriptor = open(file.path + ".queue", O_RDWR | O_CREAT, 0o660)
    return (descriptor, flock(descriptor, flags) == 0)
  }

  @Test("a turn that was given up and comes later neither takes nor gives back the lock of one that is under way")
  func givenUp() throws {
    let queue = try WritersQueue(besides: file.path, patience: .milliseconds(5))
    for _ in 0..<50 {
      let other = lock(LOCK_EX)
      for _ in 0..<4 { #expect(throws: DatabaseFault.busy) { try queue.inTurn {} } }
      close(other.descriptor)
      var (isMine, isOver) = (true, false)
      while !isOver {
        try? queue.inTurn {
          for _ in 0..<200 {
            let stranger = lock(LOCK_EX | LOCK_NB)
            isMine = isMine && !stranger.isHeld
            close(stranger.descriptor)
          }
          isOver = true
        }
      }
      #expect(isMine, "somebody else could write during the turn")
    }
  }
}
