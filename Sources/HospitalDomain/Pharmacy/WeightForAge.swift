/// How heavy the heaviest children of an age usually are: a bound for doses by weight where nobody has weighed the child.
///
/// Source: CDC growth charts, United States (2000), weight for age, the 97th centile of the heavier sex at the end of each
/// span, rounded up to 0.1 kg. Three in a hundred children are heavier: what is found with it is major, which a weight on
/// file or a written reason settles, and it never takes the place of weighing.
enum WeightForAge {
  /// The weight in grams; nil from 12 years on, when doses for adults hold.
  static func heaviest(at age: Age) -> Int? { spans.first { age.months < $0.under }?.grams }

  /// The months that end each span, and the weight then.
  private static let spans: [(under: Int, grams: Int)] = [
    (1, 5_600), (2, 6_700), (3, 7_600), (6, 9_900), (9, 11_600), (12, 12_800), (18, 14_500), (24, 15_600),
    (36, 18_000), (48, 21_200), (60, 24_800), (72, 28_800), (84, 33_200), (96, 38_400), (108, 44_400),
    (120, 51_200), (132, 58_500), (144, 65_700),
  ]
}
