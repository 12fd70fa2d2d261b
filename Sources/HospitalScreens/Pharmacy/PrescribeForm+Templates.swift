import HospitalDomain
import HospitalServices

/// Usual prescriptions (M2): to begin from one, and to keep what is typed as one.
extension PrescribeForm {
  /// The usual prescriptions that it can begin from.
  package var templates: [PrescriptionTemplate] { desk.templates }

  /// Takes a usual prescription into the items that are still empty.
  package mutating func take(_ template: PrescriptionTemplate) {
    var left = template.items[...]
    for number in 1...PrescribingRule.mostItems where form.text("medication\(number)").isEmpty {
      guard let (medication, item) = left.popFirst() else { break }
      put(item, medication, at: number)
    }
    form.say(
      left.isEmpty ? .note : .warning,
      left.isEmpty ? "\(template.name) is filled in; check it." : "\(left.count) of \(template.name) found no room.")
  }

  /// Keeps what is typed as a usual prescription.
  package func keepTemplate(named name: String, forDepartment: Bool) throws -> String {
    try PrescribingService(session).keepTemplate(try items(), named: name, forDepartment: forDepartment).sentence + "."
  }
}
