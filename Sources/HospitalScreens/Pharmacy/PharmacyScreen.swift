import HospitalDomain
import HospitalServices

/// The queue of the pharmacy (M1): what waits, what is needed soonest first; to be read.
package struct PharmacyScreen {
  /// The prescriptions in the order of the queue.
  package var list: NarrowedList<QueuedPrescription>
  /// Whether more wait than are shown.
  package private(set) var isCut = false
  /// Why the queue could not be read; nil while it can. What was read before stays.
  package private(set) var problem: FormMessage?
  /// The time by which waits are counted.
  package private(set) var now: Timestamp
  private var allergies: [PatientID: AllergyStatus] = [:]
  private let session: Session

  /// The queue as it stands now.
  package init(session: Session) {
    self.session = session
    now = session.workplace.clock()
    list = NarrowedList { queued in
      let prescription = queued.prescription
      return "\(prescription.number) \(queued.patient.name.listed) \(queued.patient.number) "
        + "\(queued.patient.number.digits) \(queued.priority.rawValue) \(queued.stateTitle) \(prescription.doctor.listed) "
        + "\(prescription.pharmacy) " + prescription.items.map(\.medication).joined(separator: " ")
    }
    refresh()
  }

  /// Reads the queue again.
  package mutating func refresh() {
    now = session.workplace.clock()
    do {
      let queue = try PharmacyService(session).queue()
      list.take(queue.prescriptions)
      (isCut, problem, allergies) = (queue.isCut, nil, [:])
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  /// The queue, counted: `11 queued · 1 stat · 2 urgent · 1 on hold`.
  package var summary: String {
    let all = list.all
    let shown = list.shown.count == all.count ? "" : "\(list.shown.count) of "
    let counts = PrescriptionPriority.allCases.filter(\.isPressing).map { priority in
      (all.count { $0.priority == priority }, priority.rawValue)
    }
    let parts = (counts + [(all.count(where: \.isOnHold), "on hold")]).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return (["\(shown)\(all.count)\(isCut ? " and more" : "") queued"] + parts).joined(separator: " · ")
  }

  /// How long a prescription has waited, in its largest unit: `41 min`, `3 h`, `2 d`.
  package static func wait(of queued: QueuedPrescription, at now: Timestamp) -> String {
    let minutes = queued.wait(at: now).wholeMinutes
    if minutes < 60 { return "\(minutes) min" }
    return minutes < 2 * 1_440 ? "\(minutes / 60) h" : "\(minutes / 1_440) d"
  }

  /// Why a record cannot be opened; nil when it can.
  package var openRefusal: String? { session.refusal(of: .readPatient)?.sentence }

  /// A patient's name as the queue shows it.
  package func listed(_ name: PersonName) -> String { session.listed(name) }

  /// Whom a prescription is for, its items, who wrote it and where it goes. Allergies are read when it is first looked at.
  package mutating func detail(of queued: QueuedPrescription) -> [DetailLine] {
    let patient = queued.patient
    if allergies[patient.id] == nil, !patient.isWithheld {
      allergies[patient.id] = try? PharmacyService(session).allergies(of: patient.id)
    }
    let prescription = queued.prescription
    let clock = session.workplace.localTime
    let born = patient.birthDate.withAge(on: clock.date(of: now))
    return [
      DetailLine(
        "",
        "Rx \(prescription.number)  \(queued.priority.rawValue), \(queued.stateTitle) \(queued.wait(at: now).spoken)",
        .heading),
      DetailLine("Patient", "\(session.listed(patient.name)), \(patient.sex.rawValue)"),
      DetailLine("Born", "\(born)   \(patient.number)"),
      allergyLine(of: patient),
    ]
      + (prescription.note.isEmpty ? [] : [DetailLine("Note", prescription.note, queued.isOnHold ? .alert : .plain)])
      + prescription.items.flatMap(Self.words) + [
        DetailLine("Prescriber", "\(prescription.doctor.listed), \(clock.text(prescription.writtenAt))"),
        DetailLine("Pharmacy", prescription.pharmacy),
      ]
  }

  private func allergyLine(of patient: RoomBoardRow.PatientLine) -> DetailLine {
    if patient.isWithheld { return DetailLine("Allergies", "open the record with a reason to see them", .alert) }
    guard let status = allergies[patient.id] else {
      return DetailLine("Allergies", "cannot be read now; r reads again", .alert)
    }
    return DetailLine("Allergies", status.description, status.entries.isEmpty ? .plain : .alert)
  }

  private static func words(_ item: PatientPrescription.Item) -> [DetailLine] {
    [
      DetailLine("Medicine", item.medication),
      DetailLine("", "  \(item.dose), \(item.route), \(item.frequency), \(Listing.count(item.days, "day"))"),
      DetailLine("", "  quantity \(item.quantity), \(Listing.count(item.refills, "refill"))"),
    ]
  }
}
