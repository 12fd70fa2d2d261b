import ArgumentParser
import Glibc

/// Where the process begins and ends: reads the command line, runs one command, and turns whatever happened into an exit
/// status and, unless all went well, one sentence on standard error.
@main
enum Program {
  static func main() {
    // A reader that goes away (`hms export … | head`) is noticed at the write, not by a signal that kills in mid-act.
    signal(SIGPIPE, SIG_IGN)
    // Where a file may grow no larger, the write fails and is told of like any other fault of the disk.
    signal(SIGXFSZ, SIG_IGN)
    setlocale(LC_ALL, "")
    umask(0o007)  // What the hospital writes is nobody else's to read.
    let ending = run(Array(CommandLine.arguments.dropFirst()))
    ending.tell()
    exit(ending.status.rawValue)
  }

  private static func run(_ arguments: [String]) -> Ending {
    do {
      if arguments.isEmpty {
        try HMSCommand.runWithoutArguments()
        return .done
      }
      var command = try HMSCommand.parseAsRoot(arguments)
      try command.run()
      return .done
    } catch {
      return Ending(of: error)
    }
  }
}
