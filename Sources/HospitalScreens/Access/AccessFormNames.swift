extension FormName {
  /// The personal number that unlocks: nothing of it is kept.
  package static let pin: FormName = "access.pin"

  /// The forms of this area.
  package static let access: [FormName] = [pin]

  /// The forms that hold secrets alone, of which nothing is ever kept.
  package static let secret: Set<FormName> = [pin, accountPassword, secondSignature]
}
