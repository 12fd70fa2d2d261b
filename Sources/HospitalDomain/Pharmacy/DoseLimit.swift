/// The most of a substance by mouth that is usual for adults, and what is known of children (M3).
///
/// Where two sources differ the lower one stands: a check that speaks too early is asked about, one that is silent is trusted.
/// Where nothing stands here the dose range is not known, and the report says so.
package struct DoseLimit: Hashable, Sendable {
  /// The most at a time, in micrograms.
  package let single: Int
  /// The most a day, in micrograms.
  package let daily: Int
  /// Where it was read.
  package let sources: [DrugSource]
  /// What holds for each kilogram of a child; nil where none is known.
  package var byWeight: ByWeight?
  /// The age in months under which it is not given, and how serious that is.
  package var leastMonths: Least?
  /// The years from which the most for adults holds.
  package var adultFrom = 12
  /// Whether it is taken by the week only, so that every day is a mistake whatever the dose.
  package var isWeekly = false
  /// What is to be said besides.
  package var remark = ""

  /// A least age.
  package struct Least: Hashable, Sendable {
    package let months: Int
    package let level: FindingLevel
    /// Where it was read; nil where no source of it was found, and the sentence says so.
    package let source: DrugSource?

    /// The age, as a sentence has it: `2 years`.
    var words: String { DoseLimit.words(months: months) + (source == nil ? " (age not verified)" : "") }
  }

  /// The most for each kilogram of a child, in micrograms.
  package struct ByWeight: Hashable, Sendable {
    /// At a time.
    package let single: Int
    /// A day.
    package let daily: Int
  }

  static func words(months: Int) -> String {
    months % 12 == 0 ? Listing.count(months / 12, "year") : Listing.count(months, "month")
  }
}
