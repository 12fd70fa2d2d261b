/// Why a command could not do what was asked, known to the command itself: the exit status, what happened, and what to do.
struct CommandFailure: Error {
  let status: ExitStatus
  let happened: String
  let remedy: String

  /// Both parts begin in lower case and have no full stop: they become `hms: happened; remedy`.
  init(_ status: ExitStatus, _ happened: String, remedy: String) {
    self.status = status
    self.happened = happened
    self.remedy = remedy
  }
}

/// The reader of standard output went away. Nobody is left to be told anything.
struct OutputClosed: Error {}
