/// A moment after which a wait has failed.
package struct Deadline: Sendable {
  private let moment: ContinuousClock.Instant

  /// A deadline that far from now.
  package static func after(_ duration: Duration) -> Deadline { Deadline(moment: .now + duration) }
  /// Ample for anything on a loaded machine; reaching it means that the thing does not happen.
  package static var ample: Deadline { after(.seconds(30)) }

  /// Whether it is over.
  package var isPast: Bool { moment <= .now }

  /// The time left, rounded up to whole milliseconds, as `poll` wants it.
  package var pollMilliseconds: Int32 {
    let left = ContinuousClock.now.duration(to: moment).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    return Int32(clamping: left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
  }
}
