import BuiltProgramSupport
import Glibc

extension BenchGroup {
  /// What is sent over the line.
  static let bytes = BenchGroup(name: "bytes") { world in
    let (hms, list) = try (world.hms.startAtList(), world.list.startAtList())
    let steps = (0..<10).map { _ in (hms.answer(to: [.down]), list.answer(to: [.down])) }
    let (ours, floor) = (
      Measure(steps.compactMap { $0.0.map { Double($0.bytes) } }),
      Measure(steps.compactMap { $0.1.map { Double($0.bytes) } })
    )
    let pieces = Measure(steps.compactMap { $0.0.map { Double($0.pieces) } })
    let forty = [TerminalKey](repeating: .down, count: 40)
    let burst = hms.answer(to: forty, quiet: 150)
    while isLateInTheMinute { _ = hms.pieces(quiet: 200) }
    let idle = hms.pieces(first: 5_000)
    return [
      BenchRow("bytes for a cursor key, median", "B", ours.median, goal: 200),
      BenchRow("  of the C list", "B", floor.median),
      BenchRow("bytes for a cursor key that scrolls, the most", "B", ours.worst),
      BenchRow("writes for a cursor key", "", pieces.median, goal: 1),
      BenchRow("bytes for 40 keys at once", "B", Double(burst?.bytes ?? 0), goal: 1024),
      BenchRow(
        "bytes in 5 s without a key, a change, a new minute", "B", Double(idle.reduce(0) { $0 + $1.bytes.count }),
        goal: 0),
    ]
  }

  /// Whether a new minute begins within some seconds: the clock on the screen is a change.
  private static var isLateInTheMinute: Bool { time(nil) % 60 > 50 }
}
