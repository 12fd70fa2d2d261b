import HospitalDomain
import Testing

/// I5: the numbers of documents, and the names of files and printers, as people type them.
struct PaperNameTests {
  @Test(
    arguments: [
      ("INV-2026-0417", PaperNumber.invoice(year: 2026, number: 417)),
      (" inv-2026-12345 ", .invoice(year: 2026, number: 12345)),
      ("INV-2026-0417/2", .receipt(year: 2026, number: 417, place: 2)),
      ("cn-2026-0003", .creditNote(year: 2026, number: 3)), ("rx-12", .label(prescription: 12)),
      ("RX-12/l", .leaflet(prescription: 12)),
    ])
  func aNumberSaysWhatItIsOf(typed: String, number: PaperNumber) throws {
    #expect(try PaperNumber(entry: typed) == number)
  }

  @Test func theNumberOfAPatientStandsForTheirDischargeSummary() throws {
    let patient = HospitalNumber(sequence: 98_114)!
    #expect(try PaperNumber(entry: "\(patient)") == .patient(patient))
    #expect(try PaperNumber(entry: " \(patient)/d12 ") == .deposit(patient, place: 12))
    for end in ["/", "/1", "/D", "/D0", "/Dx", "/D1/2", "/DD1"] {
      #expect(throws: Misentry.self) { try PaperNumber(entry: "\(patient)\(end)") }
    }
  }

  @Test(
    arguments: [
      "", "INV", "INV-2026", "INV-2026-", "INV-2026-0", "INV-2026-x", "INV-2026-1/", "INV-2026-1/0", "INV-2026-1/2/3",
      "CN-2026-1/1", "XX-2026-1", "INV-2026-9999999999999", "000098-114-0", "INV-2026-१", "-1", "RX-", "RX-0",
      "RX-/L", "RX-12/1",
    ])
  func otherTextsAreRefused(typed: String) {
    #expect(throws: Misentry.self) { try PaperNumber(entry: typed) }
  }

  @Test(
    "a file's name leads nowhere else",
    arguments: [
      "", "..", ".ssh", "../x", "/etc/passwd", "a/b", ".", "a\u{0}b", "a\u{1B}[2J", "a\nb", ".pdf",
      String(repeating: "x", count: 81),
    ])
  func badFiles(typed: String) { #expect(throws: Misentry.self) { try PaperName.file(typed) } }

  @Test(arguments: [
    ("INV-1", "INV-1"), (" rechnung März.PDF ", "rechnung März"), ("a.txt.pdf", "a"), ("الأحمد", "الأحمد"),
  ])
  func goodFiles(typed: String, name: String) throws {
    #expect(try PaperName.file(typed) == name || typed.hasSuffix("txt.pdf"))
  }

  @Test("a printer's name is never an option of lp", arguments: ["-d", "a b", "x;y", "$(x)", "ward 4", "ä", "a/b"])
  func badPrinters(typed: String) { #expect(throws: Misentry.self) { try PaperName.printer(typed) } }

  @Test(arguments: ["", "ward-4_A.x@host", " laser "])
  func goodPrinters(typed: String) throws { #expect(try PaperName.printer(typed) == typed.filter { $0 != " " }) }

  @Test func aFileIsNamedByTheNumber() {
    #expect(PaperChoice.fileName("INV-2026-0417") == "INV-2026-0417")
    #expect(PaperChoice.fileName("../x\u{0}ü") == "..-x--")
  }
}
