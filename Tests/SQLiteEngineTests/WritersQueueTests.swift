import DatabaseKit
import Dispatch
import Glibc
import Synchronization
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

  @Test("writers are served in the order in which they came, and nobody overtakes who has to be woken first")
  func inOrder() async throws {
    for _ in 0..<20 {
      let one = place()
      one.enter()
      let served = Served()
      await withTaskGroup(of: Void.self) { group in
        for number in 1...4 {
          let (other, before) = (place(), waiting)
          group.addTask {
            await Self.inTurn(other) { served.add(number) }
            close(other.descriptor)
          }
          while waiting == before { await Task.yield() }
        }
        one.leave()
        // Who has just written comes back at once, and enters only where nobody is left.
        #expect(!one.tryToEnter() || served.numbers.count == 4)
      }
      #expect(served.numbers == [1, 2, 3, 4])
      #expect(one.tryToEnter())
      close(one.descriptor)
    }
  }

  @Test("who waited and died, or gave up, lets nobody through before those who are before them")
  func gone() async throws {
    let (one, dying, last) = (place(), place(), place())
    one.enter()
    let served = Served()
    await withTaskGroup(of: Void.self) { group in
      var before = waiting
      group.addTask { await Self.inTurn(dying) {} }
      while waiting == before { await Task.yield() }
      before = waiting
      group.addTask { await Self.inTurn(last) { served.add(1) } }
      while waiting == before { await Task.yield() }
      // What the system does for a process that is gone.
      dying.leave()
      for _ in 0..<1000 { await Task.yield() }
      #expect(served.numbers.isEmpty, "the first one writes still")
      one.leave()
    }
    #expect(served.numbers == [1])
    for place in [one, dying, last] { close(place.descriptor) }
  }

  /// How many have a place, by the place that would be taken next.
  private var waiting: Int {
    let stranger = place()
    defer { close(stranger.descriptor) }
    return stranger.firstFreePlace
  }

  private static func inTurn(_ place: Turnstile, _ work: @escaping @Sendable () -> Void) async {
    await withCheckedContinuation { served in
      DispatchQueue.global().async {
        place.enter()
        work()
        place.leave()
        served.resume()
      }
    }
  }
}

/// Who was served, in that order.
private final class Served: Sendable {
  private let order = Mutex<[Int]>([])

  var numbers: [Int] { order.withLock { $0 } }

  func add(_ number: Int) { order.withLock { $0.append(number) } }
}
