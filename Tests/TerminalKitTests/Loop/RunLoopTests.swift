import Dispatch
import Glibc
import Synchronization
import TerminalKit
import Testing

@Suite("The loop that waits for keys, the bell and the clock")
struct RunLoopTests {
  /// Counts what happens to it, and ends when `isOver` says so.
  final class Counter: Application {
    var theme = Theme.plain
    var deadline: Int64?
    var keys: [Key] = []
    var woken = 0
    var hungUp = false
    var passedTimes: [Int64] = []
    var drawn = 0
    var wishes: [DeviceWish] = []
    var isOver: (Counter) -> Bool = { _ in false }
    var answersKeys = true
    var blanksWhenLate = false

    var isFinished: Bool { isOver(self) }
    func takeDeviceWishes() -> [DeviceWish] {
      defer { wishes = [] }
      return wishes
    }
    func receive(_ event: LoopEvent) -> Bool {
      switch event {
      case .key(let key):
        keys.append(key)
        if key == "!" { wishes = [.dropTypeAhead] }
        return answersKeys
      case .woken: woken += 1
      case .hangUp: hungUp = true
      case .resized: return true
      }
      return false
    }
    func passed(_ now: Int64) -> Bool {
      passedTimes.append(now)
      deadline = nil
      if blanksWhenLate { wishes = [.redrawAll] }
      return blanksWhenLate
    }
    func draw(size: Size, glyphs: GlyphSet) -> Canvas {
      drawn += 1
      return Canvas(size: size, glyphs: glyphs)
    }
  }

  /// A device whose keys come through a pipe.
  final class PipeDevice: TerminalDevice {
    let size = Size(columns: 80, rows: 24)
    let depth = ColourDepth.mono
    let glyphs = GlyphSet.ascii
    let inputDescriptor: Int32
    let writing: Int32
    var shown = 0
    var acts: [String] = []

    init() {
      var ends: [Int32] = [-1, -1]
      _ = pipe(&ends)
      (inputDescriptor, writing) = (ends[0], ends[1])
      _ = fcntl(inputDescriptor, F_SETFL, O_NONBLOCK)
    }
    deinit { _ = close(inputDescriptor) }
    func send(_ text: String) { text.withCString { _ = write(writing, $0, strlen($0)) } }
    func nextKey() -> Key? {
      var byte: UInt8 = 0
      return read(inputDescriptor, &byte, 1) == 1 ? .character(Character(Unicode.Scalar(byte))) : nil
    }
    func dropTypeAhead() { while nextKey() != nil {} }
    func show(_ canvas: Canvas, theme: Theme) {
      shown += 1
      acts.append("show")
    }
    func redrawAll() { acts.append("blank") }
    func useMouse(_ on: Bool) {}
  }

  let counter = Counter()
  let device = PipeDevice()
  let wakeUp = WakeUp()

  private func run(clock: @escaping () -> Int64 = { 0 }, signals: @escaping () -> LoopEvent? = { nil }) {
    RunLoop(counter, on: device, wakeUp: wakeUp, clock: clock, signals: signals).run()
  }

  @Test("forty keys at once are drawn once")
  func keysAtOnce() {
    device.send(String(repeating: "j", count: 40))
    counter.isOver = { $0.keys.count == 40 && $0.drawn == 2 }
    run()
    #expect(device.shown == 2)
  }

  @Test("keys that change nothing draw nothing")
  func nothingChanged() {
    counter.answersKeys = false
    device.send("xyz")
    counter.isOver = { $0.keys.count == 3 }
    run()
    #expect(counter.drawn == 1)
  }

  @Test("keys typed ahead of a question are dropped")
  func typeAhead() {
    device.send("a!yes")
    counter.isOver = { $0.keys.count == 2 && $0.drawn == 2 }
    run()
    #expect(counter.keys == ["a", "!"])
  }

  @Test("a bell rung from another thread wakes it, and a hundred rings count once or a few times")
  func bell() {
    let wakeUp = wakeUp
    DispatchQueue.global().async { @Sendable in for _ in 0..<100 { wakeUp.ring() } }
    counter.isOver = { $0.woken >= 1 }
    run()
    #expect(counter.woken == 1)
  }

  @Test("no ring is lost, whenever it comes")
  func noRingLost() {
    let wakeUp = wakeUp
    let rung = Mutex(0)
    let seen = Mutex(0)
    let enough = 2_000
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      if side == 0 {
        for _ in 0..<enough {
          rung.withLock { $0 += 1 }
          wakeUp.ring()
        }
      } else {
        while seen.withLock({ $0 }) < enough {
          var waiting = pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
          _ = poll(&waiting, 1, 5_000)
          if wakeUp.take() {
            let now = rung.withLock { $0 }
            seen.withLock { $0 = now }
          }
        }
      }
    }
    #expect(seen.withLock { $0 } == enough)
  }

  @Test("a deadline that has come is told, and then no more")
  func deadline() {
    counter.deadline = 500
    counter.isOver = { !$0.passedTimes.isEmpty }
    run(clock: { 500 })
    #expect(counter.passedTimes == [500])
  }

  @Test("H4: what a deadline asks to blank is blanked before it is drawn over")
  func blankFirst() {
    counter.deadline = 500
    counter.blanksWhenLate = true
    counter.isOver = { !$0.passedTimes.isEmpty && $0.drawn == 2 }
    run(clock: { 500 })
    #expect(device.acts == ["show", "blank", "show"])
  }

  @Test("a line that is dropped, or a signal to end, is told so that drafts can be kept")
  func hangUp() {
    counter.isOver = { $0.hungUp }
    _ = close(device.writing)
    run()
    #expect(counter.hungUp)
    let told = Counter()
    told.isOver = { $0.hungUp }
    RunLoop(told, on: device, wakeUp: wakeUp, clock: { 0 }, signals: { .hangUp }).run()
    #expect(told.hungUp)
  }
}
