import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms print`: documents as PDF or text, to files, to a printer, or to standard output.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Print invoices, receipts, discharge summaries, labels of medicine.",
    discussion: """
      INV-2026-0417 is an invoice, INV-2026-0417/2 the receipt of its second payment, CN-2026-0003 a credit note, \
      000098-114-6/D1 the receipt of a patient's first deposit; the number of a patient alone stands for the discharge summary of their latest stay. RX-12 is the \
      label of what was dispensed of a prescription, RX-12/L its leaflet. Without -o or --printer text goes to \
      standard output and a PDF to a file named by the number, in the current folder.
      """)

  @Argument(help: .init("The numbers of what is printed.", valueName: "number"))
  var numbers: [String]

  @Option(help: .init("The form: pdf or text; default: pdf.", valueName: "form"))
  var format = PrintFormat.pdf

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: .init("The file, or a folder that ends in /; - for standard output, as text.", valueName: "file"))
  var output: String?

  @Option(help: .init("The printer of this host; - for the usual one.", valueName: "name"))
  var printer: String?

  @Flag(help: "Replace files that are there already.")
  var replace = false

  @OptionGroup var person: PersonOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if output != nil, printer != nil { throw ValidationError("-o and --printer go to different places. Take one.") }
    if numbers.count > 1, let output, output != "-", !output.hasSuffix("/") {
      throw ValidationError("Several documents do not go into one file. Name a folder that ends in /.")
    }
    if output == "-", format == .pdf { throw ValidationError("Standard output takes text only. Add --format text.") }
  }

  func run() throws {
    let workplace = try HospitalFile.openForCommand(database.path())
    let service = PaperService(try person.session(in: workplace))
    let choices = try numbers.map { typed in try service.find(try Self.number(typed), typed: typed) }
    let bar = ProgressBar("Printing")
    defer { bar.end() }
    for (place, choice) in choices.enumerated() {
      bar.show(place, of: choices.count)
      try send(choice, by: service)
    }
  }

  private func send(_ choice: PaperChoice, by service: PaperService) throws {
    let form: PaperForm = format == .pdf ? .pdf : .text
    if let printer {
      let name = printer == "-" ? "" : printer
      let order = PaperOrder(form, to: .printer(try Self.checked(name)))
      return try Output.standard.line(try service.send(choice.subject, order))
    }
    if output == "-" || (output == nil && form == .text) {
      let order = PaperOrder(.text, to: .standardOutput)
      return try HostPress.write(try service.document(choice.subject, for: order), to: .standard)
    }
    let own = "\(choice.fileName).\(form.rawValue)"
    let path = output.map { $0.hasSuffix("/") ? $0 + own : $0 } ?? own
    let order = PaperOrder(form, to: .hostFile(path), replaces: replace)
    if !replace, service.isThere(order) { throw Refusal.paperIsThere(path) }
    try Output.standard.line(try service.send(choice.subject, order))
  }

  private static func number(_ typed: String) throws -> PaperNumber {
    do throws(Misentry) { return try PaperNumber(entry: typed) } catch {
      throw CommandFailure(.usage, "\(typed) is no number of a document", remedy: error.sentence)
    }
  }

  private static func checked(_ printer: String) throws -> String {
    do throws(Misentry) { return try PaperName.printer(printer) } catch {
      throw CommandFailure(.usage, "\(printer) is no name of a printer", remedy: "type \(error.sentence)")
    }
  }
}

/// The forms of a document as the command line names them.
enum PrintFormat: String, ExpressibleByArgument, CaseIterable {
  case pdf
  case text
}
