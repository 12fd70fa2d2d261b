import HospitalDomain
import HospitalServices

/// Registering somebody whose name nobody knows: an alias, and what can be seen (domain.md, Registration).
package struct UnidentifiedScreen {
  /// What is filled in.
  package var form: Form
  /// What is kept of it while it is not saved.
  package private(set) var draft: FormDraft?
  private let desk: Desk

  /// A form with an alias to begin with, or one that goes on with a draft.
  package init(desk: Desk, draft kept: Draft? = nil) {
    self.desk = desk
    // A draft keeps the alias that its owner has seen, and perhaps written on a wristband.
    let alias = kept.flatMap { $0.title.isEmpty ? nil : $0.title } ?? Self.freeAlias(at: desk)
    form = Self.form(alias: alias, moment: desk.moment)
    draft = FormDraft(.unidentified, at: desk, kept: kept)
    if let kept { form.goOn(with: kept) }
  }

  /// Why this person may not; nil if they may.
  package static func refusal(at desk: Desk) -> Refusal? { desk.session?.refusal(of: .registerUnidentified) }

  /// Hands what is typed to be kept.
  package mutating func keepDraft() {
    draft?.keep(form, title: form.text("alias"))
  }

  /// Registers the patient; nil when the form says what is wrong.
  package mutating func register() -> RegisteredPatient? {
    guard let session = desk.session else { return nil }
    do {
      let years = form.value("ageBand").flatMap { Int($0) }
      let band = form.value("ageBand").flatMap { UnidentifiedPatient.AgeBand(rawValue: $0) }
      let patient = try UnidentifiedPatient(
        alias: form.text("alias"), sex: Sex(rawValue: form.value("sex") ?? "") ?? .unknown,
        ageBand: years.map { UnidentifiedPatient.AgeBand(age: $0) } ?? band ?? .adult, age: years,
        placeFound: form.text("placeFound"))
      let registered = try RegistrationService(session).registerUnidentified(patient)
      draft?.end()
      return registered
    } catch {
      form.show(error)
      return nil
    }
  }

  /// An alias that nobody is called by; empty where it cannot be looked up, for one to be typed.
  private static func freeAlias(at desk: Desk) -> String {
    (try? desk.session.map { try RegistrationService($0).freeAlias() }) ?? ""
  }

  private static func form(alias: String, moment: FormMoment) -> Form {
    let bands = UnidentifiedPatient.AgeBand.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    // Years are guessed too.
    let ages = FieldLookup(noun: "age") { typed in
      guard let years = Int(typed), (0...130).contains(years) else { return bands.filter { $0.matches(typed) } }
      return [FieldChoice("\(years)", detail: UnidentifiedPatient.AgeBand(age: years).title)]
    }
    return Form(
      id: "unidentified", title: "unidentified patient",
      pages: [
        [
          FormSection(
            "UNIDENTIFIED PATIENT",
            rows: [
              [
                .text(
                  "alias", "Alias", required: true, width: 30, limit: SafeText.nameLimit,
                  help: "A name to call the patient by; never a guess at the real one.", text: alias, reader: .line())
              ],
              [.choice("sex", "Sex", Sex.allCases.map { FieldChoice($0.title, value: $0.rawValue) }, required: true)],
              [
                .lookup(
                  "ageBand", "Age, about", ages, required: true, width: 24, hint: "40, adult, F4 lists",
                  help: "About how old the patient looks: the years, or child, adult and so on.")
              ],
              [
                .text(
                  "placeFound", "Place found", required: true, width: 50, limit: 100,
                  help: "Where the patient was found, and by whom.", reader: .line())
              ],
            ])
        ]
      ], moment: moment)
  }
}
