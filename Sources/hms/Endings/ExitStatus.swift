/// The exit codes of `hms`: those of `sysexits.h`, and 1 for a rule that said no. Scripts rely on them.
enum ExitStatus: Int32 {
  /// All was done.
  case done = 0
  /// A rule of the hospital refused.
  case refused = 1
  /// The command line was wrong.
  case usage = 64
  /// What was to be read was not what it should be.
  case badInput = 65
  /// What was to be read is not there.
  case noInput = 66
  /// The database is busy, or can't be reached.
  case unavailable = 69
  /// A fault of the program.
  case fault = 70
  /// What was to be made can't be.
  case cannotCreate = 73
  /// The disk gave an error or is full.
  case disk = 74
  /// The account or the system does not allow it.
  case notPermitted = 77
}
