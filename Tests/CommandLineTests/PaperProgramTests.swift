import BuiltProgramSupport
import Testing

/// `hms-paper` (I5): one PDF from JSON, with every script shaped, on pages of A4. Read back by poppler.
@Suite struct PaperProgramTests {
  private let home: ProgramHome
  private let program = BuiltProgram.folder + "/hms-paper"

  init() throws {
    home = try ProgramHome()
  }

  /// Runs the program as a shell would, from a file to a file.
  private func make(_ job: String) throws -> (run: ProgramRun, path: String) {
    let (input, output) = (try home.write(job, to: "job.json"), home.path + "/out.pdf")
    let run = try ProgramRun(
      ["/bin/sh", "-c", "exec \"$0\" <\"$1\" >\"$2\"", program, input, output], environment: home.environment)
    return (run, output)
  }

  private func job(rows: [String], patient: String = "DUARTE", paragraph: String = "x", letterhead: String = "")
    -> String
  {
    let lines = rows.enumerated().map { #"["\#($0 + 1)", "\#($1)", "22.25"]"# }.joined(separator: ", ")
    return """
      {\(letterhead) "documents": [{
        "issuer": ["St Brigid General", "14 Quay Lane"], "title": "Invoice", "number": "INV-2026-0417",
        "imprint": "Printed 2026/11/21 14:02 by OKAFOR",
        "blocks": [
          {"notice": {"text": "CANCELLED"}},
          {"facts": {"items": [{"caption": "Patient", "value": "\(patient)"}]}},
          {"table": {"columns": [{"title": "No", "width": 3, "isFigure": true}, {"title": "Item", "isFigure": false},
            {"title": "Amount USD", "width": 12, "isFigure": true}], "rows": [\(lines)]}},
          {"sums": {"lines": [{"caption": "Total USD", "amount": "1,284.50", "isTotal": true}]}},
          {"heading": {"text": "Summary"}}, {"paragraph": {"text": "\(paragraph)"}}
        ]}]}
      """
  }

  @Test func everyPageHasTheHeadingsAndItsNumber() throws {
    let (run, path) = try make(job(rows: (1...120).map { "Blood count number \($0)" }))
    #expect(run.end == .exited(0), "\(run.errors)")
    let pdf = try PDFReading(path)
    #expect(pdf.pages.count > 2)
    for (place, page) in pdf.pages.enumerated() {
      #expect(page.contains("Page \(place + 1) of \(pdf.pages.count)"))
      #expect(page.contains("Invoice INV-2026-0417"))
      if page.contains("Blood count") { #expect(page.contains("Amount USD"), "page \(place + 1)") }
    }
    let text = pdf.pages.joined()
    for row in 1...120 { #expect(text.contains("Blood count number \(row) ") || text.contains("number \(row)\n")) }
    #expect(text.contains("1,284.50") && text.contains("CANCELLED") && text.contains("St Brigid General"))
  }

  @Test(
    "each script is shaped, embedded, and found again by who searches the file",
    arguments: [
      ("تحليل الدم الكامل", ["تحليل", "الدم", "الكامل"]), ("עברית בדיקת דם", ["עברית", "בדיקת"]),
      ("全血细胞计数", ["全血细胞计数"]), ("한국어 혈액검사", ["한국어", "혈액검사"]), ("血液検査ひらがな", ["血液検査ひらがな"]),
      ("पूर्ण रक्त", ["पू", "रक्त"]), ("ตรวจเลือด", ["ตรวจ"]), ("Ελληνικά, Кириллица", ["Ελληνικά", "Кириллица"]),
      ("Zażółć gęślą jaźń", ["Zażółć gęślą jaźń"]),
    ])
  func scripts(text: String, words: [String]) throws {
    let (run, path) = try make(job(rows: [text], patient: text, paragraph: text))
    #expect(run.end == .exited(0), "\(run.errors)")
    let pdf = try PDFReading(path)
    for word in words { #expect(pdf.pages[0].contains(word), "\(pdf.pages[0])") }
    #expect(pdf.missing.isEmpty && !pdf.embedded.isEmpty)
  }

  @Test(
    "no text breaks the page: long words, controls, marks, emptiness",
    arguments: [
      String(repeating: "Wolfeschlegelsteinhausenbergerdorff", count: 12), "a\\u0000b\\u001b[31mc\\u202Ed", "",
      "\\n\\n\\n", "👩‍👩‍👧 😀", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!", "<b>not bold</b> &amp; %s%n",
      String(repeating: "row\\n", count: 400),
    ])
  func hostile(text: String) throws {
    let (run, path) = try make(job(rows: [text, "after"], patient: text, paragraph: text))
    #expect(run.end == .exited(0), "\(run.errors)")
    let pdf = try PDFReading(path)
    #expect(pdf.pages.joined().contains("after") && pdf.pages.joined().contains("Page 1 of \(pdf.pages.count)"))
    #expect(!pdf.pages.joined().unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\u{0C}" })
  }

  @Test func aLetterheadTakesThePlaceOfTheIssuer() throws {
    let lines = #""letterhead": {"lines": {"text": ["Our own head", "Tax number 12/345"]}},"#
    let (_, path) = try make(job(rows: ["x"], letterhead: lines))
    let page = try PDFReading(path).pages[0]
    #expect(page.contains("Our own head") && page.contains("Tax number 12/345") && !page.contains("St Brigid"))
  }

  @Test(arguments: ["/nowhere/x.png", "/etc/passwd", "/"])
  func aLetterheadThatIsNoPictureIsOneSentence(path: String) throws {
    let (run, _) = try make(job(rows: ["x"], letterhead: #""letterhead": {"picture": {"path": "\#(path)"}},"#))
    #expect(run.end == .exited(65))
    #expect(run.errors.hasPrefix("hms-paper: The letterhead \(path) is no PNG picture"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["", "x", "{}", #"{"documents": [{}]}"#])
  func whatIsNoDocumentIsOneSentence(job: String) throws {
    let (run, _) = try make(job)
    #expect(run.end == .exited(65))
    #expect(run.errors.hasPrefix("hms-paper: Standard input holds no document;"))
  }

  @Test func aFullDiskIsOneSentence() throws {
    let input = try home.write(job(rows: ["x"]), to: "job.json")
    let run = try ProgramRun(
      ["/bin/sh", "-c", "exec \"$0\" <\"$1\" >/dev/full", program, input], environment: home.environment)
    #expect(run.end == .exited(74))
    #expect(run.errors.hasPrefix("hms-paper: The PDF could not be written (No space left on device);"))
  }
}
