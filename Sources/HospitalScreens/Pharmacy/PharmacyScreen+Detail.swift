import HospitalDomain
import HospitalServices

/// All that is known of the prescription with the focus.
extension PharmacyScreen {
  /// Whom a prescription is for, its items, who wrote it and where it goes. Allergies are read when it is first looked at.
  ///
  /// - Parameter isWhole: whether all that speaks against it is listed, and not only what is most serious.
  package mutating func detail(of queued: QueuedPrescription, isWhole: Bool = false) -> [DetailLine] {
    let patient = queued.patient
    let prescription = queued.prescription
    let clock = session.workplace.localTime
    let born = patient.birthDate.withAge(on: clock.date(of: now))
    let place = [queued.work.wardName, queued.work.room].filter { !$0.isEmpty }.joined(separator: "   ")
    let head = [
      DetailLine(
        "",
        "Rx \(prescription.number)  \(queued.priority.rawValue), in the queue for \(queued.wait(at: now).spoken)"
          + (place.isEmpty ? "" : "   \(place)"),
        .heading)
    ]
    return head + standing(of: queued) + [
      DetailLine("Patient", "\(session.listed(patient.name)), \(patient.sex.rawValue), \(born)   \(patient.number)"),
      allergyLine(of: patient),
    ] + prescription.items.flatMap(Self.words)
      + (prescription.note.isEmpty ? [] : [DetailLine("Note", prescription.note, queued.isOnHold ? .alert : .plain)])
      + workLines(of: queued, atMost: isWhole ? .max : 3) + [
        DetailLine("Prescriber", "\(prescription.doctor.listed), \(clock.text(prescription.writtenAt))"),
        DetailLine("Pharmacy", prescription.pharmacy),
      ]
  }

  /// What speaks against it, for whoever may read the record; and what is there of it and was dispensed, for those who work
  /// at the pharmacy.
  private mutating func workLines(of queued: QueuedPrescription, atMost most: Int) -> [DetailLine] {
    session.may(.workPrescriptions)
      ? preparationLines(of: queued, atMost: most) : checkLines(of: queued, atMost: most)
  }

  private mutating func preparationLines(of queued: QueuedPrescription, atMost most: Int) -> [DetailLine] {
    if preparations[queued.id] == nil { preparations[queued.id] = try? preparation(of: queued.id) }
    guard let known = preparations[queued.id] else { return [Self.unreadChecks] }
    // Where there is one item only, everybody knows which one is meant.
    func named(_ title: String) -> String { known.items.count > 1 ? "\(title): " : "" }
    let stock = known.items.filter { $0.owed > 0 }.map { item in
      let lot = item.lots.first.map {
        ", lot \($0.number) to \($0.expires)\($0.shelf.isEmpty ? "" : ", shelf \($0.shelf)")"
      }
      let warning = warning(of: item)
      return DetailLine(
        "Stock", "\(named(item.title))\(item.available) there, \(item.owed) owed\(lot ?? "")\(warning)",
        item.available < item.owed || !warning.isEmpty ? .waiting : .plain)
    }
    let dispensed = known.dispensed.map { lot in
      let people = [lot.by, lot.second].compactMap(\.self).joined(separator: " with ")
      return DetailLine(
        "Dispensed", "\(named(lot.title))\(lot.quantity) of lot \(lot.lotNumber), \(people) \(moment(lot.at))")
    }
    return Self.lines(known.checks, atMost: most) + stock + dispensed
  }

  /// The same of checks for those who do not work at the pharmacy; nothing of a record that has to be opened first.
  private mutating func checkLines(of queued: QueuedPrescription, atMost most: Int) -> [DetailLine] {
    guard session.may(.readPatient), !queued.patient.isWithheld else { return [] }
    if checks[queued.id] == nil { checks[queued.id] = try? PharmacyService(session).checks(of: queued.id) }
    return checks[queued.id].map { Self.lines($0, atMost: most) } ?? [Self.unreadChecks]
  }

  private static let unreadChecks = DetailLine("Checks", "cannot be read now; r reads again", .alert)

  private static func lines(_ known: PrescriptionChecks, atMost most: Int) -> [DetailLine] {
    (known.report.map { checkLines($0, atMost: most) } ?? []) + passedLines(known)
  }

