/// Reads the fields of a form one after another and gathers what is wrong with them, so that a form names all its
/// problems at once and the form's type stays a plain list of fields.
package struct EntryReader<Field: RawRepresentable & Sendable> where Field.RawValue == String {
  /// The problems so far, in the order in which the fields were read.
  package private(set) var problems: [FieldProblem] = []

  /// A reader that has read nothing.
  package init() {}

  /// The value of a field; nothing, and one more problem, if it cannot be read.
  package mutating func read<Value>(_ field: Field, _ value: @autoclosure () throws(Misentry) -> Value) -> Value? {
    do throws(Misentry) {
      return try value()
    } catch {
      note(error, at: field)
      return nil
    }
  }

  /// Adds a problem that is not of one field alone, at the field where it is best mended.
  package mutating func note(_ problem: Misentry, at field: Field) {
    problems.append(problem.at(field.rawValue))
  }

  /// Every problem, once a value was missing.
  package var invalid: InvalidEntry { InvalidEntry(problems: problems) }
}
