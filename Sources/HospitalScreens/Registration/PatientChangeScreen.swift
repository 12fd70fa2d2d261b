import HospitalDomain
import HospitalServices

/// Changing a patient's details as a new version, with a reason (P4, B10). If somebody else was faster, both values are
/// shown field by field, and nothing typed is lost.
package struct PatientChangeScreen {
  /// What is filled in.
  package var form: Form
  /// Who it is about, as on file.
  package let banner: PatientBanner
  /// What is kept of it while it is not saved.
  package private(set) var draft: FormDraft?
  /// What somebody else changed meanwhile; nil while nobody has.
  package private(set) var conflict: EditConflict?
  /// Of the fields in `conflict`, those whose value is to be theirs.
  package private(set) var takesTheirs: Set<PatientField> = []

  private let id: PatientID
  private let desk: Desk
  /// The version that the change began from.
  private var version: Int
  private var before: PatientDetailsEntry

  /// The form of a record that was opened, or one that goes on with a draft of it.
  package init(_ record: PatientRecord, banner: PatientBanner, desk: Desk, draft kept: Draft? = nil) {
    self.banner = banner
    self.desk = desk
    id = record.id
    version = record.version
    before = PatientDetailsEntry(record.details)
    let pharmacies = desk.session.flatMap { try? RegistrationService($0).pharmacies() } ?? []
    form = RegistrationForm.change(of: record.patient, pharmacies: pharmacies, moment: desk.moment)
    draft = FormDraft(.details, subject: record.id.text, at: desk, kept: kept)
    if let kept { form.goOn(with: kept) }
  }

  /// Hands what is typed to be kept.
  package mutating func keepDraft() {
    draft?.keep(form, title: banner.name)
  }

  /// What a try to save led to.
  package enum Outcome {
    /// There is a new version; the draft is gone.
    case saved(RecordChange)
    /// Somebody else changed the record: `conflict` has both values of each field, if any has two.
    case changedMeanwhile
    /// The form says what is wrong; nothing typed is lost.
    case refused
  }

  /// Saves the change.
  package mutating func save() -> Outcome {
    guard let session = desk.session else { return .refused }
    let service = RegistrationService(session)
    let entry = RegistrationForm.entry(in: form)
    do {
      let act = try service.update(id, from: version, to: entry, because: form.text(RegistrationForm.reason))
      draft?.end()
      return .saved(RecordChange(act))
    } catch let refusal as Refusal where refusal == .changedMeanwhile {
      do {
        begin(try service.conflict(over: id, from: version, mine: entry))
        return .changedMeanwhile
      } catch {
        form.show(error)
      }
    } catch {
      form.show(error)
    }
    return .refused
  }

  /// Chooses theirs or mine for a field that both changed.
  package mutating func choose(theirs: Bool, for field: PatientField) {
    if theirs { takesTheirs.insert(field) } else { takesTheirs.remove(field) }
  }

  /// Goes on from their version with the values that were chosen; ^S then saves.
  package mutating func settle() {
    guard let conflict else { return }
    var merged = conflict.merging(RegistrationForm.entry(in: form), changedFrom: before)
    for field in conflict.fields { merged[field.field] = takesTheirs.contains(field.field) ? field.theirs : field.mine }
    for field in PatientField.allCases where form.text(field.rawValue) != merged[field] {
      form.fill(field.rawValue, with: merged[field])
    }
    version = conflict.version
    before = PatientDetailsEntry(conflict.theirs)
    self.conflict = nil
    form.say(
      settledWith: conflict.changed.by, isAnythingMine: PatientField.allCases.contains { merged[$0] != before[$0] })
  }

  /// A field that only they changed takes their value without a question.
  private mutating func begin(_ found: EditConflict) {
    let both = found.fields.filter { $0.mine != $0.before }
    conflict = EditConflict(
      theirs: found.theirs, version: found.version, changed: found.changed, reason: found.reason, fields: both)
    takesTheirs = []
    if both.isEmpty { settle() }
  }
}
