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
      let mine = try #require(other.takePlace(waiting: true))
      other.awaitTurn(at: mine)
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
      let (one, served) = (place(), Served())
      #expect(one.tryToEnter())
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...4 {
          let (queue, before) = (try WritersQueue(besides: file.path), waiting)
          group.addTask { try await Self.background { try queue.inTurn { served.add(number) } } }
          while waiting == before { await Task.yield() }
        }
        one.leave()
        // Who has just written comes back at once, and enters only where nobody is left.
        #expect(!one.tryToEnter() || served.numbers.count == 4)
        try await group.waitForAll()
      }
      #expect(served.numbers == [1, 2, 3, 4])
      #expect(one.tryToEnter())
      close(one.descriptor)
    }
  }

  @Test("the next place is found, however many are there")
  func places() throws {
    let stranger = place()
    var others: [Turnstile] = []
    for number in 1...40 {
      #expect(stranger.firstFreePlace == number)
      others.append(place())
      #expect(others.last?.takePlace(waiting: true) == number)
    }
    for other in others.dropLast() { other.leave() }
    #expect(stranger.firstFreePlace == 41, "the last one is there still")
    others.last?.leave()
    #expect(stranger.firstFreePlace == 1)
    for place in others + [stranger] { close(place.descriptor) }
  }

  @Test("who waited and died, or gave up, lets nobody through before those who are before them")
  func gone() async throws {
    let (one, dying, last, served) = (place(), place(), place(), Served())
    #expect(one.tryToEnter())
    let left = try #require(dying.takePlace(waiting: true))
    let mine = try #require(last.takePlace(waiting: true))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await Self.background {
          last.awaitTurn(at: mine)
          served.add(1)
          last.leave()
        }
      }
      // What the system does for a process that is gone; then who waited for it has its place.
      dying.leave()
      while !isTaken(left) { await Task.yield() }
      for _ in 0..<1000 { await Task.yield() }
      #expect(served.numbers.isEmpty, "the first one writes still")
      one.leave()
      try await group.waitForAll()
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

  /// Whether somebody has the byte of a place.
  private func isTaken(_ byte: Int) -> Bool {
    let stranger = place()
    defer { close(stranger.descriptor) }
    var lock = flock()
    (lock.l_type, lock.l_whence, lock.l_start, lock.l_len) = (Int16(F_WRLCK), Int16(SEEK_SET), byte, 1)
    return fcntl(stranger.descriptor, 36, &lock) == 0 && Int32(lock.l_type) != F_UNLCK
  }

  private static func background(_ work: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      DispatchQueue.global().async { done.resume(with: Result { try work() }) }
    }
  }
}

/// Who was served, in that order.
private final class Served: Sendable {
  private let order = Mutex<[Int]>([])

  var numbers: [Int] { order.withLock { $0 } }

  func add(_ number: Int) { order.withLock { $0.append(number) } }
}
