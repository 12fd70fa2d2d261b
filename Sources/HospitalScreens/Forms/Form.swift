import HospitalDomain

/// A form while a person fills it in: the one engine behind every form of the program.
///
/// A value without keys, colours or columns. Panes draw it and turn keys into
/// its acts; tests read its properties. Nothing typed is ever changed by a check.
package struct Form: Sendable {
  /// The name that drafts know the form by, such as `register`.
  package let id: String
  /// What is filled in, for the title row, such as `new patient`.
  package internal(set) var title: String
  /// Where the fields stand.
  package let layout: FormLayout
  /// The fields in the order of Tab.
  package internal(set) var fields: [FormField]
  /// The place of the focused field in `fields`.
  package internal(set) var focus: Int
  /// Now, on the hospital's clock; whoever passes keys on keeps it current.
  package var moment: FormMoment
  /// The open pick list or list of captions, if any: it takes the keys.
  package internal(set) var list: PickList?
  /// What the last act had to say; gone with the next act.
  package internal(set) var note: FormMessage?
  /// Whether it changes a record that others can change meanwhile.
  package internal(set) var editsRecord = false
  /// How many times a text was changed, undoing too: to notice that something was typed.
  package internal(set) var changes = 0
  /// The field that was last found wrong; the message row speaks of it until it is mended.
  var attention: Int?
  var history = FormHistory()
  /// Whether the fields of a page are a round of their own: Tab and the arrows do not leave it, PgDn and PgUp do.
  let keepsToPage: Bool
  let checks: [@Sendable (Form) -> [FieldProblem]]

  /// A form of one or more pages.
  ///
  /// - Parameters:
  ///   - id: the name that drafts know it by.
  ///   - title: what is filled in.
  ///   - pages: sections of each page, from the top.
  ///   - moment: now.
  ///   - keepsToPage: whether later pages hold more of the same, which few need: then Tab ends with the page.
  ///   - checks: rules between fields, asked before saving.
  package init(
    id: String, title: String, pages: [[FormSection]], moment: FormMoment, keepsToPage: Bool = false,
    checks: [@Sendable (Form) -> [FieldProblem]] = []
  ) {
    self.id = id
    self.title = title
    self.moment = moment
    self.keepsToPage = keepsToPage
    self.checks = checks
    var fields: [FormField] = []
    let groups = pages.map { sections in
      sections.map { section in
        FormLayout.Group(
          title: section.title,
          rows: section.rows.map { row in
            defer { fields += row }
            return Array(fields.count..<(fields.count + row.count))
          })
      }
    }
    precondition(Set(fields.map(\.id)).count == fields.count, "two fields of a form share a name")
    precondition(!fields.isEmpty, "a form has a field")
    self.fields = fields
    layout = FormLayout(pages: groups)
    focus = fields.firstIndex { !$0.isReadOnly } ?? 0
  }

  /// The focused field.
  package var focused: FormField { fields[focus] }

  /// The page that the focus is on, from 0.
  package var page: Int { layout.page(of: focus) }

  /// The field of a name, if the form has one.
  package subscript(id: FormField.ID) -> FormField? { fields.first { $0.id == id } }

  /// What is stored for a field: the code of a choice, the id of a looked-up
  /// person, the text as read; nil while it is blank or wrong.
  package func value(_ id: FormField.ID) -> String? { self[id]?.reading(at: moment).value }

  /// The line of a field's pick list that stands for its value, as the list is now; nil if there is none.
  package func choice(_ id: FormField.ID) -> FieldChoice? {
    guard let value = value(id), case .lookup(let lookup)? = self[id]?.kind else { return nil }
    return lookup.choices(for: "").first { $0.value == value }
  }

  /// The text of a field as typed, without spaces at its ends; empty if blank.
  package func text(_ id: FormField.ID) -> String { self[id]?.text.trimmedEnds ?? "" }

  /// Whether a yes/no field says yes.
  package func isOn(_ id: FormField.ID) -> Bool { value(id) == "yes" }

  /// Whether anything differs from what the form was opened with.
  package var isModified: Bool { fields.contains(where: \.isModified) }

  func place(of id: FormField.ID) -> Int? { fields.firstIndex { $0.id == id } }
}
