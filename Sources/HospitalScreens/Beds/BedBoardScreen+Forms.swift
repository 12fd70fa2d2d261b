import HospitalDomain
import HospitalServices

extension BedBoardScreen {
  /// Opens the form of an act for the room under the cursor, or for the marked rooms; nil, with the reason on the message
  /// row, when it cannot be done.
  package mutating func open(_ act: BedAct) -> BedForm? {
    if let refusal = refusal(of: act) {
      say(.note, refusal)
      return nil
    }
    // Nobody fills in where somebody goes, and types their room number, to hear then that no doctor has ordered it.
    guard act == .leave, let bedside = selectedRow?.bedside else { return form(of: act) }
    do {
      _ = try BedService(session).checkExit(from: bedside)
      return form(of: act)
    } catch {
      news.append(FormMessage(problem: error))
      return nil
    }
  }

  /// The form of an act for the room under the cursor, or for the marked rooms, whatever their state.
  func form(of act: BedAct) -> BedForm? {
    guard var form = make(act, for: targets(of: act)) else { return nil }
    identify(&form)
    return form
  }

  private func make(_ act: BedAct, for rooms: [RoomBoardRow]) -> BedForm? {
    let moment = FormMoment(now: session.workplace.clock(), local: clock)
    switch act {
    case .admit: return .admit(to: rooms[0], among: list.rows, from: directory, at: moment, hidesNames: hidesNames)
    case .transfer:
      return .transfer(from: rooms[0], among: list.rows, directory: directory, at: moment, hidesNames: hidesNames)
    case .hold: return .hold(rooms[0], from: directory, at: moment)
    case .block: return .block(rooms, at: moment)
    case .isolate: return .isolate(rooms[0], at: moment)
    case .planDischarge: return .planDischarge(of: rooms[0], at: moment)
    case .assign: return .assign(in: rooms[0], from: directory, at: moment)
    case .leave: return .leave(rooms[0], at: moment)
    case .letGo, .cleaned, .terminallyCleaned, .needsCleaning, .reopen, .endIsolation: return nil
    }
  }

  /// Reads where the doctor says that a patient who leaves goes, so that what is asked before they do names it.
  package func readOrder(of form: inout BedForm) {
    guard form.act == .leave, let bedside = form.rooms.first?.bedside else { return }
    form.ordered = try? BedService(session).checkExit(from: bedside)
  }

  /// Does what a form says.
  ///
  /// - Returns: whether it is done and the form can be closed. If not, the form says why and keeps what was typed.
  package mutating func save(_ form: inout BedForm) -> Bool {
    guard form.form.checkAll() else { return false }
    guard let room = form.rooms.only else {
      let copy = form
      perform(form.act, on: form.rooms) { try copy.send(to: $0, by: $1) }
      return true
    }
    do {
      let done = try form.send(to: room, by: BedService(session))
      finish(done, in: form.act == .admit ? form.form.value("room").map { RoomID($0) } ?? room.id : room.id)
      return true
    } catch {
      form.show(error)
      refresh()
      if let refusal = error as? Refusal, refusal.tellsOfAnotherEdition { meet(&form) }
      return false
    }
  }

  /// Lays a form over what somebody else made of the stay meanwhile, while its patient is in the room.
  private func meet(_ form: inout BedForm) {
    guard let changed = form.act.changed, let room = form.rooms.only.flatMap({ list.row($0.id) }), form.isAbout(room),
      let bedside = room.bedside, var fresh = make(form.act, for: [room])
    else { return }
    (fresh.banner, fresh.identified) = (form.banner, form.identified)
    let newest = try? BedService(session).lastChange(changed, at: bedside)
    form.meet(
      fresh, changedBy: newest ?? Recorded(by: "Somebody else", at: session.workplace.clock()), because: "")
  }
}

extension BedBoardScreen {
  /// What came in the way of a form that is open: its room was taken meanwhile, its patient has left. Nil while nothing did.
  package func obstacle(to form: BedForm) -> String? {
    if let target = form.form.choice("room"), let why = RoomTargets.obstacle(in: target) {
      return "\(target.title) is \(why); choose another room."
    }
    guard form.act != .admit else { return nil }
    for row in form.rooms.compactMap({ list.row($0.id) }) {
      if let refusal = form.act.refusal(for: row, at: now, clock: clock) { return refusal.sentence }
      if let patient = form.patient, row.occupancy != nil, !form.isAbout(row) {
        return "\(hidesNames ? patient.name.initials.listed : patient.name.listed) is not in \(row.number) any more."
      }
    }
    return nil
  }

  /// Offers the rooms as they are now, to the patient who is chosen by now, in a form that looks for one.
  package func offerRooms(_ form: inout BedForm) {
    guard let guest = form.guest else { return }
    form.form.offer(
      .rooms(for: guest, among: list.rows, at: moment, hidesNames: hidesNames), for: "room")
  }

  /// Now, as forms take it.
  package var moment: FormMoment { FormMoment(now: session.workplace.clock(), local: clock) }

  /// Says who a form is about (screens.md, principle 1): the patient in the room, or the one that was chosen in it. The
  /// record is opened for that, which stands in the audit trail; a name that is only being typed opens nothing.
  package func identify(_ form: inout BedForm) {
    if form.form.focused.id == "patient" { return }
    let patient = form.form.value("patient").map { PatientID($0) } ?? form.patient?.id
    guard patient != form.identified else { return }
    form.identified = patient
    let record = patient.flatMap { patient in
      session.refusal(of: .readPatient) == nil
        ? try? RegistrationService(session).open(patient, because: form.form.title) : nil
    }
    form.banner = record.map {
      PatientBanner(
        $0.patient, room: $0.room?.number, today: clock.date(of: session.workplace.clock()), clock: clock)
    }
    guard form.act == .admit else { return }
    form.guest = form.guest?.with(patient, record?.details.sex)
    offerRooms(&form)
  }
}
