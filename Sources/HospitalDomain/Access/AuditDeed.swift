/// What was done, as somebody who reads the audit trail asks for it: a kind of act, or what one permission is for.
package struct AuditDeed: Hashable, Sendable {
  /// The word for it, as commands take it: `refused`, or the code of a permission, `bed.admit`.
  package let word: String
  /// The word for the screen: `looked`.
  package let title: String
  /// The kind of act that it is; nil for any.
  package let action: AuditAction?
  /// The codes of the permissions that it needs; none for any.
  package let codes: [String]

  private init(_ word: String, _ title: String, _ action: AuditAction?, codes: [String] = []) {
    self.word = word
    self.title = title
    self.action = action
    self.codes = codes
  }

  /// The code of an entry that a terminal was locked.
  package static let lockCode = "terminal.lock"
  /// The code of an entry that a terminal was unlocked.
  package static let unlockCode = "terminal.unlock"

  /// A record was opened, or a list handed over.
  package static let looked = AuditDeed("read", "looked", .read)
  package static let added = AuditDeed("create", "added", .create)
  package static let changed = AuditDeed("update", "changed", .update)
  package static let refused = AuditDeed("refused", "refused", .refused)
  package static let printed = AuditDeed("print", "printed", .execute, codes: Permission.paper.map(\.code))
  package static let signedIn = AuditDeed("sign-in", "signed in", .signIn)
  package static let signedOut = AuditDeed("sign-out", "signed out", .signOut)
  package static let locked = AuditDeed("lock", "locked", .execute, codes: [lockCode])
  package static let unlocked = AuditDeed("unlock", "unlocked", .execute, codes: [unlockCode])
  /// Everything else.
  package static let done = AuditDeed("execute", "did", .execute)

  /// The kinds of act, the most looked for first.
  package static let all: [AuditDeed] = [
    looked, added, changed, refused, printed, signedIn, signedOut, locked, unlocked, done,
  ]

  /// Everything that needed a permission, done or refused.
  package static func needing(_ permission: Permission) -> AuditDeed {
    AuditDeed(permission.code, permission.title, nil, codes: [permission.code])
  }

  /// Reads a word, its beginning where only one begins so, or the code of a permission.
  package init(entry text: String) throws(Misentry) {
    let typed = text.trimmed.lowercased()
    let words = Self.all.filter { $0.word == typed || $0.title == typed }
    let begun = words.isEmpty ? Self.all.filter { $0.word.hasPrefix(typed) || $0.title.hasPrefix(typed) } : words
    if !typed.isEmpty, let only = begun.first, begun.count == 1 {
      self = only
    } else if let permission = Permission.all.first(where: { $0.code.lowercased() == typed }) {
      self = .needing(permission)
    } else {
      throw Misentry("one of \(Listing.or(Self.all.map(\.word))), or a permission's code such as bed.admit")
    }
  }

  /// What kind of thing an entry tells of.
  package init(_ entry: AuditEntry) {
    let same = Self.all.filter { $0.action == entry.action }
    self =
      same.first { $0.codes.contains(entry.permission) } ?? same.first { $0.codes.isEmpty }
      ?? AuditDeed(entry.action.rawValue, entry.action.rawValue, entry.action)
  }
}
