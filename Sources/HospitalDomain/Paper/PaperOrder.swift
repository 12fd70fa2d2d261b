/// Which document is wanted.
package enum PaperSubject: Hashable, Sendable {
  case invoice(ListedInvoice.ID)
  /// A payment or a deposit.
  case receipt(Identifier<Receipt>)
  case creditNote(Identifier<CreditNote>)
  case dischargeSummary(AdmissionID)
  /// The labels of what was dispensed of a prescription, by its identifier.
  case label(String)
  /// What the patient is told of it.
  case leaflet(String)
}

/// A document that can be printed, as a list of them offers it.
package struct PaperChoice: Hashable, Sendable {
  package let subject: PaperSubject
  /// What it is: `Receipt INV-2026-0417/2 of 2026/11/21, 50.00`.
  package let title: String
  /// The number that names its file.
  package let number: String

  package init(_ subject: PaperSubject, title: String, number: String) {
    self.subject = subject
    self.title = title
    self.number = number
  }

  /// The name of its file without its ending: letters, digits, points, hyphens.
  package var fileName: String { Self.fileName(number) }

  /// A number as the name of a file.
  package static func fileName(_ number: String) -> String {
    String(number.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") ? $0 : "-" })
  }
}

/// The two forms of a document. The raw value is the ending of its file.
package enum PaperForm: String, CaseIterable, Hashable, Sendable {
  case pdf
  case text = "txt"

  /// The word for the screen.
  package var title: String { self == .pdf ? "PDF" : "text" }
}

/// Where a document goes.
package enum PaperPlace: Hashable, Sendable {
  /// A file by its name in the hospital's folder for papers; without a folder or an ending.
  case paperFile(String)
  /// A file at any path of the host, for who works at the host's own command line.
  case hostFile(String)
  /// The standard output of a command.
  case standardOutput
  /// A printer by its name; empty for the host's usual one.
  case printer(String)
}

/// How a document is to be printed.
package struct PaperOrder: Hashable, Sendable {
  package var form: PaperForm
  package var place: PaperPlace
  /// Whether a file that is there already is replaced.
  package var replaces: Bool

  package init(_ form: PaperForm, to place: PaperPlace, replaces: Bool = false) {
    self.form = form
    self.place = place
    self.replaces = replaces
  }

  /// What the audit trail keeps of it.
  package var words: String {
    switch place {
    case .paperFile(let name): "\(form.title) to the file \(name).\(form.rawValue)"
    case .hostFile(let path): "\(form.title) to the file \(path)"
    case .standardOutput: "\(form.title) to standard output"
    case .printer(let name): "\(form.title) to \(name.isEmpty ? "the usual printer" : "the printer \(name)")"
    }
  }
}

/// Names of files and printers as they are typed.
package enum PaperName {
  /// The name of a file in the folder for papers, without its ending: it can lead nowhere else.
  package static func file(_ typed: String) throws(Misentry) -> String {
    var name = try SafeText.requiredLine(typed, limit: 80, hint: "type a name for the file")
    for form in PaperForm.allCases where name.lowercased().hasSuffix("." + form.rawValue) {
      name = String(name.dropLast(form.rawValue.count + 1))
    }
    guard !name.isEmpty, name.first != ".", !name.contains("/") else {
      throw Misentry("a plain name, without / and not beginning with a point")
    }
    return name
  }

  /// The name of a printer, as CUPS has them; empty for the usual one.
  package static func printer(_ typed: String) throws(Misentry) -> String {
    let name = typed.trimmed
    guard name.utf8.count <= 127, name.first != "-",
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-.@".contains($0)) })
    else { throw Misentry("letters, digits and _ - . @ only, as lpstat -e lists printers") }
    return name
  }
}
