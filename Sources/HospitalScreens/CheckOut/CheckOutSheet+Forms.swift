import HospitalDomain
import HospitalServices

extension CheckOutSheet {
  private var moment: FormMoment {
    FormMoment(now: session.workplace.clock(), local: session.workplace.localTime)
  }

  /// The discharge order: a new one, or a change of the one that stands.
  package func orderForm() -> ActForm {
    let (session, id, order, seen) = (session, checkOut.id, checkOut.order, checkOut.edition)
    let rows = orderRows(order) + (checkOut.stamp(.order) == nil ? [] : [[FormField.whyChanged]])
    let form = Form.single(
      "order", "Discharge order", heading: "DISCHARGE ORDER", rows: rows, moment: moment)
    return ActForm(
      .dischargeOrder, subject: id.text, form, doing: "Order", about: banner, goingOn: resuming,
      again: again { $0.orderForm() }
    ) { form in
      try CheckOutService(session).order(form.dischargeEntry, for: id, over: seen, because: form.text("reason"))
    }
  }

  /// All three steps in one act.
  package func atOnceForm() -> ActForm {
    let (session, id, seen) = (session, checkOut.id, checkOut.edition)
    let (name, room) = (name, checkOut.room?.roomNumber ?? "")
    let money = moneyLines(issuing: true)
    let why = FormField.text(
      "reason", "Reason", width: 46, limit: SafeText.lineLimit, hint: "where the order is changed",
      help: "A doctor has ordered the discharge already; what you change of the order is changed with this reason.",
      reader: .line())
    let isOrdered = checkOut.stamp(.order) != nil
    let ordering = isOrdered ? "Keeps the order as it reads here" : "Orders the discharge"
    let rows = orderRows(checkOut.order) + (isOrdered ? [[why]] : [])
    let form = Form.single(
      "atOnce", "Check-out at once", heading: "CHECK OUT AT ONCE", rows: rows, moment: moment)
    return ActForm(
      .atOnce, subject: id.text, form, doing: "Check out", about: banner,
      asking: { _ in
        ActQuestion(
          "Check out patient?",
          [
            "\(name) leaves \(room)", "",
            "\(ordering), sends \(room) to be cleaned and closes the account.",
          ] + money + [
            "A closed account is not opened again."
          ], typed: room, typedName: "the room number", keep: "Keep patient", act: "Check out")
      }, goingOn: resuming, again: again { $0.atOnceForm() }
    ) { form in
      try CheckOutService(session).checkOutAtOnce(form.dischargeEntry, of: id, over: seen, because: form.text("reason"))
    }
  }

  /// Goes on with a draft of the order; it says so where somebody wrote the order after the draft was kept.
  private var resuming: @Sendable (inout Form, Draft) -> Void {
    let seen = checkOut.edition
    return { form, draft in
      form.goOn(with: draft)
      guard let seen, seen.at > draft.savedAt else { return }
      form.say(.warning, "\(seen.by) wrote the order that stands after you typed this; Esc goes back to read it first.")
    }
  }

  /// Opens a form again over the order that somebody else wrote meanwhile.
  private func again(_ form: @escaping @Sendable (CheckOutSheet) -> ActForm) -> @Sendable () throws -> ActForm.Fresh {
    let (session, id) = (session, checkOut.id)
    return {
      let sheet = try CheckOutSheet(id, session: session)
      guard let edition = sheet.checkOut.edition else { throw Refusal.changedMeanwhile }
      return ActForm.Fresh(form: form(sheet), changed: Recorded(by: edition.by, at: edition.at), reason: "")
    }
  }

  /// The patient has left the room.
  package func exitForm() -> ActForm {
    let (session, name) = (session, name)
    let bedside = checkOut.room.map { Bedside(room: $0.room, admission: checkOut.id) }
    let (room, isDeath) = (checkOut.room?.roomNumber ?? "", checkOut.order?.isDeath == true)
    let ways = Disposition.allCases.filter { $0 != .died }.map { FieldChoice($0.title, value: $0.rawValue) }
    let ordered = checkOut.order?.disposition
    let place = FormField.lookup(
      "disposition", "Goes to", FieldLookup(noun: "place", choices: ways), width: 22,
      hint: "as the doctor ordered; F4 for another place",
      chosen: ordered.map { FieldChoice($0.title, value: $0.rawValue) })
    let form = Form.single(
      "leave", "\(isDeath ? "Taken from" : "Patient left") \(room)", heading: "",
      rows: [[isDeath ? .text("disposition", "Goes to", width: 22, text: "as the doctor stated").readOnly() : place]],
      moment: moment)
    return ActForm(.exit, subject: checkOut.id.text, form, doing: "Record", about: banner) { _ in
      ActQuestion(
        isDeath ? "Taken from the room?" : "Patient left?",
        [
          name, "", "Ends the stay in \(room) and sends it to be cleaned. The account stays open.",
          "For 24 h it can be taken back (Check-out, t) while the room is not taken again.",
        ], typed: room, typedName: "the room number", keep: isDeath ? "Not yet" : "Keep patient",
        act: isDeath ? "Taken from the room" : "Patient left")
    } send: { form in
      guard let bedside else { throw Refusal.noSuchAdmission }
      let said = isDeath ? nil : form.value("disposition").flatMap(Disposition.init)
      return try BedService(session).recordExit(from: bedside, to: said)
    }
  }

  /// The patient goes on leave.
  package func leaveForm() -> ActForm {
    let (session, id) = (session, checkOut.id)
    let form = Form.single(
      "goOnLeave", "Leave", heading: "LEAVE, KEEPING \(checkOut.room?.roomNumber ?? "THE ROOM")",
      rows: [
        [.moment("backAt", "Expected back", required: true, hint: "T 1800, +5h")],
        [.text("reason", "Reason", required: true, width: 46, limit: SafeText.lineLimit, reader: .line())],
      ], moment: moment)
    return ActForm(.goesOnLeave, subject: id.text, form, doing: "Record", about: banner) { form in
      try CheckOutService(session).beginLeave(
        of: id, until: form.timestamp("backAt") ?? form.moment.now, because: form.text("reason"))
    }
  }

  private func orderRows(_ order: DischargeOrder?) -> [[FormField]] {
    let ways = Disposition.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    return [
      [
        .coded("disposition", "Goes to", ways, value: (order?.disposition ?? .home).rawValue, width: 22)
      ],
      [
        .moment(
          "diedAt", "Died at", text: order?.diedAt.map { moment.local.text($0) } ?? "",
          hint: "only for a patient who died", help: "When the patient died, for the disposition \"died\".")
      ],
      [
        .text(
          "diagnosis", "Diagnosis", required: true, width: 52, limit: 200, text: order?.diagnosis ?? "",
          reader: .line(limit: 200))
      ],
      [
        .lines(
          "summary", "Summary", rows: 6, required: true, width: 52, limit: SafeText.noteLimit,
          help: "What was done, what goes on at home, and when to come back.", text: order?.summary ?? "")
      ],
    ]
  }
}

extension Form {
  /// What the fields of a discharge order say.
  fileprivate var dischargeEntry: DischargeEntry {
    DischargeEntry(
      disposition: value("disposition").flatMap(Disposition.init), diagnosis: text("diagnosis"),
      summary: text("summary"), diedAt: timestamp("diedAt"))
  }
}
