/// Everything of one check-out (A4): the stay, the stamps that were given, the order, and what is open.
package struct CheckOut: Hashable, Sendable, Identifiable {
  package let admission: Admission
  package let patient: RoomBoardRow.PatientLine
  package let doctor: PersonName
  /// Where the patient was, oldest first.
  package let stays: [StayLine]
  /// The steps that were done, in order.
  package let stamps: [CheckOutStamp]
  /// The discharge order; nil while there is none, and for those who may not read records.
  package let order: DischargeOrder?
  /// Which writing of the order stands; nil while there is none.
  package let edition: OrderEdition?
  /// What has to be settled or was waived.
  package let items: [OpenItem]
  /// The leave that the patient is on.
  package let leave: LeaveLine?

  /// What the records tell of it.
  package init(
    admission: Admission, patient: RoomBoardRow.PatientLine, doctor: PersonName, stays: [StayLine],
    stamps: [CheckOutStamp], order: DischargeOrder?, edition: OrderEdition?, items: [OpenItem], leave: LeaveLine?
  ) {
    self.admission = admission
    self.patient = patient
    self.doctor = doctor
    self.stays = stays
    self.stamps = stamps
    self.order = order
    self.edition = edition
    self.items = items
    self.leave = leave
  }

  package var id: AdmissionID { admission.id }

  /// The stamp of a step; nil while it was not done.
  package func stamp(_ step: CheckOutStep) -> CheckOutStamp? { stamps.last { $0.step == step } }

  /// The step that comes next; nil when all are done.
  package var nextStep: CheckOutStep? { CheckOutStep.allCases.first { stamp($0) == nil } }

  /// What stands in the way of closing the account.
  package var openItems: [OpenItem] { items.filter(\.isOpen) }

  /// The same for those who may not read records: without diagnosis and summary.
  package var withoutOrder: CheckOut {
    CheckOut(
      admission: admission, patient: patient, doctor: doctor, stays: stays, stamps: stamps, order: nil,
      edition: edition,
      items: items, leave: leave)
  }

  /// The room that the patient is in; nil once they have left.
  package var room: StayLine? { stays.last.flatMap { $0.endedAt == nil ? $0 : nil } }
}

/// A leave during a stay: the patient is away and keeps the room.
package struct LeaveLine: Hashable, Sendable {
  package let since: Timestamp
  /// When the patient is expected back.
  package let backAt: Timestamp
  package let reason: String

  /// What the records tell of it.
  package init(since: Timestamp, backAt: Timestamp, reason: String) {
    self.since = since
    self.backAt = backAt
    self.reason = reason
  }
}

/// Where the check-out of one stay stands, for the list of all: ordered, on leave, or left with papers open.
package struct CheckOutStanding: Hashable, Sendable, Identifiable {
  package let id: AdmissionID
  package let patient: RoomBoardRow.PatientLine
  package let doctor: PersonName
  package let status: AdmissionStatus
  /// The room that the patient has, or had last.
  package let roomNumber: String
  package let department: String
  /// Since when the patient had that room.
  package let since: Timestamp
  /// When the stay began.
  package let admittedAt: Timestamp
  /// When the discharge was ordered; nil while it was not.
  package let orderedAt: Timestamp?
  /// Whether the order says that the patient died.
  package let isDeath: Bool
  /// When the patient left; nil while they are here.
  package let leftAt: Timestamp?
  /// When a patient on leave is expected back.
  package let backAt: Timestamp?
  /// How many things are open.
  package let openItems: Int

  /// What the records tell of it.
  package init(
    id: AdmissionID, patient: RoomBoardRow.PatientLine, doctor: PersonName, status: AdmissionStatus,
    roomNumber: String, department: String, since: Timestamp, admittedAt: Timestamp, orderedAt: Timestamp?,
    isDeath: Bool,
    leftAt: Timestamp?, backAt: Timestamp?, openItems: Int
  ) {
    self.id = id
    self.patient = patient
    self.doctor = doctor
    self.status = status
    self.roomNumber = roomNumber
    self.department = department
    self.since = since
    self.admittedAt = admittedAt
    self.orderedAt = orderedAt
    self.isDeath = isDeath
    self.leftAt = leftAt
    self.backAt = backAt
    self.openItems = openItems
  }
}

/// The check-outs that a list shows.
package struct CheckOutStandings: Hashable, Sendable {
  /// Those that concern somebody in the house first, then those who have left, the latest first.
  package let standings: [CheckOutStanding]
  /// Whether there are more of them, of people who left longer ago.
  package let isCut: Bool

  /// What the records tell of them.
  package init(_ standings: [CheckOutStanding], isCut: Bool) {
    self.standings = standings
    self.isCut = isCut
  }
}
