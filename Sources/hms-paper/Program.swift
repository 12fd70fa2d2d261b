import FoundationEssentials
import Glibc
import PaperKit

/// `hms-paper` reads a `PaperJob` as JSON on standard input and writes one PDF on standard output. `hms` starts it when
/// something is printed. What goes wrong is one line on standard error, `hms-paper: a sentence`.
@main
enum Program {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    setlocale(LC_ALL, "C.UTF-8")
    do throws(PaperProblem) {
      let job = try job(in: try standardInput())
      try PaperPrinting(job).write(to: STDOUT_FILENO)
    } catch {
      end(error)
    }
  }

  private static func job(in bytes: [UInt8]) throws(PaperProblem) -> PaperJob {
    do { return try JSONDecoder().decode(PaperJob.self, from: Data(bytes)) } catch { throw .notJSON }
  }

  private static func standardInput() throws(PaperProblem) -> [UInt8] {
    guard isatty(STDIN_FILENO) != 1 else { throw .notJSON }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += piece[..<count] } else if errno != EINTR { throw .notJSON }
    }
  }

  private static func end(_ problem: PaperProblem) -> Never {
    let line = "hms-paper: \(problem.sentence)\n"
    _ = line.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
    exit(problem.status)
  }
}

/// Why no PDF was made.
enum PaperProblem: Error {
  /// Standard input holds no job.
  case notJSON
  /// The picture of the letterhead cannot be read.
  case letterhead(path: String, reason: String)
  /// The PDF could not be written; the words of the library or the system.
  case notWritten(String)

  /// One sentence that says what happened and what to do.
  var sentence: String {
    switch self {
    case .notJSON: "Standard input holds no document; hms starts this program when it makes a PDF."
    case .letterhead(let path, let reason):
      "The letterhead \(path) is no PNG picture that can be read (\(reason)); mend it, or take the setting letterhead out of config.toml."
    case .notWritten(let reason): "The PDF could not be written (\(reason)); make room, then try again."
    }
  }

  /// The exit status, of `sysexits.h`.
  var status: Int32 {
    switch self {
    case .notJSON, .letterhead: 65
    case .notWritten: 74
    }
  }
}
