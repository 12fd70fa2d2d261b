extension Permission {
  /// Let a patient go on leave, and record that they are back.
  package static let recordLeave = Permission("checkout.leave", "record a patient's leave", Role.clinical)

  /// The permissions of this area, besides those of leaving a room, which the board shares.
  package static let checkOut: [Permission] = [recordLeave]
}
