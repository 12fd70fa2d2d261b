import HospitalDomain

/// The names that patients of a demonstration hospital are given.
package struct DemonstrationNames: Sendable {
  /// Family names.
  package let families: [String]
  /// Given names of women and of men by the year in which they were common.
  package let women: [Int: [String]]
  package let men: [Int: [String]]

  package init(families: [String], women: [Int: [String]], men: [Int: [String]]) {
    self.families = families
    self.women = women
    self.men = men
  }

  /// A name for somebody born in a year; now and then one from farther away.
  func name(bornIn year: Int, _ sex: Sex, _ chance: inout SeededChance) -> (name: PersonName, language: String) {
    if chance.happens(9) {
      let person = chance.one(of: Self.travellers.filter { $0.sex == sex || sex == .other })
      return (PersonName(family: person.family, given: person.given), person.language)
    }
    let lists = sex == .male ? men : women
    // Sorted, or the same seed would not make the same hospital where two decades are as near.
    let decade = lists.keys.sorted().min { abs($0 - year) < abs($1 - year) } ?? 0
    let given = chance.one(of: lists[decade] ?? ["Alex"])
    return (PersonName(family: chance.one(of: families), given: given), "English")
  }

  private struct Traveller {
    let family: String
    let given: String
    let sex: Sex
    let language: String

    init(_ family: String, _ given: String, _ sex: Sex, _ language: String) {
      self.family = family
      self.given = given
      self.sex = sex
      self.language = language
    }
  }

  private static let travellers = [
    Traveller("Duarte", "Inês", .female, "Portuguese"), Traveller("Duarte", "Rui", .male, "Portuguese"),
    Traveller("Kowalczyk", "Łukasz", .male, "Polish"), Traveller("Nowak", "Agnieszka", .female, "Polish"),
    Traveller("Ó Súilleabháin", "Seán", .male, "Irish"), Traveller("Ní Bhriain", "Gráinne", .female, "Irish"),
    Traveller("Müller", "Jörg", .male, "German"), Traveller("Weiß", "Käthe", .female, "German"),
    Traveller("作田", "花子", .female, "Japanese"), Traveller("田中", "健", .male, "Japanese"),
    Traveller("김", "민준", .male, "Korean"), Traveller("Nguyễn", "Thị Hương", .female, "Vietnamese"),
    Traveller("Oyelaran", "Tunde", .male, "Yoruba"), Traveller("Okonkwo", "Chiamaka", .female, "Igbo"),
    Traveller("García Márquez", "José", .male, "Spanish"), Traveller("Fernández", "Lucía", .female, "Spanish"),
    Traveller("Lindqvist", "Åsa", .female, "Swedish"), Traveller("Østergård", "Søren", .male, "Danish"),
    Traveller("O'Brien-Walsh", "Mary Kate", .female, "English"), Traveller("D'Souza", "Anil", .male, "Konkani"),
    Traveller("حداد", "ليلى", .female, "Arabic"), Traveller("Иванов", "Пётр", .male, "Russian"),
    Traveller("Papadopoulos", "Eleni", .female, "Greek"), Traveller("Çelik", "Yiğit", .male, "Turkish"),
  ]
}
