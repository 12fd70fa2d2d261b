import Testing

@testable import HospitalDomain

@Suite("How alike words look and sound (P2)")
struct LikenessTests {
  /// The examples of Winkler's papers.
  @Test(arguments: [
    ("martha", "marhta", 0.961), ("dwayne", "duane", 0.840), ("dixon", "dicksonx", 0.813), ("jones", "johnson", 0.832),
    ("abroms", "abrams", 0.922), ("hardin", "martinez", 0.722), ("same", "same", 1), ("", "", 0), ("a", "", 0),
    ("abc", "xyz", 0), ("作田", "作田", 1), ("a", "b", 0),
  ])
  func jaroWinkler(one: String, two: String, similarity: Double) {
    #expect(abs(JaroWinkler.similarity(one, two) - similarity) < 0.001)
    #expect(abs(JaroWinkler.similarity(two, one) - similarity) < 0.001)
  }

  /// Postel's own examples and those of the names of our wards.
  @Test(arguments: [
    ("Müller-Lüdenscheidt", "65752682"), ("Müller", "657"), ("Mueller", "657"), ("Meyer", "67"), ("Maier", "67"),
    ("Mayr", "67"), ("Wikipedia", "3412"), ("Breschnew", "17863"), ("Heinz Classen", "068586"), ("Philip", "351"),
    ("Filip", "351"),
    ("Xaver", "4837"), ("Aa", "0"), ("作田", "作田"), ("Иванов", "иванов"), ("", ""), ("'", ""), ("H", "h"),
  ])
  func colognePhonetics(name: String, code: String) {
    #expect(PhoneticCode.code(name) == code)
  }

  @Test(arguments: [
    ("Smith", "Smyth"), ("Katherine", "Catherine"), ("Stephen", "Steven"), ("Schmidt", "Schmitt"),
    ("Jönsson", "Jonson"),
  ])
  func likeSoundingNamesShareACode(one: String, two: String) {
    #expect(PhoneticCode.code(one) == PhoneticCode.code(two))
  }
}
