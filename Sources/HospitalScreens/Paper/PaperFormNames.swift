extension FormName {
  /// What is printed, and where to; its subject is the documents.
  package static let print: FormName = "print"

  /// The forms of this area.
  package static let paper: [FormName] = [print]
}
