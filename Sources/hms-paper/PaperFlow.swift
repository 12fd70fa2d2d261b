import CPangoCairo
import PaperKit

/// Places the blocks of one document from the top, and begins a page where the last one is full.
struct PaperFlow {
  private(set) var pages: [PaperPage] = [PaperPage()]
  private var y = PaperPage.margin
  /// Whether a heading was placed last: what it heads follows closely.
  private var isHeaded = false
  private let context: OpaquePointer

  /// An empty first page; text is set for a context of Cairo.
  init(on context: OpaquePointer) {
    self.context = context
  }

  private var left: Double { PaperPage.foot - 10 - y }
  private var isAtTop: Bool { y == PaperPage.margin }

  /// Begins a page unless so much room is left.
  private mutating func need(_ height: Double) {
    guard height > left, !isAtTop else { return }
    pages.append(PaperPage())
    y = PaperPage.margin
  }

  /// Leaves room before what follows; none at the top of a page.
  mutating func space(_ height: Double) { if !isAtTop { y += height } }

  private func words(
    _ text: String, _ look: PaperWords.Look = .plain, width: Double = PaperPage.room, isFigure: Bool = false,
    isCell: Bool = true, mostLines: Int? = nil
  ) -> PaperWords {
    PaperWords(
      text, look, width: width, isFigure: isFigure, isCell: isCell, mostLines: mostLines, on: context)
  }

  // MARK: Head

  /// The letterhead, or the issuer's lines; then the title with the number at the right.
  mutating func head(_ document: PaperDocument, under letterhead: PaperHead) {
    switch letterhead {
    case .picture(let picture):
      pages[pages.count - 1].place(.picture(picture, x: PaperPage.margin, y: y))
      y += picture.height
    case .lines(let lines):
      for (place, line) in lines.enumerated() { paragraph(line, place == 0 ? .strong : .plain, isCell: true) }
    }
    y += 6
    rule(weight: 1.2)
    y += 10
    let half = PaperPage.room / 2
    let (title, number) = (
      words(document.title, .title, width: half), words(document.number, .title, width: half, isFigure: true)
    )
    pages[pages.count - 1].place(title, x: PaperPage.margin, y: y)
    pages[pages.count - 1].place(number, x: PaperPage.margin + half, y: y)
    y += max(title.height, number.height) + 4
  }

  private mutating func rule(x: Double = PaperPage.margin, width: Double = PaperPage.room, weight: Double = 0.5) {
    pages[pages.count - 1].place(.rule(x: x, y: y, width: width, weight: weight))
  }

  // MARK: Blocks

  /// Places a block.
  mutating func place(_ block: PaperBlock) {
    space(isHeaded ? 1 : 10)
    if case .heading = block { isHeaded = true } else { isHeaded = false }
    switch block {
    case .facts(let items): facts(items)
    case .heading(let text):
      need(40)
      paragraph(text, .strong, isCell: false)
    case .paragraph(let text): paragraph(text, isCell: false)
    case .notice(let text):
      need(30)
      rule(weight: 1.2)
      y += 4
      paragraph(text, .strong, isCell: false)
      y += 4
      rule(weight: 1.2)
    case .table(let columns, let rows): table(columns, rows)
    case .sums(let sums): self.sums(sums)
    }
  }

  /// Text that goes on over as many pages as it needs.
  private mutating func paragraph(_ text: String, _ look: PaperWords.Look = .plain, isCell: Bool) {
    let words = words(text, look, isCell: isCell)
    for line in words.lines {
      need(line.height)
      pages[pages.count - 1].place(.line(line, of: words, x: PaperPage.margin, y: y))
      y += line.height
    }
  }

  private mutating func facts(_ items: [PaperFact]) {
    let captions = items.map { words($0.caption, .faint, width: PaperPage.room / 3) }
    let width = (captions.map(\.naturalWidth).max() ?? 0) + 14
    for (item, caption) in zip(items, captions) {
      row([(caption, 0), (words(item.value, width: PaperPage.room - width, mostLines: 40), width)], gap: 2)
    }
  }

