import Glibc

/// What the kernel counts for a process.
enum ProcessUsage {
  /// Memory in KiB: its share of what it has mapped, and what nobody shares with it.
  static func memory(of process: Int32) -> (proportional: Double, own: Double) {
    let lines = file("/proc/\(process)/smaps_rollup").split(separator: "\n")
    func kibibytes(_ name: String) -> Double {
      lines.first { $0.hasPrefix(name + ":") }?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
    }
    return (kibibytes("Pss"), kibibytes("Private_Clean") + kibibytes("Private_Dirty"))
  }

  /// The processor time of all its threads so far, in milliseconds.
  static func processorMilliseconds(of process: Int32) -> Double {
    // After the name in brackets, fields 14 and 15 of `stat` are user and system time in ticks of 10 ms; the scheduler's
    // own statistic is finer but counts one thread, so the threads are added up.
    guard let folder = opendir("/proc/\(process)/task") else { return 0 }
    defer { closedir(folder) }
    var total = 0.0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let nanoseconds = file("/proc/\(process)/task/\(name)/schedstat").split(separator: " ").first ?? "0"
      total += (Double(nanoseconds) ?? 0) / 1_000_000
    }
    return total
  }

  private static func file(_ path: String) -> String {
    guard let stream = fopen(path, "r") else { return "" }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, stream)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
