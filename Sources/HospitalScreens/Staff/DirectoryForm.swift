import HospitalDomain

/// A form that adds or changes one of the hospital's own affairs.
package struct DirectoryForm: EditedForm {
  /// What its drafts are kept under.
  package let name: FormName
  /// The row that it changes, for its drafts; empty for a new one.
  package let subject: String
  /// What is filled in.
  package var form: Form
  private let send: @Sendable (Form) throws -> String
  package var otherEdition: OtherEdition<DirectoryForm>?
  /// Opens it again over the row as it stands now; nil for a form that changes none.
  var again: (@Sendable () throws -> Fresh?)? {
    didSet { form.editsRecord = again != nil }
  }

  /// A form over a row as it stands now, and who changed that last.
  struct Fresh: Sendable {
    let form: DirectoryForm
    let changed: Recorded
    let reason: String
  }

  /// A form, and what saving it does: it returns the sentence that says so.
  init(_ name: FormName, subject: String = "", _ form: Form, send: @escaping @Sendable (Form) throws -> String) {
    self.name = name
    self.subject = subject
    self.form = form
    self.send = send
  }

  /// Goes on with what was typed before and not finished.
  package mutating func goOn(with draft: Draft) { form.goOn(with: draft) }

  /// Saves; nil when the form says why not, with everything typed as it was. If somebody else changed the row meanwhile,
  /// `conflict` has both values of each field that both changed.
  package mutating func save() -> String? {
    do {
      return try send(form)
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
}

extension FormField {
  /// Why something is changed; kept with the name of who changed it.
  static var whyChanged: FormField {
    .text(
      "reason", "Reason", required: true, width: 46, limit: SafeText.lineLimit,
      help: "Why this changes. It is kept with your name.", reader: .line())
  }

  /// One of the departments in use.
  static func department(of departments: [Department], chosen id: DepartmentID? = nil) -> FormField {
    let choices = departments.map { FieldChoice($0.name, value: $0.id.text) }
    return .lookup(
      "department", "Department", FieldLookup(noun: "department", choices: choices), required: true, width: 30,
      chosen: choices.first { $0.value == id?.text })
  }
}

extension Form {
  /// What a department field says, as a domain entry reads it: the whole name of the one that is chosen.
  func departmentName(among departments: [Department]) -> String {
    departments.first { $0.id.text == value("department") }?.name ?? text("department")
  }

  /// A form of one page with one section.
  static func single(
    _ id: String, _ title: String, heading: String, rows: [[FormField]], moment: FormMoment,
    checks: [@Sendable (Form) -> [FieldProblem]] = []
  ) -> Form {
    Form(id: id, title: title, pages: [[FormSection(heading, rows: rows)]], moment: moment, checks: checks)
  }
}
