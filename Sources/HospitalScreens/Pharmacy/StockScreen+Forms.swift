import HospitalDomain
import HospitalServices

/// The forms over the list of stock.
extension StockScreen {
  /// The form of a name about a line; nil where there is none.
  package func form(_ name: FormName, of line: StockLine?) -> ActForm? {
    if name == .stockReceipt { return receiptForm(line) }
    guard let line else { return nil }
    if name == .stockMinimum { return minimumForm(line) }
    guard let lot = line.lot else { return nil }
    switch name {
    case .stockCount: return countForm(line, lot)
    case .stockWriteOff: return writeOffForm(line, lot)
    case .stockTransfer: return transferForm(line, lot)
    case .stockIssue: return issueForm(line, lot)
    case .stockShelf: return shelfForm(line, lot)
    default: return nil
    }
  }

  private func receiptForm(_ line: StockLine?) -> ActForm {
    let session = session
    let pharmacies = Self.pharmacies(session)
    let form = Form.single(
      "receipt", "Stock · goods in", heading: "GOODS WITHOUT AN ORDER",
      rows: [
        [
          .coded(
            "pharmacy", "Pharmacy", pharmacies, value: line?.pharmacy.text ?? pharmacies.first?.value ?? "", width: 34)
        ],
        [.item(session, chosen: line.map { ($0.item, $0.title) })],
        // No shelf is proposed: the item may be another than the one with the focus.
      ] + Self.goods(shelf: ""), moment: session.moment)
    return ActForm(.stockReceipt, subject: line?.id ?? "", form, doing: "Receive") { form in
      try StockService(session).receive(
        try form.quantity("quantity"), of: try form.item(), at: PharmacyID(form.value("pharmacy") ?? ""),
        lot: try form.lot(), expires: try form.expiry(session.workplace.today), shelf: try form.shelf())
    }
  }

  private func countForm(_ line: StockLine, _ lot: StockLot) -> ActForm {
    let session = session
    let form = form(
      "count", "count", line, lot,
      rows: [
        [.text("counted", "Counted", required: true, width: 8, limit: 10, hint: "how many are on the shelf")],
        [
          .text(
            "reason", "Reason", width: 46, limit: SafeText.lineLimit, hint: "where it differs",
            help: "Why the level was wrong. It is kept with your name.", reader: .line())
        ],
      ] + signature(of: line))
    return ActForm(
      .stockCount, subject: line.id, form, doing: "Count",
      asking: { form in
        guard let counted = try? form.count("counted"), StockRule.isDoubtful(count: counted, of: lot.quantity) else {
          return nil
        }
        return ActQuestion(
          "Counted right?",
          [
            line.title, "\(counted) counted of lot \(lot.number), \(lot.quantity) in the book",
            "The book follows the shelf: a wrong digit stands in it from then on.",
          ], keep: "Count again", act: "It is right")
      },
      again: again(.stockCount, line) { screen, _ in try screen.moved(lot) }
    ) { form in
      try StockService(session).count(
        try form.count("counted"), of: lot.id, seen: lot.quantity, because: form.text("reason"),
        signedBy: form.secondSignature)
    }
  }

  private func writeOffForm(_ line: StockLine, _ lot: StockLot) -> ActForm {
    let session = session
    let ways = [FieldChoice("write off", value: "off"), FieldChoice("back to the supplier", value: "back")]
    let isExpired = lot.isExpired(on: today)
    let form = form(
      "writeOff", "write off", line, lot,
      rows: [
        [.quantity(text: isExpired ? "\(lot.quantity)" : "")], [.coded("way", "Way", ways, value: "off")],
        [
          .text(
            "reason", "Reason", required: true, width: 46, limit: SafeText.lineLimit,
            hint: "broken, expired, recalled …",
            text: isExpired ? "expired" : "", reader: .line())
        ],
      ] + signature(of: line))
    return ActForm(.stockWriteOff, subject: line.id, form, doing: "Write off") { form in
      // What cannot be read is refused at once, and not after somebody has said yes to it.
      guard (try? form.quantity("quantity")) != nil else { return nil }
      return ActQuestion(
        form.value("way") == "back" ? "Send back?" : "Write off?",
        [line.title, "\(form.text("quantity")) of lot \(lot.number), \(lot.quantity) in stock", form.text("reason")],
        keep: "Keep", act: form.value("way") == "back" ? "Send back" : "Write off")
    } send: { form in
      try StockService(session).writeOff(
        try form.quantity("quantity"), of: lot.id, toSupplier: form.value("way") == "back",
        because: form.text("reason"), signedBy: form.secondSignature)
    }
  }

