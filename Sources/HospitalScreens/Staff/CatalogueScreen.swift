import HospitalDomain
import HospitalServices

/// A list of things that are a few fields each, such as suppliers: added, changed as a new version, and taken off the list with
/// a reason. What it is a list of says what its fields are; the forms and what they say are the same for all.
package protocol CatalogueScreen: ManagedDirectory where Row.ID: DraftSubject {
  /// What is on the list.
  associatedtype Thing: Sendable
  /// Who looks at it.
  var session: Session { get }
  /// What those may do who change it.
  var permission: Permission { get }
  /// The thing of a row.
  func thing(of row: Row) -> Thing
  /// What it is called.
  func name(of thing: Thing) -> String
  /// What it is called in whole, where something was done to it.
  func title(of thing: Thing) -> String
  /// What stands above the fields of one, after what it is: a number, a code.
  func number(of row: Row) -> String
  /// What was done to one that is ended: `is off the list`.
  var ended: String { get }
  /// The fields, filled in; nil for a new one.
  func fields(_ thing: Thing?) -> [[FormField]]
  /// What the fields say, or every wrong one.
  func entry(_ form: Form) throws -> Thing
  /// Adds one.
  func add(_ thing: Thing) throws
  /// Changes one.
  func change(_ row: Row, to thing: Thing, because reason: String) throws
  /// Takes one off the list.
  func retire(_ row: Row, because reason: String) throws
}

extension CatalogueScreen {
  package func title(of thing: Thing) -> String { name(of: thing) }
  package var ended: String { "is off the list" }
  package var manageRefusal: String? { session.refusal(of: permission)?.sentence }

  package func newForm() -> DirectoryForm {
    let form = Form.single(
      noun, "\(title) · new", heading: "NEW \(noun.uppercased())", rows: fields(nil), moment: session.moment)
    return DirectoryForm(formName, form) { form in
      let thing = try entry(form)
      try add(thing)
      return "\(title(of: thing)) is on the list."
    }
  }

  package func changeForm(of row: Row) -> DirectoryForm {
    let thing = thing(of: row)
    let form = Form.single(
      noun, "\(title) · \(name(of: thing))", heading: "\(noun.uppercased()) \(number(of: row))",
      rows: fields(thing) + [[.whyChanged]], moment: session.moment)
    return DirectoryForm(formName, subject: subject(of: row), form) { form in
      let thing = try entry(form)
      try change(row, to: thing, because: form.text("reason"))
      return "\(title(of: thing)) is changed."
    }
  }

  package func end(_ row: Row, because reason: String) throws -> String {
    try retire(row, because: reason)
    return "\(title(of: thing(of: row))) \(ended)."
  }
}

extension FormField {
  /// A line that has to be filled in.
  static func needed(_ id: FormField.ID, _ caption: String, width: Int, hint: String = "", _ text: String?)
    -> FormField
  {
    .text(
      id, caption, required: true, width: width, limit: SafeText.lineLimit, hint: hint, text: text ?? "",
      reader: .line())
  }

  /// A telephone number that has to be filled in.
  static func telephone(_ text: String?) -> FormField {
    .text(
      "telephone", "Telephone", required: true, width: 20, limit: 40, text: text ?? "", reader: .telephone)
  }
}
