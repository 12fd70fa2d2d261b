import DatabaseKit
import Dispatch
import Glibc
import Testing

@testable import SQLiteEngine

@Suite("The queue of the writers")
struct WritersQueueTests {
  private let file: TemporaryDatabase

  init() throws { file = try TemporaryDatabase() }

  /// A place as another process would have it.
  private func place() -> Turnstile { Turnstile(descriptor: open(file.path + ".queue", O_RDWR | O_CREAT, 0o660)) }

  @Test("a turn that was given up and comes later neither takes nor gives back the lock of one that is under way")
  func givenUp() throws {
    let queue = try WritersQueue(besides: file.path, patience: .milliseconds(5))
    for _ in 0..<50 {
      let other = place()
      other.enter()
      for _ in 0..<4 { #expect(throws: DatabaseFault.busy) { try queue.inTurn {} } }
      close(other.descriptor)
      var (isMine, isOver) = (true, false)
      while !isOver {
        try? queue.inTurn {
          for _ in 0..<200 {
            let stranger = place()
            isMine = isMine && !stranger.tryToEnter()
            close(stranger.descriptor)
          }
          isOver = true
        }
      }
      #expect(isMine, "somebody else could write during the turn")
    }
  }

  @Test("who has just written, and is awake, does not go before who waits and has to be woken")
  func nobodyOvertakes() async throws {
    for _ in 0..<50 {
      let (one, other, stranger) = (place(), place(), place())
      one.enter()
      async let isServed: Void = Self.serve(other)
      // A place that cannot even come to the gate tells that somebody stands there.
      while stranger.isGateOpen { await Task.yield() }
      one.leave()
      #expect(!one.tryToEnter(), "somebody waited already")
      await isServed
      other.leave()
      #expect(one.tryToEnter())
      for place in [one, other, stranger] { close(place.descriptor) }
    }
  }

  private static func serve(_ place: Turnstile) async {
    await withCheckedContinuation { served in
      DispatchQueue.global().async {
        place.enter()
        served.resume()
      }
    }
  }
}
