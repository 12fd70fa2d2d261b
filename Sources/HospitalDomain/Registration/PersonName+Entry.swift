extension PersonName {
  /// Reads one part of a name. A hyphen alone means that the person has no such part, and gives an empty text.
  /// - Parameter caption: what the part is called, such as `"given name"`.
  package static func part(_ typed: String, caption: String) throws(Misentry) -> String {
    let text = try SafeText.requiredLine(
      typed, limit: SafeText.nameLimit, hint: "type the \(caption), or - if there is none")
    if text == "-" { return "" }
    guard text.contains(where: \.isLetter) else { throw Misentry("a name has letters; type - if there is none") }
    return text
  }
}
