import HospitalDomain
import HospitalServices

extension HomeSource {
  /// The most prescriptions that are shown of one kind; the heading counts all, and the rest is said to be there.
  private static let mostShown = 6

  /// Prescriptions that the pharmacy sent back to the doctor who is signed in (M1). Nothing where none did.
  package static let declined = HomeSource { desk in
    guard let session = desk.session, desk.may(.answerPharmacy),
      let queued = try? PharmacyService(session).declinedForMe(), !queued.isEmpty
    else { return nil }
    return HomeSection(
      "BACK FROM THE PHARMACY",
      lines: queued.prefix(mostShown).map { one in
        let reason = [one.work.decline?.title, one.work.words].compactMap(\.self).joined(separator: ": ")
        return HomeLine(
          lead: "Rx \(one.prescription.number)", text: "\(session.listed(one.patient.name)) · \(reason)", isLate: true,
          target: .prescription(one.id))
      }, empty: "", count: "\(queued.count)",
      note: rest(of: queued.count) + "Enter, then e changes it, w answers")
  }

  /// For those who work at the pharmacy: what cannot wait and is not verified (M1). Nothing where there is none.
  package static let pressing = HomeSource { desk in
    guard let session = desk.session, desk.may(.workPrescriptions),
      let pressing = try? PharmacyService(session).pressing(), !pressing.isEmpty
    else { return nil }
    return HomeSection(
      "CANNOT WAIT AT THE PHARMACY",
      lines: pressing.prefix(mostShown).map { one in
        HomeLine(
          lead: "Rx \(one.number)", text: "\(one.priority.rawValue)\(one.room.isEmpty ? "" : ", for \(one.room)")",
          isLate: one.priority == .stat, target: .prescription(one.id))
      }, empty: "", count: "\(pressing.count)" + (pressing.count < PharmacyService.mostPressing ? "" : " and more"),
      note: pressing.count > mostShown ? rest(of: pressing.count) + "6 shows all" : "")
  }

  /// For those who nurse: what can be collected at the pharmacy for patients in the wards, also where the rest of it is still
  /// to come (M1). Nothing where nothing can.
  package static let toCollect = HomeSource { desk in
    guard let session = desk.session, desk.may(.recordExit),
      let queued = try? PharmacyService(session).toCollect(), !queued.isEmpty
    else { return nil }
    let parts = queued.count { $0.work.stage == .partDispensed }
    return HomeSection(
      "TO COLLECT AT THE PHARMACY",
      lines: queued.prefix(mostShown).map { one in
        let part = one.work.stage == .partDispensed ? ", in part" : ""
        return HomeLine(
          lead: one.work.room,
          text:
            "\(session.listed(one.patient.name)) · Rx \(one.prescription.number)\(part), \(one.prescription.pharmacy)",
          target: .prescription(one.id))
      }, empty: "", count: "\(queued.count)" + (parts > 0 ? ", \(parts) in part" : ""),
      note: queued.count > mostShown ? rest(of: queued.count) + "6 shows all" : "")
  }

  /// For those who work at the pharmacy: what stands there prepared although its prescription goes no further, so that
  /// nobody looks for it in the queue (M4). Nothing where there is none.
  package static let toPutBack = HomeSource { desk in
    guard let session = desk.session, desk.may(.workPrescriptions),
      let queued = try? PharmacyService(session).toPutBack(), !queued.isEmpty
    else { return nil }
    return HomeSection(
      "TO PUT BACK ON THE SHELF",
      lines: queued.prefix(mostShown).map { one in
        HomeLine(
          lead: "Rx \(one.prescription.number)",
          text:
            "\(one.prescription.statusTitle), for \(session.listed(one.patient.name)), \(one.prescription.pharmacy)",
          isLate: true, target: .prescription(one.id))
      }, empty: "", count: "\(queued.count)", note: rest(of: queued.count) + "Enter, then b puts it back")
  }

  /// That there are more than the lines: `3 more; `. Empty where there are not.
  private static func rest(of count: Int) -> String { count > mostShown ? "\(count - mostShown) more; " : "" }
}
