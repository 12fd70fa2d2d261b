import DatabaseKit
import Glibc
import Synchronization

/// Watches the bell file on a thread of its own and looks for itself twice a second, for commits of those who do not ring
/// it, such as the `sqlite3` shell.
///
/// The write-ahead log is not watched: its event comes before the commit can be seen, and slows the writer. A loop that
/// sleeps in `poll` wakes one thread by one call; a timer and a source of Dispatch wake two, by nine, and a queue that is
/// held up is looked after once a second.
final class BellWatch: CommitObservation {
  /// One end of a pipe: closed, it ends the loop; nil once it was, or where none could be had.
  private let stop: Mutex<Int32?>

  init(path: String, dataVersion: @escaping @Sendable () throws -> Int64, changed: @escaping @Sendable () -> Void) {
    let ear = BellEar(path: path, dataVersion: dataVersion, changed: changed)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      stop = Mutex(nil)
      return
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stop = Mutex(ends[1])
    ear.listenOnThread(until: ends[0])
  }

  deinit { cancel() }

  func cancel() {
    stop.withLock { stop in
      if let stop { close(stop) }
      stop = nil
    }
  }
}

/// What hears of commits: the bell's events, and a look twice a second.
private final class BellEar: Sendable {
  private let path: String
  private let dataVersion: @Sendable () throws -> Int64
  private let changed: @Sendable () -> Void
  private let seen: Mutex<Int64?>

  init(path: String, dataVersion: @escaping @Sendable () throws -> Int64, changed: @escaping @Sendable () -> Void) {
    self.path = path
    self.dataVersion = dataVersion
    self.changed = changed
    seen = Mutex(try? dataVersion())
    notify = Self.notifier(of: path + ".bell")
  }

  /// The events of the bell file; negative where there are none.
  private let notify: Int32

  private static func notifier(of bell: String) -> Int32 {
    let notify = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard notify >= 0, inotify_add_watch(notify, bell, UInt32(IN_MODIFY)) >= 0 else {
      if notify >= 0 { close(notify) }
      return -1
    }
    return notify
  }

  /// Listens on a thread of its own.
  func listenOnThread(until stop: Int32) {
    let listening = Unmanaged.passRetained(Listening(ear: self, stop: stop))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let listening = Unmanaged<Listening>.fromOpaque(argument).takeRetainedValue()
        listening.ear.listen(until: listening.stop)
        return nil
      }, listening.toOpaque())
    if failure == 0 {
      pthread_detach(thread)
    } else {
      listening.release()
      close(stop)
    }
  }

  /// What a thread is given.
  private final class Listening: Sendable {
    let ear: BellEar
    let stop: Int32

    init(ear: BellEar, stop: Int32) {
      (self.ear, self.stop) = (ear, stop)
    }
  }

  /// Listens until the other end of a pipe is closed, and closes what it listened to.
  func listen(until stop: Int32) {
    var log = LogTrace(path: path)
    var waiting = [
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0), pollfd(fd: notify, events: Int16(POLLIN), revents: 0),
    ]
    var events = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = poll(&waiting, 2, 500)
      if waiting[0].revents != 0 { break }
      if count > 0 {
        while Glibc.read(notify, &events, events.count) > 0 {}
        look()
      } else if log.mayHaveGrown() {
        look()
      }
    }
    close(stop)
    if notify >= 0 { close(notify) }
  }

  /// Calls `changed` if another connection has committed since the last look; also when the look itself fails, and when
  /// one succeeds again, so that whoever reads next meets the fault, or its end, and says so.
  private func look() {
    let version = try? dataVersion()
    let isNew = seen.withLock { seen in
      defer { seen = version }
      return version == nil || version != seen
    }
    if isNew { changed() }
  }
}

/// The trace that a commit leaves in the write-ahead log: its length and the time of its last change; and which file the
/// database is, which may have been moved away. To look at it costs a
/// hundredth of asking the database, so that two hundred sessions at rest cost next to nothing.
struct LogTrace {
  private let path: String
  private var known: [Int] = []
  /// For how many more looks the database is asked, whatever the trace says.
  private var unsettled = 0
  private var quiet = 0

  /// After so many looks in a row that found nothing the database is asked all the same: 10 s.
  private static let mostQuiet = 20

  /// The trace of a database's log; the first look says that it may have grown.
  init(path: String) {
    self.path = path
  }

  /// Whether the database has to be asked. What is in the log can be read a moment after it was written there, so that after a
  /// change the next look asks too.
  mutating func mayHaveGrown() -> Bool {
    let now = Self.trace(of: path + "-wal") + Self.trace(of: path)
    if now != known { (known, unsettled) = (now, 2) }
    quiet += 1
    guard unsettled > 0 || now.count < 8 || quiet >= Self.mostQuiet else { return false }
    (unsettled, quiet) = (max(0, unsettled - 1), 0)
    return true
  }

  private static func trace(of path: String) -> [Int] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    return [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_ino)]
  }
}
