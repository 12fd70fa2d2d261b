import HospitalDomain
import HospitalServices

/// The tax and what insurers pay (I1), for invoices that are drawn up from now on.
package struct RatesScreen: ManagedDirectory {
  /// The tax, or one insurer.
  package struct Row: Identifiable, Sendable {
    /// The insurer's name; nil for the tax.
    package let insurer: String?
    /// In hundredths of a percent.
    package let basisPoints: Int

    package var id: String { insurer ?? "" }
    /// `Tax`, or the insurer's name.
    package var title: String { insurer ?? "Tax" }
    /// `80 %`
    package var share: String { BillingRates.percent(basisPoints) }
  }

  package var rows = NarrowedList<Row> { $0.title }
  package var problem: FormMessage?
  package let title = "Rates"
  package let noun = "rate"
  package let filterHint = "insurer"
  private let session: Session

  /// The rates as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package func read() throws -> [Row] {
    let rates = try PriceService(session).rates()
    return [Row(insurer: nil, basisPoints: rates.tax)]
      + rates.insurers.sorted { $0.key < $1.key }.map { Row(insurer: $0.key, basisPoints: $0.value) }
  }

  package func history(of row: Row) -> VersionedRecord? { VersionedRecord(.rate, row.id) }

  package var formName: FormName { .rate }

  package func subject(of row: Row) -> String { "rate/\(row.id)" }

  package var manageRefusal: String? { session.refusal(of: .managePrices)?.sentence }

  package func newForm() -> DirectoryForm { form("Rates · new insurer", "WHAT AN INSURER PAYS", nil, isNew: true) }

  package func changeForm(of row: Row) -> DirectoryForm {
    form("Rates · \(row.title)", row.title.uppercased(), row, isNew: false)
  }

  package func endRefusal(of row: Row) -> String? { row.insurer == nil ? "The tax is set to 0 instead (e)." : nil }

  package func ending(of row: Row) -> DirectoryEnding {
    DirectoryEnding(
      title: "Nothing agreed with \(row.title)?",
      lines: ["New invoices are the patient's alone. Invoices that were drawn up stay as they are."], act: "End")
  }

  package func end(_ row: Row, because reason: String) throws -> String {
    try PriceService(session).set(0, for: row.insurer)
    return "\(row.title) pays nothing of new invoices."
  }

  private func form(_ title: String, _ heading: String, _ row: Row?, isNew: Bool) -> DirectoryForm {
    let session = session
    let name = FormField.text(
      "insurer", "Insurer", required: true, width: 30, limit: SafeText.nameLimit,
      help: "The name as it stands on the records of patients.", reader: .line(limit: SafeText.nameLimit))
    let share = FormField.text(
      "share", "Percent", required: true, width: 8, limit: 10, hint: "0 to 100",
      text: row.map { BillingRates.percent($0.basisPoints) } ?? "",
      reader: .entry { text, _ in try BillingRates.basisPoints(entry: text) })
    let form = Form.single(
      "rate", title, heading: heading, rows: (isNew ? [[name]] : []) + [[share]], moment: session.moment)
    return DirectoryForm(.rate, subject: isNew ? "" : "rate/\(row?.id ?? "")", form) { form in
      let share: Int
      do throws(Misentry) { share = try BillingRates.basisPoints(entry: form.text("share")) } catch {
        throw InvalidEntry(problems: [error.at("share")])
      }
      let insurer = isNew ? form.text("insurer") : row?.insurer
      try PriceService(session).set(share, for: insurer, over: isNew ? nil : row?.basisPoints)
      return insurer.map { "\($0) pays \(BillingRates.percent(share)) of new invoices." }
        ?? "The tax on new invoices is \(BillingRates.percent(share))."
    }
  }
}
