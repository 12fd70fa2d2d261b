import HospitalDomain
import HospitalServices

extension HomeSource {
  /// The most prescriptions that are shown of one kind.
  private static let mostShown = 6

  /// Prescriptions that the pharmacy sent back to the doctor who is signed in (M1). Nothing where none did.
  package static let declined = HomeSource { desk in
    guard let session = desk.session, desk.may(.answerPharmacy),
      let queued = try? PharmacyService(session).declinedForMe(limit: mostShown), !queued.isEmpty
    else { return nil }
    return HomeSection(
      "BACK FROM THE PHARMACY",
      lines: queued.map { one in
        let reason = [one.work.decline?.title, one.work.words].compactMap(\.self).joined(separator: ": ")
        return HomeLine(
          lead: "Rx \(one.prescription.number)", text: "\(session.listed(one.patient.name)) \(reason)", isLate: true,
          target: .prescription(one.id))
      }, empty: "")
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
      }, empty: "")
  }

  /// For those who nurse: what can be collected at the pharmacy for patients in the wards (M1). Nothing where nothing can.
  package static let toCollect = HomeSource { desk in
    guard let session = desk.session, desk.may(.recordExit),
      let queued = try? PharmacyService(session).toCollect(limit: mostShown), !queued.isEmpty
    else { return nil }
    return HomeSection(
      "READY AT THE PHARMACY",
      lines: queued.map { one in
        let part = one.work.stage == .partDispensed ? ", in part" : ""
        return HomeLine(
          lead: one.work.room,
          text:
            "\(session.listed(one.patient.name)) Rx \(one.prescription.number)\(part), \(one.prescription.pharmacy)",
          target: .prescription(one.id))
      }, empty: "")
  }
}
