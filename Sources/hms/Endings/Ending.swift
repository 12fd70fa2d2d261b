import ArgumentParser
import DatabaseKit
import HospitalDomain
import NCursesTerminal

/// How a run of `hms` ends. The one place that turns an error into words and an exit status.
struct Ending {
  let status: ExitStatus
  /// What to write, ending in a newline, or nothing.
  let words: String

  /// All was done and there is nothing to add.
  static let done = Ending(status: .done, words: "")

  private init(status: ExitStatus, words: String) {
    self.status = status
    self.words = words
  }

  /// An end with one line: `hms: what happened; what to do`.
  init(_ status: ExitStatus, _ happened: String, _ remedy: String) {
    self.init(status: status, words: "hms: \(happened); \(remedy)\n")
  }

  /// An end with a sentence that stands by itself.
  init(_ status: ExitStatus, saying sentence: String) {
    self.init(status: status, words: "hms: \(sentence)\n")
  }

  /// The end that an error leads to. A fault that nobody foresaw is logged with a reference that the words give.
  init(of error: any Error) {
    switch error {
    case let failure as CommandFailure: self.init(failure.status, failure.happened, failure.remedy)
    case is OutputClosed: self = .done
    case let refusal as Refusal: self.init(of: refusal)
    case let entry as InvalidEntry: self.init(of: entry)
    case let fault as DatabaseFault: self.init(of: fault)
    case let fault as Fault: self.init(of: fault)
    case let fault as TerminalFault: self.init(.usage, saying: fault.description)
    default: self = Self.ofCommandLine(error) ?? Self.ofFault(error)
    }
  }

  /// Says the words: on standard output when all is well (help, version), else on standard error.
  func tell() {
    if words.isEmpty { return }
    if status == .done { try? Output.standard.write(words) } else { try? Output.errors.write(words) }
  }

  /// What the parser of the command line has to say, or nil when the error is not its own.
  private static func ofCommandLine(_ error: any Error) -> Ending? {
    switch HMSCommand.exitCode(for: error) {
    case .success: return Ending(status: .done, words: HMSCommand.fullMessage(for: error) + "\n")
    case .validationFailure:
      // The parser's first sentence says what happened; a second one, if there is one, what was perhaps meant. Lists
      // stand on lines of their own.
      let lines = HMSCommand.message(for: error).split(separator: "\n").map { $0.drop { " -".contains($0) } }
      let message = lines.joined(separator: " ")
      let sentences = message.split(separator: ". ", maxSplits: 1).map { lowercasedStart(String($0)) }
      let remedy = sentences.count == 2 ? sentences[1] : "see hms --help"
      return Ending(.usage, sentences[0].hasSuffix(".") ? String(sentences[0].dropLast()) : sentences[0], remedy)
    default: return nil
    }
  }

  /// A fault that nobody foresaw: the details go to the log.
  static func ofFault(_ error: any Error) -> Ending {
    let reference = FaultLog.standard.record(error)
    return Ending(.fault, "something went wrong and nothing was changed", "report it with the reference \(reference)")
  }

  private static func lowercasedStart(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }
}
