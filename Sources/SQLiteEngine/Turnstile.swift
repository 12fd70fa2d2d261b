import Glibc

/// The place that one writer has among the writers of all processes, in the order in which they came.
///
/// Each place is a byte of a side file, locked by the open file description that no other place shares. Who comes takes the
/// byte after the last that is locked, and waits for those before it. Nobody overtakes: whoever has just written, and is awake,
/// comes after those who have to be woken first. The locks go with their process, so a writer that dies holds nobody up.
struct Turnstile: Sendable {
  /// The side file, open for writing.
  let descriptor: Int32

  /// `F_OFD_GETLK`, `F_OFD_SETLK` and `F_OFD_SETLKW` of Linux's `fcntl.h`, which Swift does not see.
  private static let (askForLock, setLock, waitForLock): (Int32, Int32, Int32) = (36, 37, 38)
  /// The byte that is held for the moment in which a place is taken.
  private static let gate = 0
  /// The first place.
  private static let first = 1

  /// Takes the turn if nobody has it and nobody waits for it.
  func tryToEnter() -> Bool {
    guard openGate(waiting: false) else { return false }
    defer { closeGate() }
    return firstFreePlace == Self.first && set(F_WRLCK, from: Self.first)
  }

  /// Takes the place after all who are there.
  ///
  /// - Parameter waiting: whether to wait for whoever is taking theirs, who may have been stopped in the midst of it.
  /// - Returns: the place; nil where somebody else is taking theirs for longer than a moment.
  func takePlace(waiting: Bool) -> Int? {
    guard openGate(waiting: waiting) else { return nil }
    defer { closeGate() }
    let place = firstFreePlace
    set(F_WRLCK, from: place)
    return place
  }

  /// Waits until it is the turn of a place that was taken.
  func awaitTurn(at place: Int) {
    guard place > Self.first else { return }
    set(F_WRLCK, from: place - 1, waiting: true)
    // The one before may have given up, or died, while others were before them still.
    set(F_WRLCK, from: Self.first, to: place, waiting: true)
    set(F_UNLCK, from: Self.first, to: place)
  }

  /// Gives the turn to the next.
  func leave() { set(F_UNLCK, from: Self.first, to: nil) }

  /// How often somebody who does not wait looks whether the gate is free.
  private static let glances = 100

  private func openGate(waiting: Bool) -> Bool {
    if waiting { return set(F_WRLCK, from: Self.gate, waiting: true) }
    return (0..<Self.glances).contains { _ in
      if set(F_WRLCK, from: Self.gate) { return true }
      sched_yield()
      return false
    }
  }

  private func closeGate() { set(F_UNLCK, from: Self.gate) }

  /// The place after the last that somebody else has: from there on nothing is locked, and before it something is.
  var firstFreePlace: Int {
    guard var low = end(from: Self.first) else { return Self.first }
    var step = 1
    while let end = end(from: low + step) { (low, step) = (end, step * 2) }
    var high = low + step
    while low < high {
      let middle = (low + high) / 2
      if let end = end(from: middle) { low = end } else { high = middle }
    }
    return high
  }

  /// Where a lock of somebody else's ends that reaches `start` or lies behind it; nil for none. A lock to the end of all files
  /// is nobody's place.
  private func end(from start: Int) -> Int? {
    var lock = Self.lock(F_WRLCK, from: start, to: nil)
    guard fcntl(descriptor, Self.askForLock, &lock) == 0, Int32(lock.l_type) != F_UNLCK, lock.l_len > 0 else {
      return nil
    }
    return Int(lock.l_start) + Int(lock.l_len)
  }

  /// - Parameter end: the byte after the last; the byte alone if it is left out, and all that follow for nil.
  /// - Returns: false when somebody else has one of the bytes. A file system without locks lets everybody through: SQLite has
  ///   locks of its own, and says what is wrong.
  @discardableResult
  private func set(_ kind: Int32, from start: Int, to end: Int?, waiting: Bool = false) -> Bool {
    while true {
      var lock = Self.lock(kind, from: start, to: end)
      if fcntl(descriptor, waiting ? Self.waitForLock : Self.setLock, &lock) == 0 { return true }
      if errno == EAGAIN || errno == EACCES { return false }
      if errno != EINTR { return true }
    }
  }

  @discardableResult
  private func set(_ kind: Int32, from byte: Int, waiting: Bool = false) -> Bool {
    set(kind, from: byte, to: byte + 1, waiting: waiting)
  }

  private static func lock(_ kind: Int32, from start: Int, to end: Int?) -> flock {
    var lock = flock()
    lock.l_type = Int16(kind)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = start
    lock.l_len = end.map { $0 - start } ?? 0
    return lock
  }
}
