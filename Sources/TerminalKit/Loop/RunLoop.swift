import Glibc

/// Waits for keys, for the wake-up bell and for the next deadline, and drives
/// an application with them. Nothing is drawn, and no byte sent, unless
/// something happened.
package struct RunLoop {
  private let driver: LoopDriver
  private let wakeUp: WakeUp
  private let clock: () -> Int64
  private let signals: () -> LoopEvent?

  /// A loop over `application`. `clock` gives milliseconds UTC; `signals` gives what
  /// the system told the process since it was asked last (a resize, a hang-up) and
  /// the handler of those signals rings `wakeUp`.
  package init(
    _ application: any Application, on device: any TerminalDevice, wakeUp: WakeUp, clock: @escaping () -> Int64,
    signals: @escaping () -> LoopEvent? = { nil }
  ) {
    driver = LoopDriver(application, on: device)
    self.wakeUp = wakeUp
    self.clock = clock
    self.signals = signals
  }

  /// Runs until the application is finished.
  package func run() {
    let application = driver.application
    let device = driver.device
    driver.draw()
    var waiting = [device.inputDescriptor, wakeUp.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while !application.isFinished {
      for place in waiting.indices { waiting[place].revents = 0 }
      _ = poll(&waiting, 2, patience())
      let (input, bell) = (waiting[0].revents, waiting[1].revents)
      let rang = bell != 0 && wakeUp.take()
      driver.take { signals() }
      if input & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { driver.take(.hangUp) }
      if input != 0 { driver.take { device.nextKey().map { .key($0) } } }
      if rang { driver.take(.woken) }
      driver.takeTime(clock())
    }
  }

  /// How long to wait for something to happen, in milliseconds; -1 for ever. At
  /// most a minute at a time, so that a clock that was set back is noticed.
  private func patience() -> Int32 {
    guard let deadline = driver.application.deadline else { return -1 }
    return Int32(max(0, min(deadline - clock(), 60_000)))
  }
}
