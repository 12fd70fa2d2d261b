import Glibc
import HospitalDomain
import HospitalServices
import HospitalTerminal
import PaperKit

/// How documents leave this host: to files and to its printers.
struct HostPress {
  /// The press of the program, by its settings.
  static let standard = PaperPress(
    isThere: { order in HostPress.path(of: order).map { access($0, F_OK) == 0 } ?? false },
    deliver: { document, order, isStopped in
      try HostPress(document: document, form: order.form).deliver(order, isStopped)
    })

  let document: PaperDocument
  let form: PaperForm

  private func deliver(_ order: PaperOrder, _ isStopped: () -> Bool) throws -> String {
    let letterhead = try Self.letterhead()
    guard case .printer(let name) = order.place else {
      guard let path = try Self.expectedPath(of: order) else { throw Refusal.paperNotWritten("the file", EINVAL) }
      if !order.replaces, access(path, F_OK) == 0 { throw Refusal.paperIsThere(path) }
      let file = try PaperFile(path: path)
      try write(letterhead, to: file.descriptor, isStopped) { try file.write($0) }
      try file.place(replacing: order.replaces)
      return "to \(path)"
    }
    let scratch = try ScratchFile()
    try write(letterhead, to: scratch.descriptor, isStopped) { try scratch.fill($0) }
    try HostPrinter(name: name).take(
      scratch, title: queueTitle, isStopped: isStopped)
    return name.isEmpty ? "to the usual printer" : "to the printer \(name)"
  }

  /// What a printer's queue and the list of processes show of the document to everybody: never a patient's number.
  private var queueTitle: String {
    let isPatients = (try? HospitalNumber(entry: document.number)) != nil
    return isPatients ? document.title : "\(document.title) \(document.number)"
  }

  private func write(
    _ letterhead: PaperJob.Letterhead?, to descriptor: Int32, _ isStopped: () -> Bool,
    _ write: (String) throws -> Void
  ) throws {
    switch form {
    case .text: try write(Self.text(of: document, under: letterhead))
    case .pdf:
      let job = PaperJob(letterhead: letterhead, documents: [document])
      try PaperProgram().make(job, into: descriptor, isStopped: isStopped)
    }
  }

  /// Writes a document as text to a stream.
  static func write(_ document: PaperDocument, to output: Output) throws {
    try output.write(text(of: document, under: try letterhead()))
  }

  private static func text(of document: PaperDocument, under letterhead: PaperJob.Letterhead?) -> String {
    guard case .lines(let lines) = letterhead else { return PaperText().text(of: document) }
    return PaperText().text(of: document.issued(by: lines))
  }

  /// The hospital's own letterhead; nil where the settings name none.
  private static func letterhead() throws -> PaperJob.Letterhead? {
    try Settings.load().letterhead.map { try LetterheadFile(path: $0).read() }
  }

  /// The path of a file that an order leads to; nil for a printer.
  private static func path(of order: PaperOrder) -> String? { try? expectedPath(of: order) }

  private static func expectedPath(of order: PaperOrder) throws -> String? {
    switch order.place {
    case .hostFile(let path): path
    case .paperFile(let name):
      try (Settings.load().papers ?? UserFolders.data + "/papers") + "/" + name + "." + order.form.rawValue
    case .printer, .standardOutput: nil
    }
  }
}
