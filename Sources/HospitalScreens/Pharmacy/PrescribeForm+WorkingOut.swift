import HospitalDomain
import HospitalServices

/// What a prescription works out while it is typed.
extension PrescribeForm {
  /// Something was typed: fills in what can be worked out, unless somebody typed there. What was left stands there as it
  /// is understood, so that nobody has to trust a beginning: `warf` becomes `warfarin 5 mg tablet`, `tds` 3 times a day.
  package mutating func edited() {
    isTypedSince = true
    for number in 1...PrescribingRule.mostItems {
      for field in ["dose\(number)", "frequency\(number)"] where form.focused.id != field {
        if let read = form.value(field), read != form.text(field) { form.fill(field, with: read) }
      }
      guard let medication = medication(number) else {
        if form.text("medication\(number)").isEmpty { withdraw(number) }
        continue
      }
      if form.focused.id != "medication\(number)", form.text("medication\(number)") != medication.words {
        form.choose(FieldChoice(medication: medication), for: "medication\(number)")
      }
      form.read("dose\(number)", with: PrescribeFields.dose(of: medication))
      for (field, text) in worked(number, medication) { propose(field, text) }
    }
    askForTheRest()
  }

  /// The medication of an item, once it is known which.
  private mutating func medication(_ number: Int) -> ListedMedication? {
    guard let id = form.value("medication\(number)") else { return nil }
    if known[id] == nil { known[id] = try? PrescribingService(session).medication(MedicationID(id)) }
    return known[id]
  }

  /// What can be worked out of an item: how it is given, and how many are handed over.
  private func worked(_ number: Int, _ medication: ListedMedication) -> [(field: FormField.ID, text: String)] {
    let route = ("route\(number)", AdministrationRoute(form: medication.form).title)
    let quantity = dosage(number)?.quantity(strength: Strength(medication.strength))
    return [route] + (quantity.map { [("quantity\(number)", "\($0)")] } ?? [])
  }

  private mutating func propose(_ id: FormField.ID, _ text: String) {
    guard form.focused.id != id, form.text(id).isEmpty || form.text(id) == proposals[id], form.text(id) != text else {
      return
    }
    proposals[id] = text
    form.fill(id, with: text)
  }

  /// Takes what stands in an item for worked out where it is what that comes to: it follows the dose from now on. What
  /// somebody typed differs, and stays.
  mutating func recognise(_ number: Int) {
    guard let medication = medication(number) else { return }
    for (field, text) in worked(number, medication) where form.text(field) == text { proposals[field] = text }
  }

  /// Takes away what was worked out for a medication that is no longer there.
  private mutating func withdraw(_ number: Int) {
    for field in ["route\(number)", "quantity\(number)"] where form.focused.id != field {
      if let text = proposals.removeValue(forKey: field), form.text(field) == text { form.fill(field, with: "") }
    }
  }

  /// An item that was begun asks for the rest of it, beside each field that is blank.
  mutating func askForTheRest() {
    for number in 2...PrescribingRule.mostItems {
      let parts = ["medication", "dose", "frequency", "days", "quantity"].map { "\($0)\(number)" }
      form.require(
        parts, parts.contains { !form.text($0).isEmpty }, saying: "needed; or clear medication \(number)")
    }
  }
}
