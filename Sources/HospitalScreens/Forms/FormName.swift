import HospitalDomain

/// The name of a form, or of a written reason, that its drafts are kept under (H4).
///
/// Names are open: each area adds `static let`s in a file of its own, such as `CheckOut/CheckOutFormNames.swift`, and lists
/// them there. A test opens every form of `all`, types, and looks for what was typed at another terminal; a form whose name
/// is not listed stops the program while it is being built.
package struct FormName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The area, a dot and the form: `checkout.order`. Kept with drafts; never changed.
  package let text: String
  package var description: String { text }

  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }

  /// Every form and every reason of the program; an area that is added appends its own list here.
  package static let all: [FormName] =
    registration + beds + checkOut + billing + staff + paper + access + care + prescribing + stock + pharmacy
}

extension Draft {
  /// The form that it is of.
  package var name: FormName { FormName(form) }

  /// The parts of its subject, where a form is about something inside a record: `ADMISSION/CHARGE`.
  package var subjectParts: [String] { subject.split(separator: "/").map(String.init) }
}
