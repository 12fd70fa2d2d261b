import HospitalDomain

/// One line of a patient's record on the screen.
package struct RecordLine: Hashable, Sendable {
  /// How it is to be read.
  package enum Weight: Hashable, Sendable {
    /// As it stands.
    case plain
    /// Somebody waits for it.
    case waiting
    /// It must not be overlooked, for the patient's sake.
    case alert
    /// It is struck out, over, or a note that there is nothing.
    case faint
  }

  /// What can be done from it.
  package enum Subject: Hashable, Sendable {
    /// Nothing but reading.
    case none
    /// An allergy that holds.
    case allergy(AllergyLine)
    /// A record that was merged into this one, or this one into another.
    case merge(MergeLine)
    /// A version of the details.
    case version(Int)
    /// A consultation, a nurse's note or a prescription.
    case entry(ClinicalEntry)
    /// A step of a check-out.
    case step(CheckOutStep)
    /// Something that a check-out waits for, or that was waived.
    case openItem(OpenItem)
    /// A charge that stands on no invoice.
    case charge(Charge)
    /// An invoice.
    case invoice(ListedInvoice.ID)
    /// A refund that waits.
    case refund(Refund)

    /// Whether both are the same thing on file, whatever changed about it meanwhile.
    package func isSame(as other: Subject) -> Bool {
      switch (self, other) {
      case (.none, .none): false
      case (.allergy(let one), .allergy(let two)): one.id == two.id
      case (.charge(let one), .charge(let two)): one.id == two.id
      case (.refund(let one), .refund(let two)): one.id == two.id
      default: self == other
      }
    }
  }

  /// Whether a line of another reading is this one: about the same, or with the same words where they are about nothing.
  package func isSame(as other: RecordLine) -> Bool {
    guard case (.none, .none) = (subject, other.subject) else {
      return subject.isSame(as: other.subject) && goesOn == other.goesOn
    }
    return label == other.label && text == other.text
  }

  /// Whether it goes on from the line above.
  private var goesOn: Bool { label.isEmpty }

  /// What stands at its left, such as a date or a name; empty where it goes on from the line above.
  package let label: String
  /// What it says.
  package let text: String
  /// How it is to be read.
  package let weight: Weight
  /// All that is known of it, line by line, for the detail.
  package let detail: [String]
  /// What can be done from it.
  package let subject: Subject
  /// The record that it tells of, where the versions of that are kept.
  package let history: VersionedRecord?

  init(
    _ label: String, _ text: String, _ weight: Weight = .plain, detail: [String] = [], subject: Subject = .none,
    history: VersionedRecord? = nil
  ) {
    self.label = label
    self.text = text
    self.weight = weight
    self.detail = detail.isEmpty ? ["\(label)  \(text)"] : detail
    self.subject = subject
    if case .entry(let entry) = subject { self.history = entry.record } else { self.history = history }
  }
}

/// A part of a patient's record: its heading and its lines, never none.
package struct RecordSection: Hashable, Sendable, Identifiable {
  /// Its heading, with the number of entries where that helps: `PRESCRIPTIONS 4`.
  package let title: String
  /// Its lines.
  package let lines: [RecordLine]

  package var id: String { title }

  /// - Parameters:
  ///   - none: what stands there where there is nothing; with it, the heading says how many there are.
  ///   - number: how many entries the lines are; nil for one in each.
  init(_ title: String, _ lines: [RecordLine], none: String? = nil, number: Int? = nil) {
    self.title = lines.isEmpty || none == nil ? title : "\(title)  \(number ?? lines.count)"
    self.lines = lines.isEmpty ? [RecordLine("", none ?? "", .faint)] : lines
  }
}
