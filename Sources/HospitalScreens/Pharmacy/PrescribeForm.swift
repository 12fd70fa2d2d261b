import HospitalDomain
import HospitalServices

/// A prescription while it is filled in (M2): up to ten medications, where it goes, and what speaks against it (M3).
///
/// What speaks against it is looked up after a pause and again before saving, never at a key.
package struct PrescribeForm: EditedForm {
  /// What is filled in.
  package var form: Form
  /// Who it is for.
  package let banner: PatientBanner
  /// What speaks against it, as it was looked up last.
  package private(set) var report = CheckReport()
  /// What its drafts are kept under.
  package let name: FormName
  /// What they are about.
  package let subject: String
  let desk: PrescribingDesk
  private let patient: PatientID
  private let changed: PrescriptionDetail?
  let session: Session
  package var otherEdition: OtherEdition<PrescribeForm>?
  /// Opens it again over the prescription that took the place of the one that is changed.
  private let again: @Sendable (String) throws -> PrescribeForm
  /// What was worked out and filled in, by field: it follows the dose as long as it stands there.
  var proposals: [FormField.ID: String] = [:]
  /// The medications that were looked up, by identifier.
  var known: [String: ListedMedication] = [:]
  private var checked: Question?
  /// Whether every medication that was typed was understood at the last look-up.
  private var isAllRead = false
  /// Whether something was typed since the last look-up.
  var isTypedSince = false

  /// What a look-up was about: nothing is looked up twice.
  private struct Question: Hashable {
    let items: [ItemToCheck]
    let statement: PatientStatement
  }

  /// An empty prescription for the patient of a record, or a prescription to be changed. Throws where this person may not.
  package init(
    for record: PatientRecord, banner: PatientBanner, changing changed: PrescriptionDetail? = nil, at desk: Desk
  ) throws {
    guard let session = desk.session else { throw Refusal.noSuchPatient }
    try self.init(for: record, banner: banner, changing: changed, by: session)
  }

  private init(
    for record: PatientRecord, banner: PatientBanner, changing changed: PrescriptionDetail?, by session: Session
  )
    throws
  {
    self.session = session
    self.banner = banner
    self.changed = changed
    patient = record.id
    again = { try PrescribeForm(for: record, banner: banner, changing: .newest(of: $0, by: session), by: session) }
    name = changed == nil ? .prescription : .changedPrescription
    subject = record.id.text + (changed.map { "/\($0.prescription.id)" } ?? "")
    let service = PrescribingService(session)
    let facts = try service.desk(for: record.id)
    self.desk = facts
    let medications = FieldLookup(noun: "medication") { typed in
      ((try? service.medications(like: typed)) ?? []).map { FieldChoice(medication: $0) }
    }
    form = Form(
      id: "prescription",
      title: changed.map { "Change Rx \($0.prescription.number)" } ?? "Prescribe",
      pages: Self.pages(
        PrescribeFields(medications: medications, desk: facts, changed: changed, clock: session.moment.local)),
      moment: session.moment, keepsToPage: true)
    for (number, item) in (changed?.items ?? []).enumerated() {
      guard let item, let medication = changed?.medications[number] else { continue }
      put(item, medication, at: number + 1)
    }
    askForTheRest()
    if changed != nil { form.opens() }
  }

  private static func pages(_ fields: PrescribeFields) -> [[FormSection]] {
    let items = (1...PrescribingRule.mostItems).map { FormSection("MEDICATION \($0)", rows: fields.item($0)) }
    return [[items[0], items[1], FormSection("PRESCRIPTION", rows: fields.head)]]
      + stride(from: 2, to: items.count, by: 3).map { Array(items[$0..<min($0 + 3, items.count)]) }
  }

  /// Goes on with what was typed before and not finished.
  package mutating func goOn(with draft: Draft) {
    form.goOn(with: draft)
    for number in 1...PrescribingRule.mostItems { recognise(number) }
    edited()
  }

  // MARK: While it is typed

  /// Looks up what speaks against what is typed so far; false when that is known already.
  @discardableResult
  package mutating func check() -> Bool {
    let items = (1...PrescribingRule.mostItems).compactMap { itemToCheck($0) }
    isAllRead = items.count == (1...PrescribingRule.mostItems).count { !form.text("medication\($0)").isEmpty }
    let question = Question(items: items, statement: statement)
    isTypedSince = false
    guard question != checked else { return false }
    do {
      report = try PrescribingService(session).check(
        items, for: patient, in: desk.admission, saying: statement, besides: changed?.prescription.id)
      checked = question
    } catch {
      checked = nil
      form.show(error)
    }
    return true
  }

  /// That nothing speaks against it, as a word and a sentence, where all of it was looked at and nothing was found; nil where
  /// something was. What is shown once in a stay is not shown again, so there it is not the whole truth.
  package var clearance: (word: String, text: String)? {
    guard isAllRead, let checked, !checked.items.isEmpty, report.isClear, report.shown.isEmpty else { return nil }
    if isTypedSince { return ("checking", "what was typed last") }
    return ("checked", CheckReport.clear + (desk.admission == nil ? "" : " that was not shown in this stay"))
  }

  /// That it is not for a patient of the ward, where they were one and have left; nil for everybody else.
  package var leftNote: String? {
    guard desk.admission == nil, let left = desk.dischargedAt else { return nil }
    return "Discharged on \(session.moment.local.date(of: left)), in no room: for an outpatient."
  }

  /// What the quantity comes to where somebody typed another, as sentences.
  package var quantityNotes: [String] {
    (1...PrescribingRule.mostItems).compactMap { number in
      guard let id = form.value("medication\(number)"), let medication = known[id], let dosage = dosage(number),
        let worked = dosage.quantity(strength: Strength(medication.strength)),
        let typed = form.value("quantity\(number)").flatMap({ Int($0) }), typed != worked
      else { return nil }
      return "\(medication.words): the dose comes to \(worked), and \(typed) is typed."
    }
  }

  func dosage(_ number: Int) -> Dosage? {
    form.value("days\(number)").flatMap { Int($0) }.flatMap { dosage(number, days: $0) }
  }

  private func dosage(_ number: Int, days: Int) -> Dosage? {
    guard let amount = amount(number), let frequency = frequency(number), let route = route(number) else { return nil }
    return Dosage(amount: amount, route: route, frequency: frequency, days: days)
  }

  /// An item as far as it is typed. A dose is checked before somebody says for how many days.
  private func itemToCheck(_ number: Int) -> ItemToCheck? {
    form.value("medication\(number)").map { medication in
      var missing: [DosagePart] = []
      if amount(number) == nil { missing.append(.amount) }
      if frequency(number) == nil { missing.append(.frequency) }
      if route(number) == nil { missing.append(.route) }
      return ItemToCheck(
        medication: MedicationID(medication), dosage: dosage(number) ?? dosage(number, days: 1), missing: missing)
    }
  }

  private func amount(_ number: Int) -> DoseAmount? { try? DoseAmount(entry: form.text("dose\(number)")) }

  private func frequency(_ number: Int) -> DoseFrequency? {
    try? DoseFrequency(entry: form.value("frequency\(number)") ?? "")
  }

  private func route(_ number: Int) -> AdministrationRoute? {
    AdministrationRoute.allCases.first { $0.short == form.value("route\(number)") }
  }

  private var statement: PatientStatement {
    PatientStatement(
      weight: form.value("weight").flatMap { PrescribeFields.grams($0) },
      isPregnant: form.value("pregnant").flatMap { ["yes": true, "no": false][$0] })
  }

  mutating func put(_ item: PrescriptionOrder.Item, _ medication: ListedMedication, at number: Int) {
    let dosage = item.dosage
    known[medication.id.text] = medication
    form.choose(FieldChoice(medication: medication), for: "medication\(number)")
    for (field, text) in [
      ("dose", dosage.amount.description), ("route", dosage.route.title), ("frequency", dosage.frequency.description),
      ("days", "\(dosage.days)"), ("quantity", "\(item.quantity)"), ("refills", "\(item.refills)"),
    ] { form.fill("\(field)\(number)", with: text) }
    recognise(number)
  }

  // MARK: Saving

  /// Writes the prescription; nil when the form says why not, or a second person has to sign first.
  ///
  /// - Parameter signature: the second person's; nil for none.
  package mutating func save(signed signature: SecondSignature? = nil) -> Saved? {
    do {
      return .done(
        RecordChange(
          try PrescribingService(session).prescribe(
            order(), because: form.text("reason"), signed: signature, having: Set(report.findings.map(\.asRead)))))
    } catch let refusal as Refusal where refusal.code == Refusal.signatureCode {
      lookUpAgain()
      return .signatureNeeded(SignatureForm(for: signing, about: banner, at: session.moment))
    } catch let refusal as Refusal where refusal.code == Refusal.unreadCode && signature != nil {
      lookUpAgain()
      let box = SignatureForm(for: signing, about: banner, at: session.moment)
      return .signatureNeeded(signature.map { box.refusing($0, because: refusal, at: session.moment) } ?? box)
    } catch let refusal as Refusal where signature != nil && SignatureFields.names.contains(refusal.field ?? "") {
      return .signatureRefused(refusal)
    } catch {
      lookUpAgain()
      form.show(error)
      if error as? Refusal == .changedMeanwhile { lookAgain() }
      return nil
    }
  }

  /// Looks up what speaks against it now: others may have prescribed since.
  private mutating func lookUpAgain() {
    checked = nil
    check()
  }

  /// Somebody else changed the prescription while it was changed here: shows what stands now beside what was typed.
  private mutating func lookAgain() {
    guard let changed, let found = try? again(changed.prescription.id), let newest = found.changed else { return }
    guard newest.prescription.id != changed.prescription.id, let written = newest.states.first else { return }
    meet(found, changedBy: written.recorded, because: "")
  }

  /// What a second person reads before they sign: what for, why it is given, who prescribes it, and what else is serious.
  private var signing: [DetailLine] {
    let besides = report.findings.filter { $0.level.needsReason && !$0.level.needsSignature }
    return SignatureReading.lines(report) + [
      DetailLine("Reason", form.text("reason")), DetailLine("Prescriber", session.account.fullName),
    ] + besides.map { DetailLine("Besides", "\($0.level.rawValue): \($0.sentence)", .waiting) }
  }

  package mutating func settled() {
    edited()
    check()
  }

  /// What saving came to.
  package enum Saved {
    case done(RecordChange)
    /// A second person has to sign, in this box.
    case signatureNeeded(SignatureForm)
    /// Who signed may not, or did not prove themselves: they are asked again, in the box where their password is hidden.
    case signatureRefused(Refusal)
  }

  private func order() throws -> PrescriptionOrder {
    PrescriptionOrder(
      patient: patient, admission: desk.admission, pharmacy: PharmacyID(form.value("pharmacy") ?? ""),
      priority: form.value("priority").flatMap(PrescriptionPriority.init) ?? .routine, note: form.text("note"),
      items: try items(), statement: statement, changes: changed?.prescription.id)
  }

  func items() throws -> [PrescriptionOrder.Item] {
    try (1...PrescribingRule.mostItems).compactMap { number in
      guard let medication = form.value("medication\(number)") else { return nil }
      guard let dosage = dosage(number) else {
        throw InvalidEntry(problems: [
          FieldProblem(field: "dose\(number)", sentence: "type dose, route, how often and days")
        ])
      }
      return PrescriptionOrder.Item(
        medication: MedicationID(medication), dosage: dosage,
        quantity: form.value("quantity\(number)").flatMap { Int($0) } ?? 0,
        refills: form.value("refills\(number)").flatMap { Int($0) } ?? 0)
    }
  }
}

extension PrescriptionDetail {
  /// The prescription that stands now where one was changed, perhaps more than once.
  fileprivate static func newest(of id: String, by session: Session) throws -> PrescriptionDetail {
    let detail = try PrescribingService(session).detail(of: id)
    guard let next = detail.relatives.first(where: { !$0.isPrior && !$0.isRenewal }) else { return detail }
    return try newest(of: next.id, by: session)
  }
}

extension FieldChoice {
  /// A medication as the prescriber's list names it.
  init(medication: ListedMedication) {
    self.init(medication.words, value: medication.id.text, detail: medication.isControlled ? "controlled" : "")
  }
}