  /// Texts beside each other, whole on one page.
  private mutating func row(_ cells: [(words: PaperWords, x: Double)], gap: Double) {
    let ascent = cells.compactMap(\.words.lines.first?.ascent).max() ?? 0
    let height = cells.map { ascent - ($0.words.lines.first?.ascent ?? 0) + $0.words.height }.max() ?? 0
    need(height)
    for cell in cells {
      // First lines share a baseline, whatever scripts they are in.
      let top = y + ascent - (cell.words.lines.first?.ascent ?? 0)
      pages[pages.count - 1].place(cell.words, x: PaperPage.margin + cell.x, y: top)
    }
    y += height + gap
  }

  private mutating func table(_ columns: [PaperColumn], _ rows: [[String]]) {
    let places = PaperColumns(columns, rows) { words($0, width: PaperPage.room, isFigure: true).naturalWidth }
    func cells(_ texts: [String], _ look: PaperWords.Look) -> [(words: PaperWords, x: Double)] {
      columns.indices.map { place in
        let text = texts.indices.contains(place) ? texts[place] : ""
        let cell = words(
          text, look, width: places.widths[place], isFigure: columns[place].isFigure, mostLines: 40)
        return (cell, places.starts[place])
      }
    }
    let heads = cells(columns.map(\.title), .small)
    func height(_ cells: [(words: PaperWords, x: Double)]) -> Double { cells.map(\.words.height).max() ?? 0 }
    func drawHead(_ flow: inout PaperFlow) {
      flow.row(heads, gap: 2)
      flow.rule(weight: 0.8)
      flow.y += 4
    }
    need(height(heads) + 40)
    drawHead(&self)
    for texts in rows {
      let row = cells(texts, .plain)
      let page = pages.count
      need(height(row) + 2)
      if pages.count > page { drawHead(&self) }
      self.row(row, gap: 3)
    }
    rule()
    y += 2
  }

  private mutating func sums(_ sums: [PaperSum]) {
    let widest = sums.map { words($0.amount, .strong, isFigure: true).naturalWidth }.max() ?? 0
    let (figure, caption) = (widest + 2, 250.0)
    let start = PaperPage.room - figure - caption - 8
    for sum in sums {
      let look: PaperWords.Look = sum.isTotal ? .strong : .plain
      let texts = [
        (words(sum.caption, look, width: caption, mostLines: 10), start),
        (words(sum.amount, look, width: figure, isFigure: true), PaperPage.room - figure),
      ]
      need(texts[0].0.height + 6)
      if sum.isTotal, sums.count > 1 {
        rule(x: PaperPage.margin + start, width: PaperPage.room - start)
        y += 2
      }
      row(texts.map { (words: $0.0, x: $0.1) }, gap: sum.isTotal ? 5 : 2)
    }
  }

  // MARK: Foot

  /// Writes at the foot of each page what it belongs to, and which it is.
  mutating func foot(_ document: PaperDocument) {
    let third = PaperPage.room / 3
    for page in pages.indices {
      pages[page].place(.rule(x: PaperPage.margin, y: PaperPage.foot, width: PaperPage.room, weight: 0.5))
      let texts = [
        words(document.imprint, .faint, width: third * 1.5 - 8, mostLines: 1),
        words("\(document.title) \(document.number)", .faint, width: third - 8, mostLines: 1),
        words("Page \(page + 1) of \(pages.count)", .faint, width: third / 2, isFigure: true),
      ]
      for (text, x) in zip(texts, [0, third * 1.5, third * 2.5]) {
        pages[page].place(text, x: PaperPage.margin + x, y: PaperPage.foot + 3)
      }
    }
  }
}

/// What stands at the head of the first page.
enum PaperHead {
  case lines([String])
  case picture(PaperPicture)
}
