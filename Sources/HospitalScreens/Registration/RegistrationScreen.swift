import HospitalDomain
import HospitalServices

/// Registering a new patient (P1, P2): the form, the records on file that may be of the same person, and the draft.
package struct RegistrationScreen {
  /// What is filled in.
  package var form: Form
  /// Records on file that may be of the same person, likeliest first.
  package private(set) var matches: [LikelyDuplicate] = []
  /// Who has been registered; nil until then.
  package private(set) var registered: RegisteredPatient?
  /// What is kept of it while it is not saved.
  package private(set) var draft: FormDraft?

  let desk: Desk
  private var compared: PersonTraits?

  /// An empty form, or one that goes on with a draft.
  package init(desk: Desk, draft kept: Draft? = nil) {
    self.desk = desk
    let pharmacies = desk.session.flatMap { try? RegistrationService($0).pharmacies() } ?? []
    form = RegistrationForm.new(pharmacies: pharmacies, moment: desk.moment)
    draft = FormDraft(.newPatient, at: desk, kept: kept)
    if let kept {
      form.goOn(with: kept)
      compare()
    }
  }

  /// Why this person may not register anybody; nil if they may.
  package static func refusal(at desk: Desk) -> Refusal? { desk.session?.refusal(of: .registerPatient) }

  /// Typing has paused: looks for records of the same person, when what tells people apart has changed. It asks the
  /// database, so it is no part of a key.
  package mutating func typed() { compare() }

  /// Hands what is typed to be kept.
  package mutating func keepDraft() {
    draft?.keep(form, title: RegistrationForm.title(of: form))
  }

  /// What a try to register led to.
  package enum Outcome: Hashable, Sendable {
    /// The patient is on file; the draft is gone.
    case registered(RegisteredPatient)
    /// Records on file are likely of the same person: open one, or go on with a reason.
    case looksLike([LikelyDuplicate])
    /// The form says what is wrong; nothing typed is lost.
    case refused
  }

  /// Registers the patient.
  ///
  /// - Parameter reason: why the likely records are of somebody else; empty while nobody has been asked.
  package mutating func register(goingOnBecause reason: String = "") -> Outcome {
    guard let session = desk.session else { return .refused }
    do {
      let patient = try RegistrationService(session).register(RegistrationForm.entry(in: form), goingOnBecause: reason)
      registered = patient
      draft?.end()
      return .registered(patient)
    } catch let refusal as Refusal where refusal.code == "patient.duplicate" {
      compared = nil
      compare()
      form.say(.warning, refusal.sentence)
      return .looksLike(matches)
    } catch {
      form.show(error)
      return .refused
    }
  }

  /// Begins the next registration with an empty form.
  package mutating func startAnew() { self = RegistrationScreen(desk: desk) }

  private mutating func compare() {
    guard let session = desk.session else { return }
    let entry = RegistrationForm.entry(in: form)
    let traits = PersonTraits(typed: entry, today: form.moment.today)
    guard traits != compared else { return }
    compared = traits
    // A look that fails only costs the advice; saving compares again.
    matches = (try? RegistrationService(session).likelyDuplicates(for: entry)) ?? []
  }
}

extension RegistrationScreen {
  /// A record that may be of the same person and why, in one line, as lists name patients now.
  package func line(of match: LikelyDuplicate) -> String {
    "\(name(of: match)) · \(match.details)"
  }

  /// The name of a record that may be of the same person, as lists name patients now.
  package func name(of match: LikelyDuplicate) -> String {
    desk.session?.listed(match.patient.name) ?? match.patient.name.listed
  }
}

extension LikelyDuplicate {
  /// The record and why it is shown, in one line: `DUARTE, Ines · 1991/03/12 · 000098-114-6 · same birth date, like name`.
  package var line: String {
    "\(patient.name.listed) · \(details)"
  }

  /// What tells the record from others, and why it is shown.
  package var details: String { "\(patient.birthDate) · \(patient.number) · \(match.sentence)" }
}
