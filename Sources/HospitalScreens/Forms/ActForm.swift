import HospitalDomain
import HospitalServices

/// A form that does one act: discharge a patient, take a payment. What is typed is kept as a draft until it is done.
package struct ActForm: EditedForm {
  /// What its drafts are kept under.
  package let name: FormName
  /// The record that it acts on, for its drafts; empty for none.
  package let subject: String
  /// What is filled in.
  package var form: Form
  /// What it does, in a word or two, for the footer: `Receive`.
  package let verb: String
  /// Who it is about, as every screen that touches a patient says it; nil where it is about nobody.
  package let banner: PatientBanner?
  /// What has to be read before it acts; it stands above the fields.
  package let reading: [DetailLine]
  /// The record whose patient can be prescribed for above this form; nil where nothing is prescribed in it.
  package var prescribesFor: PatientRecord?
  /// What is kept alive while the form is open, such as a claim; called at most once a minute.
  package var keepsAlive: @Sendable () -> Void = {}
  private let ask: @Sendable (Form) -> ActQuestion?
  private let resume: @Sendable (inout Form, Draft) -> Void
  private let send: @Sendable (Form) throws -> DoneAct
  package var otherEdition: OtherEdition<ActForm>?
  private let again: (@Sendable () throws -> Fresh)?

  /// A form over a record as it stands now, and who changed that last.
  struct Fresh: Sendable {
    let form: ActForm
    let changed: Recorded
    let reason: String
  }

  /// A form, what it does, what has to be read before it acts, what is asked then (nothing, by default), how it goes on with
  /// a draft, how it is opened again over what stands now (for one that edits a record), and the act.
  init(
    _ name: FormName, subject: String = "", _ form: Form, doing verb: String,
    about banner: PatientBanner? = nil, reading: [DetailLine] = [],
    asking question: @escaping @Sendable (Form) -> ActQuestion? = { _ in nil },
    goingOn resume: @escaping @Sendable (inout Form, Draft) -> Void = { form, draft in form.goOn(with: draft) },
    again: (@Sendable () throws -> Fresh)? = nil,
    send: @escaping @Sendable (Form) throws -> DoneAct
  ) {
    self.name = name
    self.subject = subject
    self.form = form
    self.verb = verb
    self.banner = banner
    self.reading = reading
    ask = question
    self.resume = resume
    self.send = send
    self.again = again
    self.form.editsRecord = again != nil
  }

  /// What its draft is called: whom it is about stands in it, as lists of drafts tell them apart.
  package var draftTitle: String { banner.map { "\(form.title), \($0.name)" } ?? form.title }

  /// What is asked before it acts; nil where it acts at once.
  package var question: ActQuestion? { ask(form) }

  /// Does the act; nil when the form says why not, with everything typed as it was. If somebody else changed the record
  /// meanwhile, `conflict` has both values of each field that both changed.
  package mutating func save() -> RecordChange? {
    do {
      return RecordChange(try send(form))
    } catch {
      form.show(error)
      if let refusal = error as? Refusal, refusal.tellsOfAnotherEdition { lookAgain(after: refusal) }
      return nil
    }
  }

  private mutating func lookAgain(after refusal: Refusal) {
    guard let again, let found = try? again() else { return }
    meet(found.form, changedBy: found.changed, because: found.reason, keepsRefusal: refusal != .changedMeanwhile)
  }

  /// Goes on with what was typed before and not finished.
  package mutating func goOn(with draft: Draft) { resume(&form, draft) }
}

/// A question before something that is not lightly undone (screens.md, tiers 1 and 2).
package struct ActQuestion: Hashable, Sendable {
  /// What is asked: `Patient left?`
  package let title: String
  /// Whom it touches and what follows.
  package let lines: [String]
  /// What must be typed first; nil for nothing.
  package let typed: String?
  /// What that is: `the room number`.
  package let typedName: String
  /// The harmless answer.
  package let keep: String
  /// The answer that acts.
  package let act: String

  init(
    _ title: String, _ lines: [String], typed: String? = nil, typedName: String = "the number", keep: String = "Leave",
    act: String
  ) {
    self.title = title
    self.lines = lines
    self.typed = typed
    self.typedName = typedName
    self.keep = keep
    self.act = act
  }
}
