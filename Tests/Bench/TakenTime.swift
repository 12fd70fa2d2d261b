import Glibc

/// How much of the processors' time the host of a virtual machine gave to others (`steal`, proc(5)) while something was
/// measured. What waits for a processor that is not there says nothing of the program.
struct TakenTime {
  private let taken: Double
  private let all: Double

  /// What was taken since the machine started; nothing where the system does not tell.
  init() {
    let ticks = Self.ticks()
    taken = ticks.count > 7 ? ticks[7] : 0
    // Time of guests is counted within the user's.
    all = ticks.prefix(8).reduce(0, +)
  }

  /// The share that was taken from a moment until this one, in percent.
  func share(since start: TakenTime) -> Double {
    all > start.all ? 100 * (taken - start.taken) / (all - start.all) : 0
  }

  private static func ticks() -> [Double] {
    guard let file = fopen("/proc/stat", "r") else { return [] }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    guard fgets(&line, Int32(line.count), file) != nil else { return [] }
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.split(separator: " ").dropFirst().compactMap { Double($0.filter { $0 != "\n" }) }
  }
}
