import HospitalDomain

extension Form {
  /// Checks every field and the rules between them, before saving.
  ///
  /// - Returns: whether all is well. If not, the cursor is in the first wrong field and nothing typed has changed.
  package mutating func checkAll() -> Bool {
    note = nil
    history.seal()
    for place in fields.indices where !fields[place].isReadOnly { check(place) }
    for problem in checks.flatMap({ $0(self) }) {
      if let place = place(of: problem.field), fields[place].problem == nil {
        fields[place].problem = problem.sentence
      }
    }
    return goToFirstProblem()
  }

  /// Shows what a rule found wrong beside the fields it names, with the cursor
  /// in the first. Words for a field that the form lacks go to the message row.
  package mutating func show(_ entry: InvalidEntry) {
    note = nil
    var homeless: [String] = []
    for problem in entry.problems {
      if let place = place(of: problem.field) {
        fields[place].problem = problem.sentence
      } else {
        homeless.append(problem.sentence)
      }
    }
    _ = goToFirstProblem()
    if !homeless.isEmpty { note = FormMessage(.error, homeless.joined(separator: "; ") + ".") }
  }

  /// Shows a refusal beside its field, or on the message row if it has none here.
  package mutating func show(_ refusal: Refusal) {
    note = FormMessage(.error, refusal.sentence)
    guard let field = refusal.field, let place = place(of: field) else { return }
    fields[place].problem = refusal.sentence.withoutFullStop
    focus = fields[place].isReadOnly ? focus : place
    attention = place
  }

  /// Shows why an act was refused or did not work, in the one place for it.
  package mutating func show(_ problem: any Error) {
    switch problem {
    case let refusal as Refusal: show(refusal)
    case let entry as InvalidEntry: show(entry)
    default: note = FormMessage(problem: problem)
    }
  }

  /// Says something on the message row until the next act.
  package mutating func say(_ level: FormMessage.Level, _ sentence: String) {
    note = FormMessage(level, sentence)
  }

  /// What the message row says: the last act's note, else the wrong field.
  package var message: FormMessage? {
    if let note { return note }
    let wrong = [focus, attention].compactMap(\.self).first { fields[$0].problem != nil }
    guard let wrong, let problem = fields[wrong].problem else { return nil }
    let field = fields[wrong]
    let remedy = field.entry.isBlank ? "Fill it in" : "Correct it, or ^U clears it"
    let says = "\(field.caption): \(problem.withoutFullStop)."
    // A problem that tells what to do after a semicolon needs no other advice.
    return FormMessage(.error, problem.contains("; ") ? says : "\(says) \(remedy).")
  }

  /// The fields that are known to be wrong, in order.
  package var wrongFields: [FormField] { fields.filter { $0.problem != nil } }

  /// How many fields must be filled in, and how many of them are, rightly.
  package var progress: (done: Int, required: Int) {
    let required = fields.filter(\.isRequired)
    return (required.filter { $0.problem == nil && $0.reading(at: moment).value != nil }.count, required.count)
  }

  /// Says from now on whether fields must be filled in, for those that belong together: one that was begun asks for the rest.
  ///
  /// - Parameter missing: what stands beside one that is blank then.
  mutating func require(_ ids: [FormField.ID], _ isRequired: Bool, saying missing: String = "needed") {
    for place in ids.compactMap({ place(of: $0) }) where fields[place].isRequired != isRequired {
      if !isRequired, fields[place].entry.isBlank { fields[place].problem = nil }
      fields[place].isRequired = isRequired
      fields[place].missing = missing
    }
  }

  /// Checks a field that the cursor leaves. One that was never touched may stay
  /// blank until the form is saved.
  mutating func checkLeft(_ place: Int) {
    let field = fields[place]
    guard !field.isReadOnly, field.isModified || !field.entry.isBlank || field.problem != nil else { return }
    check(place)
    if fields[place].problem != nil { attention = place }
  }

  /// Reads a field again whose problem was shown, while it is being mended.
  mutating func readAgain(_ place: Int) {
    guard fields[place].problem != nil else { return }
    check(place)
    if fields[place].entry.isBlank, !fields[place].isModified { fields[place].problem = nil }
  }

  private mutating func check(_ place: Int) {
    switch fields[place].reading(at: moment) {
    case .blank: fields[place].problem = fields[place].isRequired ? fields[place].missing : nil
    case .understood: fields[place].problem = nil
    case .wrong(let problem): fields[place].problem = problem
    }
  }

  private mutating func goToFirstProblem() -> Bool {
    attention = nil
    guard let wrong = fields.firstIndex(where: { $0.problem != nil }) else { return true }
    if !fields[wrong].isReadOnly { focus = wrong }
    attention = wrong
    return false
  }
}

extension String {
  /// The sentence as it stands beside a field.
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
