import HospitalDomain
import HospitalServices

/// The form that prints (I5): which document, as PDF or text, to a file of the host or to a printer. Several documents at
/// once go to a file each, named by their numbers.
package struct PrintForm: Sendable {
  /// What is filled in.
  package var form: Form
  /// The documents, as drafts name them: `invoice/ID`, `receipts`, `discharge/ID`, `invoices/ID,ID`.
  package let subject: String
  /// Who it is about, as every screen that touches a patient says it; nil for several documents.
  package let banner: PatientBanner?
  private let choices: [PaperChoice]
  private let isBatch: Bool
  private let session: Session
  /// What went out already, so that trying again doubles nothing.
  private var done: Set<PaperSubject> = []

  /// The form for one of several documents, or for all of them.
  ///
  /// - Parameters:
  ///   - title: what is printed, for the title row.
  ///   - subject: the documents, as drafts name them.
  ///   - choices: the documents; at least one.
  ///   - isBatch: whether all of them are printed.
  ///   - leftOut: what is not printed and why, for a batch; empty for nothing.
  init(
    _ title: String, subject: String, _ choices: [PaperChoice], isBatch: Bool = false, leftOut: String = "",
    about banner: PatientBanner? = nil, session: Session
  ) {
    self.subject = subject
    self.choices = choices
    self.isBatch = isBatch
    self.banner = banner
    self.session = session
    form = Form.single(
      "print", "Print · \(title)", heading: "PRINT",
      rows: [
        [Self.whatField(choices, isBatch: isBatch, leftOut: leftOut)],
        [.coded("form", "Form", PaperForm.allCases.map { FieldChoice($0.title, value: $0.rawValue) }, value: "pdf")],
        [.coded("place", "Place", Self.places, value: "file")],
        [Self.fileField(choices, isBatch: isBatch)],
        [
          .text(
            "printer", "Printer", width: 22, limit: 127, hint: "for a printer; empty: the usual one",
            help: "The name of a printer of this host, as lpstat -e lists them.",
            reader: .entry { text, _ in try PaperName.printer(text) })
        ],
      ], moment: session.moment)
  }

  private static let places = [
    FieldChoice("file", detail: "in the hospital's folder for papers"), FieldChoice("printer", detail: "of this host"),
  ]

  private static func whatField(_ choices: [PaperChoice], isBatch: Bool, leftOut: String) -> FormField {
    if isBatch || choices.count == 1 {
      let text = isBatch ? Listing.count(choices.count, "document") + leftOut : choices[0].title
      return .text("what", "Paper", width: 50, limit: 400, text: text).readOnly()
    }
    let listed = choices.enumerated().map { FieldChoice($1.title, value: "\($0)") }
    return .lookup(
      "what", "Paper", FieldLookup(noun: "paper", choices: listed), required: true, width: 50, limit: 400, hint: "",
      chosen: listed[0])
  }

  private static func fileField(_ choices: [PaperChoice], isBatch: Bool) -> FormField {
    guard !isBatch else { return .text("file", "Files", width: 40, text: "each by its number").readOnly() }
    return .text(
      "file", "File", width: 40, limit: 80, hint: "empty: by its number",
      help: "A name without a folder. The ending .pdf or .txt is added.",
      reader: .entry { text, _ in try PaperName.file(text) })
  }

  /// Goes on with what was typed before and not finished.
  package mutating func goOn(with draft: Draft) { form.goOn(with: draft) }

  /// What is asked before it prints: files that are there would be replaced. Nil where none is.
  package var question: ActQuestion? {
    let there = orders.filter { PaperService(session).isThere($0.order) }
    guard !there.isEmpty else { return nil }
    let names = there.prefix(5).compactMap { order -> String? in
      guard case .paperFile(let name) = order.order.place else { return nil }
      return "\(name).\(order.order.form.rawValue)"
    }
    return ActQuestion(
      there.count == 1 ? "Replace the file?" : "Replace \(there.count) files?",
      (there.count == 1 ? ["There is a file of this name already:"] : ["There are files of these names already:"])
        + names + (there.count > names.count ? ["and \(there.count - names.count) more"] : []),
      keep: there.count == 1 ? "Keep it" : "Keep them", act: "Replace")
  }

  /// The printing of what the form says, in the background.
  ///
  /// - Parameter replacing: whether files that are there are replaced, as `question` asked.
  package func run(replacing: Bool) -> PrintRun {
    PrintRun(
      orders.map { choice, order in
        var order = order
        order.replaces = replacing
        return (choice.subject, order)
      }, session: session)
  }

  /// Takes what came of a run. Returns what was done once all is; nil when the form says why it is not.
  package mutating func take(_ outcome: PrintOutcome) -> RecordChange? {
    done.formUnion(outcome.done)
    guard let problem = outcome.problem else { return RecordChange(DoneAct(outcome.sentence)) }
    form.show(problem)
    if isBatch, !done.isEmpty {
      let says = (form.note?.sentence).map { " \($0)" } ?? ""
      form.say(.error, "\(done.count) of \(choices.count) are printed; ^S prints the others.\(says)")
    }
    return nil
  }

  private var orders: [(choice: PaperChoice, order: PaperOrder)] {
    let form = self.form.value("form").flatMap(PaperForm.init) ?? .pdf
    return wanted.map { choice in
      let typed = isBatch ? "" : self.form.value("file") ?? ""
      let name = (try? PaperName.file(typed)) ?? choice.fileName
      let printer = self.form.text("printer")
      return (
        choice, PaperOrder(form, to: self.form.value("place") == "printer" ? .printer(printer) : .paperFile(name))
      )
    }
  }

  private var wanted: [PaperChoice] {
    if isBatch { return choices.filter { !done.contains($0.subject) } }
    let place = form.value("what").flatMap { Int($0) } ?? 0
    return choices.indices.contains(place) ? [choices[place]] : Array(choices.prefix(1))
  }
}
