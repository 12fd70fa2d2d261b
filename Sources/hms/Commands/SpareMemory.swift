import CMalloc
import Dispatch

/// Memory that opening the database and signing in have needed for a moment.
enum SpareMemory {
  /// How long a person looks at their first screen before it is given back: until the live feed has rehearsed a change too.
  private static let patience = DispatchTimeInterval.milliseconds(700)

  /// Gives back to the system what stands empty, once the first screen is there: a tenth of what a session holds, and
  /// there are hundreds of sessions on a host.
  static func giveBackSoon() {
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + patience) { @Sendable in _ = malloc_trim(0) }
  }
}