  private func transferForm(_ line: StockLine, _ lot: StockLot) -> ActForm {
    let session = session
    let others = Self.pharmacies(session).filter { $0.value != line.pharmacy.text }
    let form = form(
      "transfer", "send to another pharmacy", line, lot,
      rows: [
        [.quantity()],
        [.lookup("pharmacy", "To", FieldLookup(noun: "pharmacy", choices: others), required: true, width: 34)],
        [.text("shelf", "Shelf there", width: 10, limit: 40)],
      ])
    return ActForm(.stockTransfer, subject: line.id, form, doing: "Send on") { form in
      try StockService(session).transfer(
        try form.quantity("quantity"), of: lot.id, to: PharmacyID(form.value("pharmacy") ?? ""),
        shelf: try form.shelf())
    }
  }

  private func issueForm(_ line: StockLine, _ lot: StockLot) -> ActForm {
    let session = session
    let wards = ((try? StaffService(session).departments()) ?? []).map { FieldChoice($0.name, value: $0.name) }
    let form = form(
      "issue", "give to a ward", line, lot,
      rows: [
        [.quantity()],
        [
          .lookup(
            "ward", "Ward", FieldLookup(noun: "ward", allowsOtherText: true, choices: wards), required: true, width: 30,
            reader: .line())
        ],
      ])
    return ActForm(.stockIssue, subject: line.id, form, doing: "Issue") { form in
      try StockService(session).issue(
        try form.quantity("quantity"), of: lot.id, to: form.value("ward") ?? form.text("ward"))
    }
  }

  private func shelfForm(_ line: StockLine, _ lot: StockLot) -> ActForm {
    let session = session
    let form = form(
      "shelf", "another shelf", line, lot,
      rows: [[.text("shelf", "Shelf", required: true, width: 10, limit: 40, text: lot.shelf)]])
    return ActForm(
      .stockShelf, subject: line.id, form, doing: "Save",
      again: again(.stockShelf, line) { screen, _ in try screen.moved(lot) }
    ) { form in
      try StockService(session).shelve(lot.id, on: try form.shelf(), seen: lot.shelf)
    }
  }

  private func minimumForm(_ line: StockLine) -> ActForm {
    let session = session
    let form = Form.single(
      "minimum", "Stock · minimum", heading: "\(line.title) · \(line.pharmacyName)",
      rows: [
        [
          .text(
            "minimum", "Minimum", required: true, width: 8, limit: 10, hint: "at this level more is ordered",
            text: Self.minimum(of: line).map { "\($0)" } ?? "")
        ], [.whyChanged],
      ], moment: session.moment)
    return ActForm(
      .stockMinimum, subject: line.id, form, doing: "Save",
      again: again(.stockMinimum, line) { screen, now in try screen.setter(of: now) }
    ) { form in
      try StockService(session).setMinimum(
        try form.count("minimum"), of: line.item, at: line.pharmacy, seen: line.minimum, because: form.text("reason"))
    }
  }

  /// Opens a form again over the line as it stands now, with who changed it last.
  private func again(
    _ name: FormName, _ line: StockLine,
    _ change: @escaping @Sendable (StockScreen, StockLine) throws -> (recorded: Recorded, reason: String)?
  ) -> @Sendable () throws -> ActForm.Fresh {
    let session = session
    return {
      let screen = StockScreen(session)
      guard let now = screen.line(line.id), let form = screen.form(name, of: now) else { throw Refusal.noSuchLot }
      let changed = try change(screen, now)
      return ActForm.Fresh(
        form: form, changed: changed?.recorded ?? Recorded(by: "Somebody else", at: session.workplace.clock()),
        reason: changed?.reason ?? "")
    }
  }

  /// Who moved a lot last.
  private func moved(_ lot: StockLot) throws -> (recorded: Recorded, reason: String)? {
    try StockService(session).movements(of: lot.id).first.map { ($0.recorded, $0.reason) }
  }

