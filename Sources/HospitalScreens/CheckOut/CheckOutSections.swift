import HospitalDomain
import HospitalServices

/// The checklist of a check-out in words.
struct CheckOutSections {
  private let checkOut: CheckOut
  private let clock: LocalTime
  private let now: Timestamp
  private let mayRead: Bool

  init(_ checkOut: CheckOut, session: Session) {
    self.checkOut = checkOut
    clock = session.workplace.localTime
    now = session.workplace.clock()
    mayRead = session.refusal(of: .readPatient) == nil
  }

  var all: [RecordSection] {
    [steps, waitingOn] + [waived].compactMap(\.self) + [stay] + [summary].compactMap(\.self)
  }

  // MARK: Steps

  private var steps: RecordSection {
    RecordSection(
      "CHECK-OUT STEPS",
      CheckOutStep.allCases.enumerated().map { place, step in
        let stamp = checkOut.stamp(step)
        let mark = stamp == nil ? "[ ]" : "[x]"
        let title = step == .exit && checkOut.order?.isDeath == true ? "Taken from the room" : step.title
        return line(
          "\(mark) \(place + 1) \(title)", stamp.map { done($0) } ?? waiting(for: step),
          stamp == nil && step != checkOut.nextStep ? .faint : .plain, subject: .step(step))
      })
  }

  private func done(_ stamp: CheckOutStamp) -> String {
    let words = "\(stamp.by)  \(clock.text(stamp.at))"
    guard stamp.step == .order, let order = checkOut.order else { return words }
    return words + (order.isDeath ? "  died" : "  to: \(order.disposition.title)")
  }

  private func waiting(for step: CheckOutStep) -> String {
    switch step {
    case .order: return "\(step.owner)"
    case .exit:
      let room = checkOut.room?.roomNumber ?? ""
      return checkOut.leave.map { "on leave until \(clock.text($0.backAt)), keeps \(room)" }
        ?? "\(step.owner), then \(room) goes to housekeeping"
    case .close:
      let count = checkOut.openItems.count
      return count == 0 ? "\(step.owner), nothing is open" : "\(step.owner), \(Listing.count(count, "item")) open"
    }
  }

  // MARK: Items

  private var waitingOn: RecordSection {
    RecordSection(
      "WAITING ON", checkOut.openItems.map { item($0) }, none: "nothing: everything is settled or waived")
  }

  private var waived: RecordSection? {
    let items = checkOut.items.filter { !$0.isOpen }
    return items.isEmpty ? nil : RecordSection("WAIVED  \(items.count)", items.map { item($0) })
  }

  private func item(_ item: OpenItem) -> RecordLine {
    let since = "since \(time(item.since))"
    let words =
      item.waiver.map { "by \($0.by) \(time($0.at)): \($0.reason)" }
      ?? [item.owner, item.about, since].filter { !$0.isEmpty }.joined(separator: " · ")
    return line(
      item.isOpen ? "\(item.name.prefix(18)) (\(item.key))" : item.name, words, item.isOpen ? .waiting : .faint,
      detail: [item.name, item.about, "Waits for \(item.owner), \(since)"]
        + (item.waiver.map { ["", "Waived by \($0.by)", clock.text($0.at), $0.reason] } ?? ["", item.wayToSettle]),
      subject: .openItem(item))
  }

  private func time(_ moment: Timestamp) -> String {
    clock.date(of: moment) == clock.date(of: now) ? clock.clock(moment) : clock.date(of: moment).description
  }

  // MARK: Stay

  private var stay: RecordSection {
    let admission = checkOut.admission
    var lines = checkOut.stays.map { stay in
      line(
        "\(stay.roomNumber)",
        "\(clock.text(stay.startedAt)) to \(stay.endedAt.map { clock.text($0) } ?? "now")  \(stay.department)")
    }
    if let admitted = admission.admittedAt {
      let length = LengthOfStay(
        from: clock.date(of: admitted), to: clock.date(of: admission.dischargedAt ?? now))
      lines.append(line("Length", "\(length), \(admission.admissionClass.title), \(admission.status.title)"))
    }
    lines.append(line("Doctor", checkOut.doctor.listed))
    if mayRead { lines.append(line("Complaint", admission.complaint)) }
    if let leave = checkOut.leave {
      lines.append(line("On leave", "since \(time(leave.since)) until \(clock.text(leave.backAt)): \(leave.reason)"))
    }
    return RecordSection("STAY", lines)
  }

  private var summary: RecordSection? {
    guard mayRead, let order = checkOut.order else { return nil }
    let text = order.summary.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return RecordSection(
      "DISCHARGE SUMMARY",
      [line("Diagnosis", order.diagnosis)] + (order.diedAt.map { [line("Died", clock.text($0))] } ?? [])
        + text.enumerated().map { line($0.offset == 0 ? "Summary" : "", $0.element, detail: text) })
  }

  /// A line whose text stands in one column with the others.
  private func line(
    _ label: String, _ text: String, _ weight: RecordLine.Weight = .plain, detail: [String] = [],
    subject: RecordLine.Subject = .none
  ) -> RecordLine {
    let padding = String(repeating: " ", count: max(0, 22 - label.count))
    return RecordLine(
      label + padding, text, weight, detail: detail.isEmpty ? [label, text] : detail, subject: subject)
  }
}

extension OpenItem {
  /// The key that goes where it is settled: the pharmacy's tab, or the account of the stay.
  var key: String { kind == .prescription ? "6" : "i" }

  /// How it is settled, for who reads about it.
  var wayToSettle: String {
    switch kind {
    case .prescription: "Handed over or cancelled by the pharmacy (6), or waived with a reason (w)."
    case .charge: "Put on an invoice (5), or waived with a reason (w)."
    case .draftInvoice: "Issued or cancelled among the invoices (5), or waived with a reason (w)."
    case .unpaidInvoice: "Paid (5), or left on the account by a waiver with a reason (w)."
    }
  }
}
