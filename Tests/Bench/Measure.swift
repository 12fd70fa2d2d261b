import Glibc

/// Figures measured several times.
struct Measure {
  private let sorted: [Double]

  init(_ figures: [Double]) {
    sorted = figures.sorted()
  }

  /// The figure in the middle; not a number when nothing was measured.
  var median: Double { sorted.isEmpty ? .nan : sorted[sorted.count / 2] }
  /// The figure that 99 of 100 stay below.
  var p99: Double { sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, sorted.count * 99 / 100)] }
  /// The greatest.
  var worst: Double { sorted.last ?? .nan }
}

/// Milliseconds since some moment, for differences.
func monotonicMilliseconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) * 1000 + Double(now.tv_nsec) / 1_000_000
}
