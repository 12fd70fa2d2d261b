import DatabaseKit
import Dispatch
import Glibc
import Synchronization

/// Watches the bell file on a background queue and looks for itself twice a second, for commits of those who do not ring
/// it, such as the `sqlite3` shell.
///
/// The write-ahead log is not watched: its event comes before the commit can be seen, and slows the writer.
final class BellWatch: CommitObservation {
  private let queue = DispatchQueue(label: "hms.bell", qos: .userInitiated)
  private let sources = Mutex<[any DispatchSourceProtocol]>([])
  private let dataVersion: @Sendable () throws -> Int64
  private let changed: @Sendable () -> Void
  private let seen: Mutex<Int64?>

  init(path: String, dataVersion: @escaping @Sendable () throws -> Int64, changed: @escaping @Sendable () -> Void) {
    self.dataVersion = dataVersion
    self.changed = changed
    seen = Mutex(try? dataVersion())
    sources.withLock { sources in
      sources.append(lookTwiceASecond())
      if let ear = listen(to: path + ".bell") { sources.append(ear) }
      for source in sources { source.activate() }
    }
  }

  deinit { cancel() }

  func cancel() {
    sources.withLock { sources in
      for source in sources { source.cancel() }
      sources = []
    }
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

  private func lookTwiceASecond() -> sending any DispatchSourceProtocol {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(500), leeway: .milliseconds(50))
    timer.setEventHandler { @Sendable [weak self] in self?.look() }
    return timer
  }

  private func listen(to bell: String) -> sending (any DispatchSourceProtocol)? {
    let notify = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard notify >= 0 else { return nil }
    guard inotify_add_watch(notify, bell, UInt32(IN_MODIFY)) >= 0 else {
      close(notify)
      return nil
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: notify, queue: queue)
    source.setEventHandler { @Sendable [weak self] in
      var events = [UInt8](repeating: 0, count: 4096)
      while Glibc.read(notify, &events, events.count) > 0 {}
      self?.look()
    }
    source.setCancelHandler { @Sendable in close(notify) }
    return source
  }
}
