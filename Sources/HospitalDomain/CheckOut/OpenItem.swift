/// Something of a stay that stands in the way of closing its account, with who has to deal with it. It goes by being
/// settled, or by a waiver with a name and a reason. What was cancelled is no open item.
package struct OpenItem: Hashable, Sendable, Identifiable {
  /// What it is. The raw value is the stored code.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A prescription that was neither handed over nor cancelled.
    case prescription
    /// A charge that stands on no invoice.
    case charge
    /// An invoice that was not issued.
    case draftInvoice = "draft-invoice"
    /// An invoice that was issued and is not wholly paid.
    case unpaidInvoice = "unpaid-invoice"

    /// Who has to deal with it, in general.
    package var owner: String { self == .prescription ? "pharmacy" : "cashier" }
  }

  /// How it was set aside.
  package struct Waiver: Hashable, Sendable {
    /// The name of who did.
    package let by: String
    package let at: Timestamp
    package let reason: String

    /// What the records tell of it.
    package init(by: String, at: Timestamp, reason: String) {
      self.by = by
      self.at = at
      self.reason = reason
    }
  }

  package let kind: Kind
  /// The identifier of the prescription, the charge or the invoice.
  package let subject: String
  /// What it is called: `Rx 20944`, `INV-2026-0417`.
  package let name: String
  /// What it is about: `apixaban 5 mg tablet`, `USD 784.50 to pay`.
  package let about: String
  /// Who has to deal with it: a pharmacy's name, `cashier`.
  package let owner: String
  package let since: Timestamp
  /// How it was set aside; nil while it is open.
  package let waiver: Waiver?

  /// What the records tell of it.
  package init(
    kind: Kind, subject: String, name: String, about: String, owner: String, since: Timestamp, waiver: Waiver?
  ) {
    self.kind = kind
    self.subject = subject
    self.name = name
    self.about = about
    self.owner = owner
    self.since = since
    self.waiver = waiver
  }

  package var id: String { "\(kind.rawValue) \(subject)" }

  /// Whether it stands in the way.
  package var isOpen: Bool { waiver == nil }

  /// The item with its owner, as a refusal names it: `Rx 20944 (Quay Pharmacy)`.
  package var blame: String { "\(name) (\(owner))" }
}
