/// How a person wants the terminal to be used, whatever it could do.
package struct TerminalOptions: Sendable {
  /// Without colours: `--mono`. `NO_COLOR` in the environment does the same.
  package var isMono = false
  /// With ASCII signs only: `--ascii`.
  package var isASCII = false

  /// Uses the terminal as well as it can be.
  package init(isMono: Bool = false, isASCII: Bool = false) {
    self.isMono = isMono
    self.isASCII = isASCII
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
