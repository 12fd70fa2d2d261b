import HospitalDomain
import HospitalServices

/// A kind of record that those who may keep in a list: rooms, departments, doctors, staff (A6, B1, B2).
package protocol CatalogueKind: SendableMetatype {
  /// One record.
  associatedtype Item: Sendable

  /// What the list is called: `Rooms`.
  static var title: String { get }
  /// What one record is called: `room`.
  static var noun: String { get }
  /// What has to be allowed for adding, changing and retiring.
  static var permission: Permission { get }
  /// What is shown of each record.
  static var columns: [CatalogueColumn<Item>] { get }

  /// Every record in use.
  static func items(_ session: Session) throws -> [Item]
  /// What tells a record from all others.
  static func id(of item: Item) -> String
  /// The form of a new record, or of one that is changed.
  static func form(for item: Item?, _ session: Session, at moment: FormMoment) throws -> Form
  /// Adds or changes a record as the form says; what was done, in words.
  static func save(_ form: Form, _ item: Item?, _ session: Session) throws -> String
  /// What is asked before a record is retired.
  static func question(of item: Item) -> CatalogueQuestion
  /// Retires a record; what was done, in words.
  static func retire(_ item: Item, because reason: String, _ session: Session) throws -> String
}

/// A column of a list of records.
package struct CatalogueColumn<Item>: Sendable {
  /// The heading.
  package let title: String
  /// The columns it takes at least.
  package let width: Int
  /// Whether it gets a share of the columns that are left.
  package let isFlexible: Bool
  /// How soon it is left out where there is little room; 0 always stays.
  package let rank: Int
  /// Its text.
  package let text: @Sendable (Item) -> String

  init(
    _ title: String, _ width: Int, isFlexible: Bool = false, rank: Int = 0, text: @escaping @Sendable (Item) -> String
  ) {
    self.title = title
    self.width = width
    self.isFlexible = isFlexible
    self.rank = rank
    self.text = text
  }
}

/// What is asked before a record is retired: a written reason is needed.
package struct CatalogueQuestion: Hashable, Sendable {
  /// What is asked: `Retire room 4A-12?`
  package let title: String
  /// What follows.
  package let lines: [String]
  /// The answer that acts.
  package let act: String

  init(_ title: String, lines: [String], act: String) {
    self.title = title
    self.lines = lines
    self.act = act
  }
}
