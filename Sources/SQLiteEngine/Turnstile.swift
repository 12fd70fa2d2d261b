import Glibc

/// The place that one writer has among the writers of all processes: locks on two bytes of a side file, held by the open file
/// description.
///
/// The turn is the second byte. Who wants it holds the first byte, the gate, until the turn is theirs, so that whoever has
/// just written, and is awake, does not go before those who have to be woken first. The locks go with their process.
struct Turnstile: Sendable {
  /// The side file, open for writing, by a description that no other place shares.
  let descriptor: Int32

  /// `F_OFD_SETLK` and `F_OFD_SETLKW` of Linux's `fcntl.h`, which Swift does not see.
  private static let (setLock, waitForLock): (Int32, Int32) = (37, 38)

  private enum Byte: Int {
    case gate, turn
  }

  /// Takes the turn if nobody has it and nobody waits for it.
  func tryToEnter() -> Bool {
    guard set(F_WRLCK, .gate, waiting: false) else { return false }
    defer { open(.gate) }
    return set(F_WRLCK, .turn, waiting: false)
  }

  /// Whether nobody waits to be next.
  var isGateOpen: Bool {
    defer { open(.gate) }
    return set(F_WRLCK, .gate, waiting: false)
  }

  /// Waits for the turn, behind all who wait already.
  func enter() {
    set(F_WRLCK, .gate, waiting: true)
    set(F_WRLCK, .turn, waiting: true)
    open(.gate)
  }

  /// Gives the turn to the next.
  func leave() { open(.turn) }

  private func open(_ byte: Byte) { set(F_UNLCK, byte, waiting: false) }

  /// - Returns: false when another place has the byte. A file system without locks lets everybody through: SQLite has locks of
  ///   its own, and says what is wrong.
  @discardableResult
  private func set(_ kind: Int32, _ byte: Byte, waiting: Bool) -> Bool {
    while true {
      var lock = flock()
      lock.l_type = Int16(kind)
      lock.l_whence = Int16(SEEK_SET)
      lock.l_start = byte.rawValue
      lock.l_len = 1
      if fcntl(descriptor, waiting ? Self.waitForLock : Self.setLock, &lock) == 0 { return true }
      if errno == EAGAIN || errno == EACCES { return false }
      if errno != EINTR { return true }
    }
  }
}
