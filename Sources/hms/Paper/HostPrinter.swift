import Glibc
import HospitalDomain

/// The host's printers, by its `lp`.
struct HostPrinter {
  /// How long `lp` may take to accept a document, in milliseconds.
  private static let patience = 30_000

  /// The printer's name; empty for the host's usual one.
  let name: String

  /// Hands a file over, from its beginning.
  ///
  /// - Parameter title: what the queue shows, to anybody on the host, as does the list of processes: it names no patient,
  ///   nor their number.
  func take(_ file: ScratchFile, title: String, isStopped: () -> Bool) throws {
    guard let program = Self.program else { throw Self.missing }
    let printer = name.isEmpty ? [] : ["-d", name]
    let child = ChildProgram(
      command: [program] + printer + ["-t", title, "-o", "media=A4"], limit: Self.patience)
    file.rewind()
    let silent = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(silent) }
    let end: ChildProgram.End
    do {
      end = try child.run(from: file.descriptor, to: silent, isStopped: isStopped)
    } catch ChildProgram.Failure.tooSlow {
      throw refusal("no answer for \(Self.patience / 1000) seconds")
    } catch ChildProgram.Failure.notStarted(let code) {
      throw refusal(String(cString: strerror(code)))
    }
    if end.status != 0 { throw refusal(Self.words(end.errors)) }
  }

  private func refusal(_ why: String) -> Refusal {
    Refusal(
      code: "paper.printer",
      sentence: "\(name.isEmpty ? "The usual printer" : "Printer \(name)") refused (\(why)); name another.",
      field: "printer")
  }

  private static let missing = Refusal(
    code: "paper.noPrinter", sentence: "This host has no lp command to print with; print to a file instead.",
    field: "place")

  /// What `lp` said, on one line: `lp: Error - no default destination available.`
  private static func words(_ errors: String) -> String {
    let line = errors.split(whereSeparator: \.isNewline).first.map(String.init) ?? "lp gave no reason"
    let words = ["lp: Error - ", "lp: "].first { line.hasPrefix($0) }.map { String(line.dropFirst($0.count)) } ?? line
    let plain = String(
      words.filter { $0 == " " || !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } })
    return String((plain.hasSuffix(".") ? String(plain.dropLast()) : plain).prefix(100))
  }

  /// The `lp` on the path, in a folder that is named from the root; nil where the host has none.
  private static var program: String? {
    (UserFolders.environment("PATH") ?? "/usr/bin:/bin").split(separator: ":").lazy.filter { $0.hasPrefix("/") }
      .map { $0 + "/lp" }.first { access($0, X_OK) == 0 }
  }
}
