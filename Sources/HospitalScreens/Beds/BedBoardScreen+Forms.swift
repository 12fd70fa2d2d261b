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
    let rooms = targets(of: act)
    let moment = FormMoment(now: session.workplace.clock(), local: clock)
    switch act {
    case .admit: return .admit(to: rooms[0], from: directory, at: moment)
    case .transfer: return .transfer(from: rooms[0], among: list.rows, directory: directory, at: moment)
    case .hold: return .hold(rooms[0], from: directory, at: moment)
    case .block: return .block(rooms, at: moment)
    case .isolate: return .isolate(rooms[0], at: moment)
    case .planDischarge: return .planDischarge(of: rooms[0], at: moment)
    case .assign: return .assign(in: rooms[0], from: directory, at: moment)
    case .leave: return .leave(rooms[0], at: moment)
    case .letGo, .cleaned, .needsCleaning, .reopen, .endIsolation: return nil
    }
  }

  /// Does what a form says.
  ///
  /// - Returns: whether it is done and the form can be closed. If not, the form says why and keeps what was typed.
  package mutating func save(_ form: inout BedForm) -> Bool {
    guard form.form.checkAll() else { return false }
    guard let room = form.rooms.only else {
      let copy = form
      perform(form.act, on: form.rooms.map(\.id)) { id, service in
        guard let row = copy.rooms.first(where: { $0.id == id }) else { throw Refusal.noSuchRoom("") }
        return try copy.send(to: row, by: service)
      }
      return true
    }
    do {
      finish(try form.send(to: room, by: BedService(session)), in: room.id)
      return true
    } catch {
      form.show(error)
      refresh()
      return false
    }
  }
}

extension BedBoardScreen {
  /// Now, as forms take it.
  package var moment: FormMoment { FormMoment(now: session.workplace.clock(), local: clock) }

  /// The patient whom a form touches, as every screen names one: name, born and age, sex, number, room. Nil for nobody.
  package func banner(of form: BedForm) -> String? {
    guard let patient = form.patient, let room = form.rooms.first else { return nil }
    let age = Age(born: patient.birthDate, on: clock.date(of: now))
    return "\(patient.name.listed) · born \(patient.birthDate), \(age) · \(patient.sex.rawValue) · \(patient.number) · "
      + room.number
  }
}
