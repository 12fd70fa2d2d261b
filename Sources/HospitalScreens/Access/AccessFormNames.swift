extension FormName {
  /// The personal number that unlocks: nothing of it is kept.
  package static let pin: FormName = "access.pin"

  /// A person's own password: nothing of it is kept.
  package static let ownPassword: FormName = "access.password"

  /// The forms of this area.
  package static let access: [FormName] = [pin, ownPassword]

  /// The forms that hold secrets alone, of which nothing is ever kept.
  package static let secret: Set<FormName> = [pin, ownPassword, accountPassword, secondSignature]
}
