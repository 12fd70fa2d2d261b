/// The words by which a patient is found (P3). They are kept in an index; what is typed must begin one of them.
package enum SearchTerms {
  /// The terms of a patient, each once, in no order: folded words of the name and of aliases, also run together
  /// where a hyphen or an apostrophe parts them, and with ae, oe and ue for ä, ö and ü; the hospital number with and without
  /// its leading zeros; the telephone and every ending of it of four digits and more; the birth date as `19910312`;
  /// the family name's initial with the last four of the national id and of the hospital number (`d1009`).
  package static func terms(
    number: HospitalNumber, name: PersonName, aliases: [PersonName] = [], birthDate: BirthDate,
    telephone: Telephone = .noNumber, nationalID: NationalID? = nil
  ) -> Set<String> {
    var terms: Set<String> = []
    for name in [name] + aliases { terms.formUnion(words(of: name)) }
    terms.formUnion(numberTerms(number))
    terms.formUnion(telephoneTerms(telephone))
    terms.insert(birthDate.date.digits)
    if let nationalID { terms.insert(nationalID.text.lowercased()) }
    if let initial = TextFolding.words(name.family).first?.first ?? TextFolding.words(name.given).first?.first {
      terms.insert("\(initial)\(number.digits.suffix(4))")
      if let nationalID { terms.insert("\(initial)\(nationalID.text.lowercased().suffix(4))") }
    }
    return terms
  }

  /// The terms of a name alone.
  package static func words(of name: PersonName) -> Set<String> {
    var words: Set<String> = []
    for part in [name.family, name.given] {
      words.formUnion(TextFolding.words(part))
      words.formUnion(TextFolding.joinedWords(part))
      if let spelt = speltOut(part) { words.formUnion(TextFolding.words(spelt)) }
    }
    return words
  }

  /// `0000981146`, `000981146` … `981146`.
  private static func numberTerms(_ number: HospitalNumber) -> [String] {
    let digits = number.digits
    let zeros = digits.prefix { $0 == "0" }.count
    return (0...zeros).map { String(digits.dropFirst($0)) }
  }

  private static func telephoneTerms(_ telephone: Telephone) -> [String] {
    let digits = telephone.digits.suffix(15)
    guard digits.count >= 4 else { return [] }
    return (0...(digits.count - 4)).map { String(digits.dropFirst($0)) }
  }

  /// The German way of writing umlauts without them; nothing if there are none.
  private static func speltOut(_ text: String) -> String? {
    let spelling: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue"]
    let lowered = text.normalized.lowercased()
    guard lowered.contains(where: { spelling[$0] != nil }) else { return nil }
    return lowered.map { spelling[$0] ?? String($0) }.joined()
  }
}
