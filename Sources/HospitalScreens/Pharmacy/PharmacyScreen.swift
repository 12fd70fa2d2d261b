import HospitalDomain
import HospitalServices

/// The queue of the pharmacy (M1): what waits, what is needed soonest first, live.
package struct PharmacyScreen {
  /// The prescriptions in the order of the queue.
  package internal(set) var list: NarrowedList<QueuedPrescription>
  /// Which prescriptions are looked at.
  package internal(set) var choice = QueueChoice()
  /// What is in the queue, counted.
  package private(set) var counts = QueueCounts()
  /// Whether there are more than are shown.
  package private(set) var isCut = false
  /// Why the queue could not be read; nil while it can. What was read before stays.
  package private(set) var problem: FormMessage?
  /// The time by which waits are counted.
  package private(set) var now: Timestamp
  /// The pharmacies and wards that can be chosen; read when they are first asked for.
  var names: QueueNames?
  /// When the claims in the queue end; it is asked for after every key, so that no row is looked at for it.
  private var claimEnds: [Timestamp] = []
  /// Those that changed in the last minute, and when.
  private var changed: [String: Timestamp] = [:]
  /// What was read for the details that were looked at; read again when something changes.
  var allergies: [PatientID: AllergyStatus] = [:]
  var preparations: [String: Preparation] = [:]
  var checks: [String: PrescriptionChecks] = [:]
  let session: Session

  /// The queue as it stands now.
  package init(session: Session) {
    self.session = session
    now = session.workplace.clock()
    list = NarrowedList { queued in
      let (prescription, work) = (queued.prescription, queued.work)
      return
        "rx rx\(prescription.number) \(prescription.number) \(queued.patient.name.listed) \(queued.patient.number) "
        + "\(queued.patient.number.digits) \(queued.priority.rawValue) \(work.stage.title) "
        + "\(queued.isOnHold ? "on hold" : "") \(work.wardName) \(work.room) \(work.claim?.name ?? "") "
        + "\(prescription.doctor.listed) \(prescription.pharmacy) "
        + prescription.items.map(\.medication).joined(separator: " ")
    }
    refresh()
  }

  // MARK: Reading

  /// Reads the queue again. The one with the focus stays, even where it is no longer among those that are chosen, so that
  /// nothing moves under the cursor.
  package mutating func refresh(keeping selected: String? = nil) {
    now = session.workplace.clock()
    fade()
    do {
      let service = PharmacyService(session)
      let queue = try service.queue(choice)
      var rows = queue.prescriptions
      if let selected, !rows.contains(where: { $0.id == selected }) {
        rows = ordered(rows + (try service.queue([selected])))
      }
      counts = try service.counts(at: choice.pharmacy)
      show(choice.kind == .handedOver ? ordered(rows) : rows)
      (isCut, problem, allergies, preparations, checks) = (queue.isCut, nil, [:], [:], [:])
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  /// Takes what the live feed tells: only what changed is read again.
  package mutating func take(_ news: PharmacyNews, keeping selected: String?) {
    guard let touched = news.touched, !isCut, touched.count <= 100 else { return refresh(keeping: selected) }
    now = session.workplace.clock()
    fade()
    do {
      let service = PharmacyService(session)
      let fresh = try service.queue(touched)
      // A queue is long and a change is short: the rows that nobody touched stay where they are.
      var rows = list.all.filter { choice.takes($0, at: now) || $0.id == selected || touched.contains($0.id) }
      for queued in fresh {
        let place = rows.firstIndex { $0.id == queued.id }
        let isShown = choice.takes(queued, at: now) || (queued.id == selected && place != nil)
        if isShown, place.map({ rows[$0] }) != queued { changed[queued.id] = now }
        if let place { rows.remove(at: place) }
        guard isShown else { continue }
        rows.insert(queued, at: rows.firstIndex { comes(queued, before: $0) } ?? rows.count)
      }
      counts = try service.counts(at: choice.pharmacy)
      show(rows)
      problem = nil
      for queued in fresh { allergies[queued.patient.id] = nil }
      (preparations, checks) = ([:], [:])
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  private mutating func show(_ rows: [QueuedPrescription]) {
    list.take(rows)
    claimEnds = rows.compactMap { $0.work.claim?.until }
  }

  /// Lets time pass: waits grow, claims end, marks of changes fade.
  package mutating func tick() {
    now = session.workplace.clock()
    fade()
  }

  /// When something changes by itself: a claim ends, a mark fades.
  package var wakesAt: Timestamp? {
    let claims = claimEnds.filter { $0 > now }
    return (claims + changed.values.map { $0 + Self.markLasts }).min()
  }

  private static let markLasts = Duration.seconds(60)

  private mutating func fade() {
    if changed.isEmpty { return }
    let now = now
    changed = changed.filter { (Duration.zero..<Self.markLasts).contains(now - $0.value) }
  }

  private func ordered(_ rows: [QueuedPrescription]) -> [QueuedPrescription] {
    rows.sorted { comes($0, before: $1) }
  }

  /// The order of what is looked at: as the queue is worked through; of what was handed over, the latest first.
  private func comes(_ one: QueuedPrescription, before other: QueuedPrescription) -> Bool {
    guard choice.kind == .handedOver else { return one.precedes(other) }
    return (other.work.since ?? other.queuedAt, other.id) < (one.work.since ?? one.queuedAt, one.id)
  }

  // MARK: Words

  /// Whether a prescription changed in the last minute.
  package func isMarked(_ queued: QueuedPrescription) -> Bool { changed[queued.id] != nil }

  /// The state of a prescription now.
  package func state(of queued: QueuedPrescription) -> QueueState { queued.state(at: now) }

  /// The queue, counted: `11 queued · 1 stat · 2 urgent · 1 on hold · 3 ready`. Of a queue that was not read no zero is said.
  package var summary: String {
    if problem != nil, list.all.isEmpty { return "not read" }
    let shown =
      list.shown.count == list.all.count && !isCut
      ? "" : isCut ? "first \(list.shown.count) of " : "\(list.shown.count) of "
    let total =
      isPlain
      ? "\(counts.queued) queued" : "\(list.all.count)\(isCut ? " and more" : "") shown, \(counts.queued) queued"
    let pressing = PrescriptionPriority.allCases.map { (counts.pressing[$0] ?? 0, $0.rawValue) }
    // Beside the words of what is chosen there is no room for the rest at 80 columns.
    let rest = [(counts.onHold, "on hold"), (counts.ready, "ready"), (counts.declined, "declined")]
    let parts = pressing + (isWhole ? rest : [])
    return ([shown + total] + parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }).joined(separator: " · ")
  }

  /// Whether the whole queue is shown.
  package var isWhole: Bool { choice == QueueChoice() && list.filter.isEmpty }

  private var isPlain: Bool { choice.kind == nil && choice.ward == nil }

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

  /// Where the patient is: `4A-09`; empty for somebody who is in no room.
  package func place(of queued: QueuedPrescription) -> String { queued.work.room }
}