  /// Who passed what speaks against it, and why.
  static func passedLines(_ known: PrescriptionChecks) -> [DetailLine] {
    known.passed.enumerated().map { place, passed in
      let signed = passed.signer.map { ", signed by \($0)" } ?? ""
      return DetailLine(
        place == 0 ? "Passed" : " ",
        "\(passed.title(among: known.report)), by \(passed.recorded.by)\(signed): \(passed.reason)", .waiting)
    }
  }

  /// What speaks against a prescription and what was not checked. That nothing does is said only where everything was.
  static func checkLines(_ report: CheckReport, atMost most: Int) -> [DetailLine] {
    if report.isClear { return [DetailLine("Checks", CheckReport.clear)] }
    let findings = report.findings.prefix(most).map {
      ("\($0.level.rawValue): \($0.sentence)", $0.level.needsReason ? DetailLine.Weight.alert : .plain)
    }
    let hidden = report.findings.count - findings.count
    let more = hidden > 0 ? [("and \(hidden) more; i shows all", DetailLine.Weight.alert)] : []
    return (findings + more + report.gaps.map { ($0.sentence, .waiting) }).enumerated().map { place, line in
      DetailLine(place == 0 ? "Checks" : " ", line.0, line.1)
    }
  }

  /// How it stands, by whom and since when; nothing for what waits and was never touched, as its row says that.
  private func standing(of queued: QueuedPrescription) -> [DetailLine] {
    let (work, clock) = (queued.work, session.workplace.localTime)
    let since = work.since.map { ", \(work.by) \(moment($0))" } ?? ""
    let claim = work.claim.flatMap { $0.isLive(at: now) ? $0 : nil }
    switch queued.state(at: now) {
    case .verifying, .preparing:
      let who = claim.map { $0.holder == session.account.id ? "you" : $0.name } ?? ""
      let until = claim.map { ", until \(clock.clock($0.until))" } ?? ""
      return [DetailLine("State", "\(queued.state(at: now).title) by \(who)\(until)", .waiting)]
    case .onHold:
      let by = work.held.map { ", \($0.by) \(moment($0.at))" } ?? ""
      return [DetailLine("State", "on hold\(by)" + (work.holdReason.isEmpty ? "" : ": \(work.holdReason)"), .alert)]
    case .declined:
      let reason = [work.decline?.title, work.words].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
      return [DetailLine("State", "declined\(since): \(reason)", .alert)]
    case .waiting where !work.words.isEmpty:
      return [DetailLine("State", "waiting again\(since): \(work.words)", .waiting)]
    case .waiting: return []
    case .withdrawn: return [DetailLine("State", queued.prescription.statusTitle, .alert)]
    case .verified, .partDispensed, .ready, .handedOver:
      // Nobody looks on the shelf for what has gone.
      let gone = work.stage == .partDispensed && !work.hasToCollect ? "; what was dispensed is handed over" : ""
      return [
        DetailLine(
          "State", queued.state(at: now).title + since + (work.words.isEmpty ? "" : ": \(work.words)") + gone)
      ]
    }
  }

  private func moment(_ time: Timestamp) -> String {
    let clock = session.workplace.localTime
    return clock.date(of: time) == clock.date(of: now) ? clock.clock(time) : clock.text(time)
  }

  /// The allergies of whom a prescription is for: a part of the record, so that looking at them is written down once.
  mutating func allergyLine(of patient: RoomBoardRow.PatientLine) -> DetailLine {
    if allergies[patient.id] == nil, !patient.isWithheld {
      allergies[patient.id] = try? PharmacyService(session).allergies(of: patient.id)
    }
    if patient.isWithheld { return DetailLine("Allergies", "open the record with a reason to see them", .alert) }
    guard let status = allergies[patient.id] else {
      return DetailLine("Allergies", "cannot be read now; r reads again", .alert)
    }
    return DetailLine(
      "Allergies", status.description, status == .noneKnown ? .plain : status == .unknown ? .waiting : .alert)
  }

  private static func words(_ item: PatientPrescription.Item) -> [DetailLine] {
    let refills = item.refills > 0 ? ", \(Listing.count(item.refills, "refill"))" : ""
    return [
      DetailLine("Medicine", "\(item.medication), quantity \(item.quantity)"),
      DetailLine(
        " ", "\(item.dose), \(item.route), \(item.frequency), \(Listing.count(item.days, "day"))\(refills)"),
    ]
  }
}
