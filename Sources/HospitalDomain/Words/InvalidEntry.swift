/// Why a text that someone typed cannot be read, before it is known which field it was typed into.
package struct Misentry: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to type instead; stands beside a field, so it has no full stop at its end.
  package let sentence: String

  /// A text that cannot be read, with the words to show.
  package init(_ sentence: String) { self.sentence = sentence }

  /// The same problem, now that the field is known.
  package func at(_ field: String) -> FieldProblem { FieldProblem(field: field, sentence: sentence) }

  package var description: String { sentence }
}

/// One field of a form that is wrong, with the words to show beside it.
package struct FieldProblem: Hashable, Sendable, CustomStringConvertible {
  /// The identifier of the field, such as `"telephone"`.
  package let field: String

  /// What is wrong and what to type instead, such as `"6 digits typed, 10 needed"`; without a full stop.
  package let sentence: String

  /// A problem of one field.
  package init(field: String, sentence: String) {
    self.field = field
    self.sentence = sentence
  }

  package var description: String { "\(field): \(sentence)" }
}

/// A whole form that cannot be taken as it stands: every wrong field, in the order of the form.
package struct InvalidEntry: Error, Hashable, Sendable, CustomStringConvertible {
  /// The wrong fields, first to last; never empty.
  package let problems: [FieldProblem]

  /// A form with these wrong fields.
  package init(problems: [FieldProblem]) {
    precondition(!problems.isEmpty, "an entry without problems is valid")
    self.problems = problems
  }

  /// The words for one field, if that field is wrong.
  package func sentence(for field: String) -> String? { problems.first { $0.field == field }?.sentence }

  package var description: String { problems.map(\.description).joined(separator: "; ") }
}
