import Glibc
import HospitalDomain

/// The host's clock and time zone.
enum HostClock {
  /// The time now.
  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The zone of the host, as `TZ` or `/etc/localtime` say, with its changes to summer time.
  static let localTime = LocalTime { moment in
    var seconds = time_t(moment.milliseconds / 1000)
    var parts = tm()
    return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
  }
}
