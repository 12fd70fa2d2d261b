/// Feeds events to an application and shows what changed. The run loop and the
/// scripted terminal both drive an application through this, so a test sees
/// what a person sees.
package final class LoopDriver {
  /// The program.
  package let application: any Application
  /// Where it is shown.
  package let device: any TerminalDevice
  private var lastTime = Int64.min

  /// A driver that has not drawn yet.
  package init(_ application: any Application, on device: any TerminalDevice) {
    self.application = application
    self.device = device
    _ = application.receive(.resized(device.size))
    heed()
  }

  /// Draws the screen and shows it.
  package func draw() {
    let glyphs = application.theme.glyphs == .ascii ? .ascii : device.glyphs
    let canvas = application.draw(size: device.size, glyphs: glyphs)
    device.show(canvas, theme: application.theme)
  }

  /// Takes events until `next` has no more, then draws once if anything may have changed.
  package func take(_ next: () -> LoopEvent?) {
    var changed = false
    while !application.isFinished, let event = next() {
      if application.receive(event) { changed = true }
      if heed() { break }
    }
    if changed, !application.isFinished { draw() }
  }

  /// Takes one event.
  package func take(_ event: LoopEvent) {
    var events = [event]
    take { events.popLast() }
  }

  /// Tells the application the time if it waits for it, or if the clock was set back.
  package func takeTime(_ now: Int64) {
    let wasSetBack = now < lastTime
    lastTime = now
    guard wasSetBack || application.deadline.map({ $0 <= now }) ?? false else { return }
    let changed = application.passed(now)
    heed()  // before drawing: a lock blanks the screen first
    if changed, !application.isFinished { draw() }
  }

  /// Does what the application asks of the device; returns whether waiting keys were dropped.
  @discardableResult
  private func heed() -> Bool {
    var dropped = false
    for wish in application.takeDeviceWishes() {
      switch wish {
      case .dropTypeAhead:
        device.dropTypeAhead()
        dropped = true
      case .redrawAll: device.redrawAll()
      case .mouse(let on): device.useMouse(on)
      }
    }
    return dropped
  }
}
