import HospitalDomain
import HospitalServices

/// One prescription of a record that is open (P5), and what can be done to it (M2).
package struct PrescriptionScreen {
  /// The prescription as it was read last.
  package private(set) var detail: PrescriptionDetail
  private var patient: PatientRecordScreen
  private let desk: Desk
  private let session: Session

  /// Reads a prescription. Throws where this person may not.
  package init(_ id: String, of patient: PatientRecordScreen, at desk: Desk) throws {
    guard let session = desk.session else { throw Refusal.noSuchPrescription }
    detail = try PrescribingService(session).detail(of: id)
    self.patient = patient
    self.desk = desk
    self.session = session
  }

  /// Another prescription of the same record.
  package func opening(_ id: String) throws -> PrescriptionScreen {
    try PrescriptionScreen(id, of: patient, at: desk)
  }

  /// Who it is for.
  package var banner: PatientBanner { patient.banner }

  private var record: PatientRecord { patient.record }

  /// Follows the record again; whether another was followed since it was read, so that this may be out of date.
  package func follow() -> Bool { patient.follow() }

  /// When it has to leave the screen with the record; nil for never.
  package var closesAt: Timestamp? { patient.closesAt }

  /// Reads it again, and who it is for. Throws a `Fault`.
  package mutating func refresh() throws {
    try patient.lookAgain()
    guard !patient.isWithdrawn else { return }
    detail = try PrescribingService(session).detail(of: detail.prescription.id)
  }

  /// What a draft about it belongs to.
  package var draftSubject: String { "\(record.id)/\(detail.prescription.id)" }

  private var clock: LocalTime { session.workplace.localTime }

  // MARK: What it shows

  /// The prescription in sections.
  package var sections: [RecordSection] {
    [head, items, findings, overrides, states, relatives].compactMap(\.self)
  }

  private var head: RecordSection {
    let rx = detail.prescription
    let now: RecordLine.Weight = rx.isTaken ? .plain : .faint
    var lines = [
      RecordLine("State", "\(rx.statusTitle), \(rx.priority)", now),
      RecordLine("Written", "\(clock.text(rx.writtenAt)) by \(rx.doctor.listed)"),
      RecordLine("Pharmacy", rx.pharmacy),
    ]
    if !rx.note.isEmpty { lines.append(RecordLine("Note", rx.note)) }
    // Of what was stopped or struck out nothing is renewed.
    if rx.goesOn || rx.status == "completed" {
      lines.append(RecordLine("Refills", Listing.count(detail.refillsLeft, "refill") + " left"))
    }
    return RecordSection("PRESCRIPTION", lines)
  }

  private var items: RecordSection {
    RecordSection(
      "MEDICATIONS",
      detail.prescription.items.enumerated().flatMap { place, item in
        [
          RecordLine("\(place + 1)", item.medication),
          RecordLine(
            "",
            "  \(item.dose) \(item.route), \(item.frequency), \(Listing.count(item.days, "day")); "
              + "quantity \(item.quantity), \(Listing.count(item.refills, "refill"))"),
        ]
      })
  }

  private var findings: RecordSection? {
    guard let report = detail.report else { return nil }
    let lines = report.findings.map { finding in
      RecordLine(
        finding.level.rawValue, finding.sentence, finding.level.needsReason ? .alert : .plain,
        detail: ["\(finding.level.rawValue), \(finding.kind.title)", finding.sentence])
    }
    return RecordSection(
      "WHAT SPEAKS AGAINST IT NOW", lines + report.gaps.map { RecordLine("not checked", $0.reason, .alert) },
      none: CheckReport.clear)
  }

  private var overrides: RecordSection? {
    guard !detail.overrides.isEmpty else { return nil }
    return RecordSection(
      "PASSED",
      detail.overrides.map { passed in
        let signed = passed.signer.map { ["signed by \($0)"] } ?? []
        let title = passed.title(among: detail.report)
        return RecordLine(
          passed.level.rawValue, "\(title): \(passed.reason)",
          detail: [
            "\(passed.level.rawValue), \(passed.kind.title)", title,
            "because: \(passed.reason)", "passed \(clock.text(passed.recorded.at)) by \(passed.recorded.by)",
          ] + signed)
      })
  }

  private var states: RecordSection {
    RecordSection(
      "STATES",
      detail.states.map { state in
        let words = state.status == "entered-in-error" ? "struck out" : state.status
        let why = state.reason.isEmpty ? "" : ": \(state.reason)"
        return RecordLine(clock.text(state.recorded.at), "\(words), \(state.recorded.by)\(why)")
      })
  }

  private var relatives: RecordSection? {
    guard !detail.relatives.isEmpty else { return nil }
    return RecordSection(
      "BEFORE AND AFTER",
      detail.relatives.map { other in
        let words =
          switch (other.isPrior, other.isRenewal) {
          case (true, true): "this renews it"
          case (true, false): "this is a changed version of it"
          case (false, true): "a renewal of this"
          case (false, false): "a changed version of this"
          }
        return RecordLine("Rx \(other.number)", words, subject: .entry(.prescription(other.id)))
      })
  }

  // MARK: What can be done

  /// Why it can not be stopped; nil when it can.
  package var stopRefusal: String? { refusal { try PrescribingRule.checkStop(detail.prescription) } }

  /// Why it can not be changed; nil when it can.
  package var changeRefusal: String? { stopRefusal }

  /// Whether a changed version of it took its place.
  package var isChanged: Bool { detail.relatives.contains { !$0.isPrior && !$0.isRenewal } }

  /// Why it can not be renewed; nil when it can.
  package var renewRefusal: String? {
    refusal { try PrescribingRule.checkRenewal(detail.prescription, renewals: detail.renewals) }
  }

  private func refusal(_ rule: () throws -> Void) -> String? {
    if let refusal = session.refusal(of: .prescribe) { return refusal.sentence }
    if let merge = record.mergedAway {
      return "This record was merged into \(merge.survivor.number); open that one to change anything."
    }
    do {
      try rule()
      return nil
    } catch { return (error as? Refusal)?.sentence }
  }

  /// Whom stopping touches and what follows.
  package var stopLines: [String] { lines + ["", "Nothing more is handed over on it. It stays readable."] }

  /// Whom renewing touches and what follows.
  package var renewLines: [String] {
    lines
      + (detail.prescription.lastsUntil.map { ["", "What was handed over lasts until \($0)."] } ?? []) + [
        "", "A new prescription is written; \(Listing.count(max(0, detail.refillsLeft - 1), "refill")) left then.",
      ]
  }

  private var lines: [String] {
    ["\(banner.name)  born \(banner.bornAlone)  \(banner.number)", "Rx \(detail.prescription.number)"]
      + detail.prescription.items.map { "\($0.medication), \($0.dose), \($0.frequency)" }
  }

  /// Stops it.
  package mutating func stop(because reason: String) throws -> RecordChange {
    let act = try PrescribingService(session).stop(detail.prescription.id, because: reason)
    try refresh()
    return RecordChange(act)
  }

  /// Renews it.
  package mutating func renew(because reason: String) throws -> RecordChange {
    let act = try PrescribingService(session).renew(detail.prescription.id, because: reason)
    try refresh()
    return RecordChange(act)
  }

  /// The form of a changed version of it.
  package func changing() throws -> PrescribeForm {
    try PrescribeForm(for: record, banner: banner, changing: detail, at: desk)
  }
}
