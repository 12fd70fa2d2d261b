/// How a person wants the terminal to be used, whatever it could do.
package struct TerminalOptions: Sendable {
  /// Without colours: `--mono`. `NO_COLOR` in the environment does the same.
  package var isMono = false
  /// With ASCII signs only: `--ascii`.
  package var isASCII = false

  /// What is said when memory that stands for a file can't be read any more; nil to end as of any crash.
  package var lastWords: LastWords?

  /// Uses the terminal as well as it can be.
  package init(isMono: Bool = false, isASCII: Bool = false, lastWords: LastWords? = nil) {
    self.isMono = isMono
    self.isASCII = isASCII
    self.lastWords = lastWords
  }
}

/// A line for standard error, said after the terminal was given back, and the exit code that the program then ends with.
package struct LastWords: Sendable {
  /// The line with its end, of at most 1,024 bytes.
  package let line: String
  /// The exit code, 1 to 125.
  package let exitCode: Int32

  /// These words.
  package init(_ line: String, exitCode: Int32) {
    self.line = line
    self.exitCode = exitCode
  }
}

/// Why no screen could be opened; `description` is a sentence for standard error.
package enum TerminalFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// The terminal's kind is not known, nor are the ones to fall back to.
  case unknownTerminal(String)
  /// The terminal cannot move its cursor.
  case tooSimple(String)

  /// What happened, and what to do next.
  package var description: String {
    switch self {
    case .notATerminal:
      "the screen needs a terminal, but input or output is a file or a pipe; run it in a terminal, or use a command "
        + "such as 'hms report'"
    case .unknownTerminal(let name):
      "the terminal kind '\(name)' is not known here; set TERM to one that is, such as xterm-256color"
    case .tooSimple(let name):
      "a terminal of kind '\(name)' cannot show a screen; set TERM to one that can, such as xterm-256color"
    }
  }
}
