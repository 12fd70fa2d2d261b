import Foundation
import Glibc
import HospitalDomain
import PaperKit

/// The program that makes PDFs, `hms-paper`, which stands beside `hms`. It brings Pango, Cairo and fonts with it, so it is
/// started only when a PDF is made (docs/decisions/016-paper-is-a-program-of-its-own.md).
struct PaperProgram {
  /// How long one document may take, in milliseconds.
  private static let patience = 60_000

  /// Makes a PDF of a document and writes it.
  func make(_ job: PaperJob, into output: Int32, isStopped: () -> Bool) throws {
    let program = InstalledFiles.beside("hms-paper")
    guard access(program, X_OK) == 0 else { throw Self.missing }
    let input = try ScratchFile()
    try input.fill(String(decoding: try JSONEncoder().encode(job), as: UTF8.self))
    let end: ChildProgram.End
    do {
      end = try ChildProgram(command: [program], limit: Self.patience)
        .run(from: input.descriptor, to: output, isStopped: isStopped)
    } catch ChildProgram.Failure.tooSlow {
      throw Self.failed("it took longer than \(Self.patience / 1000) seconds")
    } catch ChildProgram.Failure.notStarted(let code) {
      throw Self.failed(String(cString: strerror(code)))
    }
    if end.status == 0 { return }
    // What the program has to say is one sentence already; anything else is a library's, and goes to the log.
    let said = end.errors.split(whereSeparator: \.isNewline).first { $0.hasPrefix("hms-paper: ") }
    guard let said else { throw Self.failed("it ended without a reason") }
    let code = [65: "paper.letterhead", 74: "paper.disk"][end.status ?? 0] ?? "paper.program"
    throw Refusal(code: code, sentence: String(said.dropFirst("hms-paper: ".count)))
  }

  private static let missing = Refusal(
    code: "paper.noProgram", sentence: "PDFs need the program hms-paper beside hms, and it is missing; print as text.",
    field: "form")

  private static func failed(_ why: String) -> Refusal {
    Refusal(
      code: "paper.program", sentence: "The PDF could not be made (\(why)); try again, or print as text.", field: "form"
    )
  }
}
