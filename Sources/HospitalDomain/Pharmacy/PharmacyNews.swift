/// What the live feed has to tell of the pharmacy.
package struct PharmacyNews: Hashable, Sendable {
  /// The prescriptions that changed; nil where so much did that all have to be read again.
  package let touched: Set<String>?
  /// How many cannot wait and are not verified; nil for those whom it does not concern.
  package let pressing: Int?
  /// Those of them that came since the news before.
  package let fresh: [PressingPrescription]

  /// What changed, how many are pressing now, and which of them are new.
  package init(touched: Set<String>?, pressing: Int? = nil, fresh: [PressingPrescription] = []) {
    self.touched = touched
    self.pressing = pressing
    self.fresh = fresh
  }

  /// The news together with older ones that nobody has taken yet.
  package func after(_ older: PharmacyNews?) -> PharmacyNews {
    guard let older else { return self }
    let both = touched.flatMap { mine in older.touched.map { mine.union($0) } }
    return PharmacyNews(touched: both, pressing: pressing, fresh: older.fresh + fresh)
  }
}
