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
    set(F_WRLCK, from: Self.gate, waiting: true)
    defer { set(F_UNLCK, from: Self.gate) }
    return firstFreePlace == Self.first && set(F_WRLCK, from: Self.first)
  }

  /// Waits for the turn, behind all who are there.
  func enter() {
    set(F_WRLCK, from: Self.gate, waiting: true)
    let place = firstFreePlace
    set(F_WRLCK, from: place)
    set(F_UNLCK, from: Self.gate)
    guard place > Self.first else { return }
    set(F_WRLCK, from: place - 1, waiting: true)
    // The one before may have given up, or died, while others were before them still.
    set(F_WRLCK, from: Self.first, to: place, waiting: true)
    set(F_UNLCK, from: Self.first, to: place)
  }

  /// Gives the turn to the next.
  func leave() { set(F_UNLCK, from: Self.first, to: nil) }

  /// The place after the last that somebody else has.
  var firstFreePlace: Int {
    var place = Self.first
    while true {
      var lock = Self.lock(F_WRLCK, from: place, to: nil)
      guard fcntl(descriptor, Self.askForLock, &lock) == 0, Int32(lock.l_type) != F_UNLCK else { return place }
      // Some of whom are there wait for all before them, up to their own.
      place = max(place, Int(lock.l_start) + max(1, Int(lock.l_len)))
    }
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
