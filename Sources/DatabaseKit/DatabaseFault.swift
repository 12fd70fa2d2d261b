/// What can go wrong below the rules: the file, the disk, the schema. A fault changes nothing; the front end says so.
package enum DatabaseFault: Error, Hashable, Sendable {
  /// Another process kept the database to itself longer than the time-out.
  case busy
  /// The file, or the folder it is in, may only be read.
  case readOnly
  /// No room left on the disk.
  case diskFull
  /// The disk gave an error; the detail is the engine's own.
  case disk(String)
  /// The file is no database of ours, or is damaged.
  case damaged(String)
  /// The file is a database, and not one of ours.
  case foreign(path: String)
  /// The file that was opened is no longer at its path: it was moved or removed, or another one took its place.
  case moved(path: String)
  /// There is no file at this path, or nothing in it.
  case missing(path: String)
  /// The file could not be opened or made.
  case cannotOpen(path: String, detail: String)
  /// The file was written by a newer version: a migration that this program does not know was applied.
  case newerSchema(migration: String)
  /// The file has not had this migration yet; `hms` migrates it when it opens it for writing.
  case olderSchema(migration: String)
  /// A constraint or trigger refused a change: the rule that a service should have said first.
  case refused(Constraint)
  /// A column was not there, or not of the type expected.
  case unexpectedColumn(String)
  /// Anything else, in the engine's words.
  case other(String)

  /// Which guard of the database refused.
  package struct Constraint: Hashable, Sendable {
    /// The kind of guard.
    package enum Kind: Hashable, Sendable { case unique, check, foreignKey, notNull, trigger }
    /// The kind of guard.
    package let kind: Kind
    /// For a trigger its own sentence; for others the columns or the name in the engine's words.
    package let message: String

    package init(kind: Kind, message: String) {
      self.kind = kind
      self.message = message
    }
  }
}
