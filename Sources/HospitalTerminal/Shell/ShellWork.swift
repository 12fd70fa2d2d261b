import Dispatch
import Synchronization
import TerminalKit

/// Slow work that goes on, and the place where its result is left.
final class RunningWork: Sendable {
  let title: String
  let progress: WorkProgress
  let started: Int64
  private let result = Mutex<Result<any Sendable, any Error>?>(nil)

  init(title: String, progress: WorkProgress, started: Int64) {
    self.title = title
    self.progress = progress
    self.started = started
  }

  func finish(_ value: Result<any Sendable, any Error>) { result.withLock { $0 = value } }
  func take() -> Result<any Sendable, any Error>? { result.withLock { $0 } }
}

extension Shell {
  /// After how many milliseconds work is slow enough to show its progress.
  static let workShowsAfter: Int64 = 300

  /// Starts slow work for a pane; one at a time.
  func start(_ work: SlowWork, for box: any PaneBoxing) {
    if let running {
      say(
        .warn, "\(running.title) is still going on: wait for it, or stop it with Esc, then try again.", subject: "work")
      return
    }
    let wakeUp = wakeUp
    let run = RunningWork(title: work.title, progress: WorkProgress(wakeUp: wakeUp), started: host.now)
    (running, isWorkShown) = (run, false)
    afterWork = { work.then($0, box) }
    workBox = box
    Self.perform(work.job, for: run, wakeUp: wakeUp)
  }

  /// Runs a job away from the keyboard's thread.
  nonisolated private static func perform(
    _ job: @escaping @Sendable (WorkProgress) throws -> any Sendable, for run: RunningWork, wakeUp: WakeUp?
  ) {
    DispatchQueue.global(qos: .utility).async { @Sendable in
      run.finish(Result { try job(run.progress) })
      wakeUp?.ring()
    }
  }

  /// Takes the result of work that has ended to the pane that asked; returns whether there was one.
  func collectWork() -> Bool {
    // What work has to say may name a patient: it waits while the terminal is locked.
    guard covers.isEmpty, let run = running, let result = run.take() else { return false }
    running = nil
    messages.mend(MessageLog.background)
    afterWork?(result)
    if run.progress.now.isStopped { say(.note, "\(run.title) was stopped.") }
    if let box = workBox { settle(box) }
    (afterWork, workBox) = (nil, nil)
    return true
  }
}
