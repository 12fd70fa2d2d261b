import HospitalDomain
import HospitalServices

/// The medications (M5). What is typed after `/` is looked for in the whole list by its index; the list shows the first of
/// what fits.
package struct MedicationsScreen: ManagedDirectory {
  package var rows = NarrowedList<MedicationRow> { row in
    "\(row.medication.title) \(row.medication.code) \(row.medication.atc)"
  } {
    didSet { if rows.filter != oldValue.filter { refresh() } }
  }
  package var problem: FormMessage?
  package let title = "Medications"
  package let noun = "medication"
  package let filterHint = "name, strength, code, ATC"
  private var isCut = false
  private let session: Session

  /// The medications as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package mutating func read() throws -> [MedicationRow] {
    let finds = try MedicationService(session).search(rows.filter)
    isCut = finds.isCut
    return finds.medications
  }

  package func history(of row: MedicationRow) -> VersionedRecord? { VersionedRecord(.medication, row.id.text) }

  package var summary: String {
    let count = rows.shown.count
    let what = count == 1 ? noun : "medications"
    return isCut ? "the first \(count) \(what); type / and more of the name" : "\(count) \(what)"
  }

  package var formName: FormName { .medication }

  /// The medication that a draft is about, wherever it stands in the list.
  package func row(of draft: Draft) -> MedicationRow? {
    try? MedicationService(session).medication(MedicationID(draft.subject))
  }

  package var manageRefusal: String? { session.refusal(of: .manageMedications)?.sentence }

  package func newForm() -> DirectoryForm {
    let session = session
    let form = Form.single(
      "medication", "Medications · new", heading: "NEW MEDICATION", rows: fields(nil), moment: session.moment)
    return DirectoryForm(.medication, form) { form in
      "\(try MedicationService(session).add(Self.entry(form)).title) is on the list."
    }
  }

  package func changeForm(of row: MedicationRow) -> DirectoryForm {
    let session = session
    let form = Form.single(
      "medication", "Medications · \(row.medication.name)", heading: row.medication.title,
      rows: fields(row) + [[.whyChanged]], moment: session.moment)
    return DirectoryForm(.medication, subject: row.id.text, form) { form in
      let entry = Self.entry(form)
      let changed = try MedicationService(session).change(row, to: entry, because: form.text("reason"))
      return "\(changed.title) is changed."
    }
  }

  package func ending(of row: MedicationRow) -> DirectoryEnding {
    DirectoryEnding(
      title: "Take \(row.medication.name) off the list?",
      lines: [
        row.medication.title, "It is not found, prescribed or ordered any more.",
        "Prescriptions and stock of it stay as they are.",
      ], act: "Off the list")
  }

  package func end(_ row: MedicationRow, because reason: String) throws -> String {
    try MedicationService(session).retire(row, because: reason)
    return "\(row.medication.title) is off the list."
  }

  package func detail(of row: MedicationRow) -> [DetailLine] {
    let medication = row.medication
    let clock = session.workplace.localTime
    let versions = (try? MedicationService(session).versions(of: row.id)) ?? []
    return [
      DetailLine("", medication.title, .heading),
      DetailLine("Code", medication.code + (medication.atc.isEmpty ? "" : "   ATC \(medication.atc)")),
      DetailLine("Route", medication.route?.rawValue ?? "not known"),
      DetailLine("Price", "USD \(Money(cents: medication.unitPrice)) for one"),
      DetailLine(
        "Controlled", medication.isControlled ? "yes: two people hand it out" : "no",
        medication.isControlled ? .alert : .plain),
      .blank, DetailLine("", "CATEGORIES", .heading),
    ] + (row.categories.isEmpty ? [DetailLine("", "none")] : row.categories.map { DetailLine($0.code, $0.name) })
      + [.blank, DetailLine("", "VERSIONS", .heading)]
      + versions.enumerated().flatMap { place, version in
        let before = versions.indices.contains(place + 1) ? versions[place + 1].medication : nil
        let changes = before.map { version.medication.changes(from: $0) } ?? []
        return [DetailLine("\(version.version)", "\(clock.text(version.recorded.at))  \(version.recorded.by)")]
          + (version.reason.isEmpty ? [] : [DetailLine("", version.reason)]) + changes.map { DetailLine("", $0) }
      }
  }

  // MARK: The form

  private func fields(_ row: MedicationRow?) -> [[FormField]] {
    let medication = row?.medication
    let routes = MedicationRoute.allCases.map { FieldChoice($0.rawValue, value: $0.rawValue) }
    let strength = FieldReader.entry { text, _ in
      try StrengthText.read(text)
    } value: {
      $0
    } beside: { read, typed, _ in
      read == typed ? nil : "= \(read)"
    }
    let name = FieldReader.entry { text, _ in
      TallMan.spelled(try SafeText.line(text))
    } value: {
      $0
    } beside: { spelled, typed, _ in
      spelled == typed ? nil : "= \(spelled)"
    }
    return [
      [
        .text(
          "code", "Code", required: true, width: 14, limit: 40, hint: "RxNorm, or your own",
          help: "The number that RxNorm gives it, such as 197805, or a code of the hospital's own.",
          text: medication?.code ?? "")
      ],
      [
        .text(
          "name", "Name", required: true, width: 34, limit: SafeText.lineLimit,
          help: "The name of the substance. Names that are mistaken for others get their Tall Man letters.",
          text: medication?.name ?? "", reader: name)
      ],
      [
        .text(
          "strength", "Strength", width: 20, limit: 60, hint: "with its unit: 400 mg",
          help: "How much is in one, with its unit: 400 mg, 1 g, 5 mg/ml. Empty where there is none.",
          text: medication?.strength ?? "", reader: strength)
      ],
      [
        .text(
          "form", "Form", required: true, width: 26, limit: 60, hint: "tablet, capsule, vial …",
          text: medication?.form ?? "", reader: .line(limit: 60))
      ],
      [
        .lookup(
          "route", "Route", FieldLookup(noun: "route", choices: routes), width: 14,
          chosen: routes.first { $0.value == medication?.route?.rawValue })
      ],
      [
        .text(
          "atc", "ATC code", width: 9, limit: 40, hint: "N02BE01, or its beginning",
          help: "The code of its class. It is in the categories of that class by itself.", text: medication?.atc ?? "",
          reader: .entry { text, _ in
            try ATCClass.read(text)
          } value: {
            $0
          })
      ],
      [
        .text(
          "price", "Price of one", required: true, width: 12, limit: 20, hint: "USD",
          text: medication.map { "\(Money(cents: $0.unitPrice))" } ?? "", reader: .money)
      ],
      [.yesNo("controlled", "Controlled", hint: "two people hand it out", isOn: medication?.isControlled ?? false)],
      [
        .text(
          "categories", "Categories", width: 40, limit: 400, hint: "commas; +new makes one",
          help: "Codes or names of categories besides those of the ATC code, with commas; +ward stock makes a new one.",
          text: row?.ownCategories ?? "", reader: .line(limit: 400))
      ],
    ]
  }

  private static func entry(_ form: Form) -> MedicationEntry {
    MedicationEntry([
      .code: form.text("code"), .name: form.text("name"), .strength: form.text("strength"), .form: form.text("form"),
      .route: form.value("route") ?? form.text("route"), .atc: form.text("atc"), .price: form.text("price"),
      .controlled: form.isOn("controlled") ? "yes" : "no", .categories: form.text("categories"),
    ])
  }
}

extension MedicationRow {
  /// The categories besides those of the ATC code, as they are typed.
  fileprivate var ownCategories: String {
    let classes = Set(ATCClass.classes(of: medication.atc))
    return categories.map(\.code).filter { !classes.contains($0) }.joined(separator: ", ")
  }
}

extension Medication {
  /// What is other than it was, in words.
  fileprivate func changes(from before: Medication) -> [String] {
    let pairs: [(String, String, String)] = [
      ("code", before.code, code), ("name", before.name, name), ("strength", before.strength, strength),
      ("form", before.form, form), ("route", before.route?.rawValue ?? "", route?.rawValue ?? ""),
      ("ATC", before.atc, atc),
      ("price", "\(Money(cents: before.unitPrice))", "\(Money(cents: unitPrice))"),
      ("controlled", before.isControlled ? "yes" : "no", isControlled ? "yes" : "no"),
    ]
    return pairs.filter { $0.1 != $0.2 }.map {
      "\($0.0): \($0.1.isEmpty ? "none" : $0.1) → \($0.2.isEmpty ? "none" : $0.2)"
    }
  }
}
