import HospitalDomain
import HospitalServices

/// A patient's whole record on one screen (P5), and what can be done to it: opened anew, merged, parted again.
///
/// Opening is audited; so it stands in the trail when the screen is made, when this person changed something and when they
/// ask to read it again. What others do to the record meanwhile is read without another entry.
package struct PatientRecordScreen {
  /// The record as it was read last.
  package private(set) var record: PatientRecord
  /// The record in sections, each with a heading.
  package private(set) var sections: [RecordSection]
  /// Who it is about.
  package private(set) var banner: PatientBanner
  /// Whether the record was restricted while it was open, so that this person may see it no longer (H6).
  package private(set) var isWithdrawn = false
  let desk: Desk
  /// Under which number it was followed when it was read.
  private let following: Int

  /// Opens the record of a patient.
  ///
  /// - Throws: a refusal where this person may not, or when there is no such patient.
  package init(_ id: PatientID, desk: Desk) throws {
    guard let session = desk.session else { throw Refusal.noSuchPatient }
    let following = desk.follow(id)
    self.init(try RegistrationService(session).open(id), desk: desk, following: following)
  }

  private init(_ record: PatientRecord, desk: Desk, following: Int) {
    self.record = record
    self.desk = desk
    self.following = following
    let (clock, today) = (desk.workplace.localTime, desk.workplace.today)
    sections =
      RecordSections(
        record: record, clock: clock, today: today, now: desk.now, reader: desk.session?.account.id
      ).all
    banner = PatientBanner(
      record.patient, room: record.room?.number, today: today, clock: clock,
      mergedInto: record.mergedAway?.survivor.number)
  }

  /// The hospital's clock.
  package var clock: LocalTime { desk.workplace.localTime }

  /// Why this person may not do that; nil if they may.
  package func refusal(ofPermission permission: Permission) -> String? {
    desk.session?.refusal(of: permission)?.sentence
  }

  /// Why this person may not do that to this record; nil if they may.
  package func refusal(of permission: Permission) -> String? {
    if let refusal = refusal(ofPermission: permission) { return refusal }
    if let merge = record.mergedAway {
      return "This record was merged into \(merge.survivor.number); open that one to change anything."
    }
    return nil
  }

  /// Why nothing can be prescribed from this record; nil if it can. Who has died is told before anything is typed.
  package var prescribingRefusal: String? {
    refusal(of: .prescribe)
      ?? (record.patient.diedAt == nil ? nil : Refusal.prescribedForDead(record.details.name).sentence)
  }

  /// Opens the record again.
  package mutating func refresh() throws { self = try PatientRecordScreen(record.id, desk: desk) }

  /// Follows the record again; whether another was followed since it was read, so that this one may be out of date.
  package func follow() -> Bool { desk.follow(record.id) != following }

  /// Reads what has become of the record since it was opened. One that this person may see no longer closes. Throws a
  /// `Fault`.
  package mutating func lookAgain() throws {
    guard let session = desk.session else { throw Refusal.noSuchPatient }
    let following = desk.follow(record.id)
    do {
      self = PatientRecordScreen(
        try RegistrationService(session).lookAgain(at: record.id), desk: desk, following: following)
    } catch is Refusal { isWithdrawn = true }
  }

  /// When it has to leave the screen; nil for never.
  package var closesAt: Timestamp? { isWithdrawn ? Timestamp(milliseconds: 0) : record.closesAt }

  // MARK: Merging

  /// The question before this record is merged into one that was found.
  package func mergeQuestion(into other: FoundPatient) -> MergeQuestion {
    mergeQuestion(into: other.number, name: other.name, born: other.birthDate)
  }

  /// The question before this record is merged into another (tier 2): both, the consequence, and what must be typed.
  package func mergeQuestion(into number: HospitalNumber, name: PersonName, born: BirthDate) -> MergeQuestion {
    MergeQuestion(
      lines: [
        "\(record.number)  \(record.details.name.listed)  born \(record.details.birthDate)",
        "becomes one with",
        "\(number)  \(name.listed)  born \(born)",
        "",
        "Everything on both is then found under \(number).",
        "Nothing is lost; the merge can be undone.",
      ], typed: record.number.description)
  }

  /// Merges this record into another, and shows that one.
  package mutating func merge(into other: PatientID, because reason: String) throws -> RecordChange {
    guard let session = desk.session else { throw Refusal.noSuchPatient }
    let act = try RegistrationService(session).merge(record.id, into: other, because: reason)
    self = try PatientRecordScreen(other, desk: desk)
    return RecordChange(act)
  }

  /// Parts two records that were merged.
  package mutating func undoMerge(_ merge: MergeLine, because reason: String) throws -> RecordChange {
    guard let session = desk.session else { throw Refusal.noSuchPatient }
    let act = try RegistrationService(session).undoMerge(merge.id, of: merge.duplicate.id, because: reason)
    try refresh()
    return RecordChange(act)
  }

  /// Takes a change back, and reads the record anew. What comes back takes the taking back back: redo.
  package mutating func takeBack(_ change: RecordChange) throws -> RecordChange? {
    guard let session = desk.session, let undo = change.act.undo else { return nil }
    let done = try undo(session)
    try refresh()
    return RecordChange(done)
  }
}

/// Something that was done to a record, in words, and how it can be taken back.
package struct RecordChange: Sendable {
  let act: DoneAct

  init(_ act: DoneAct) { self.act = act }

  /// What was done, as a sentence with its full stop.
  package var sentence: String { act.sentence.hasSuffix(".") ? act.sentence : act.sentence + "." }

  /// Whether it can be taken back.
  package var canBeUndone: Bool { act.undo != nil }

  /// How it is taken back where it cannot be undone, as a sentence; nil where nobody has to be told.
  package var otherWay: String? { act.otherWay }

  /// The record that was made, by its identifier; nil where no screen has to find it.
  package var made: String? { act.made }
}

/// What is asked before two records are merged.
package struct MergeQuestion: Hashable, Sendable {
  /// Whom it touches and what follows, line by line.
  package let lines: [String]
  /// The number that must be typed.
  package let typed: String
}