  /// Who set the minimum of a line last.
  private func setter(of line: StockLine) throws -> (recorded: Recorded, reason: String)? {
    guard let id = line.minimumID else { return nil }
    let newest = try HistoryService(session).history(of: VersionedRecord(.stockMinimum, id.text)).versions.first
    return newest.map { ($0.recorded, $0.reason) }
  }

  private func form(_ id: String, _ act: String, _ line: StockLine, _ lot: StockLot, rows: [[FormField]]) -> Form {
    let expiry = lot.expires == StockLot.neverExpires ? "does not expire" : "expires \(lot.expires)"
    let heading = "\(line.title) · lot \(lot.number), \(expiry), \(lot.quantity) in stock"
    return Form.single(id, "Stock · \(act)", heading: heading, rows: rows, moment: session.moment)
  }

  /// Where a second person signs for a controlled drug; nothing for others.
  private func signature(of line: StockLine) -> [[FormField]] {
    line.isControlled ? SignatureFields.rows(required: true) : []
  }

  static func pharmacies(_ session: Session) -> [FieldChoice] {
    ((try? StockService(session).pharmacies()) ?? []).map { FieldChoice($0.name, value: $0.id.text) }
  }

  /// The fields of goods that come in.
  static func goods(quantity: String = "", shelf: String) -> [[FormField]] {
    [
      [
        .text(
          "lot", "Lot", required: true, width: 20, limit: 40, hint: "as printed on the pack",
          reader: .entry { text, _ in
            try StockEntry.lot(text)
          } value: {
            $0
          })
      ],
      [
        .text(
          "expires", "Expires", required: true, width: 12, limit: 20, hint: "2027/08, or a whole date",
          help: "The expiry on the pack. A month alone is its last day; none is for what does not expire.",
          reader: .entry { text, moment in
            try StockEntry.expiry(text, today: moment.today)
          } value: {
            "\($0)"
          } beside: {
            day, typed, _ in
            day == StockLot.neverExpires ? "= does not expire" : typed == "\(day)" ? nil : "= \(day)"
          })
      ],
      [.quantity(text: quantity)], [.text("shelf", "Shelf", width: 10, limit: 40, text: shelf)],
    ]
  }
}

extension FormField {
  /// How many are moved.
  static func quantity(text: String = "") -> FormField {
    .text("quantity", "Quantity", required: true, width: 8, limit: 10, text: text)
  }

  /// A medication or a supply, by any words of its title.
  static func item(_ session: Session, chosen: (id: StockItemID, title: String)? = nil) -> FormField {
    let lookup = FieldLookup(noun: "item") { typed in
      ((try? StockService(session).items(typed)) ?? []).map { FieldChoice($0.title, value: $0.id.coded) }
    }
    return .lookup(
      "item", "Item", lookup, required: true, width: 44, limit: 120, hint: "F4",
      chosen: chosen.map { FieldChoice($0.title, value: $0.id.coded) })
  }
}

extension StockItemID {
  /// The item as a choice of a form names it.
  fileprivate var coded: String {
    switch self {
    case .medication(let id): "medication/\(id)"
    case .supply(let id): "supply/\(id)"
    }
  }
}

extension Form {
  /// The quantity that was typed.
  func quantity(_ id: String) throws -> Int { try entry(id) { text throws(Misentry) in try StockEntry.quantity(text) } }

  /// What was counted.
  func count(_ id: String) throws -> Int { try entry(id) { text throws(Misentry) in try StockEntry.count(text) } }

  func lot() throws -> String { try entry("lot") { text throws(Misentry) in try StockEntry.lot(text) } }

  func shelf() throws -> String { try entry("shelf") { text throws(Misentry) in try StockEntry.shelf(text) } }

  func expiry(_ today: CalendarDate) throws -> CalendarDate {
    try entry("expires") { text throws(Misentry) in try StockEntry.expiry(text, today: today) }
  }

  /// The item that was chosen.
  func item() throws -> StockItemID {
    let parts = (value("item") ?? "").split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw Refusal.noSuchStock("item", field: "item") }
    return parts[0] == "supply" ? .supply(SupplyID(parts[1])) : .medication(MedicationID(parts[1]))
  }

  private func entry<Value>(_ id: String, _ read: (String) throws(Misentry) -> Value) throws -> Value {
    do throws(Misentry) { return try read(text(id)) } catch { throw InvalidEntry(problems: [error.at(id)]) }
  }
}
