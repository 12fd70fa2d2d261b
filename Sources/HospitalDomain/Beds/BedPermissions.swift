extension Permission {
  /// See the board of rooms.
  package static let seeBoard = Permission(
    "bed.see", "see the bed board", Role.clinical.union([.reception, .cashier, .pharmacist, .administrator]))
  /// Admit a patient to a room.
  package static let admitPatient = Permission("bed.admit", "admit a patient", [.reception, .headNurse])
  /// Take back an admission that was a mistake.
  package static let cancelAdmission = Permission(
    "bed.cancelAdmission", "cancel an admission", [.reception, .headNurse])
  /// Hold a room for someone who is coming, or let it go.
  package static let holdRoom = Permission("bed.hold", "hold a room", [.reception, .headNurse])
  /// Move a patient to another room.
  package static let transferPatient = Permission("bed.transfer", "transfer a patient", [.nurse, .headNurse])
  /// Put a stay under isolation, or end it.
  package static let isolateRoom = Permission("bed.isolate", "isolate a room", [.nurse, .headNurse])
  /// Record that a room is clean, or needs cleaning.
  package static let cleanRoom = Permission("bed.clean", "mark a room as clean", [.nurse, .headNurse])
  /// Record that a patient has left the room.
  package static let recordExit = Permission(
    "bed.exit", "record that a patient has left", [.nurse, .headNurse, .headDoctor])
  /// Take a free room out of service, or put it back.
  package static let blockRoom = Permission("bed.block", "block a room", [.headNurse, .administrator])
  /// Say when a patient is expected to leave.
  package static let planDischarge = Permission(
    "bed.planDischarge", "set an expected discharge", [.doctor, .headDoctor, .headNurse])
  /// Assign a nurse or doctor to a patient in a room.
  package static let assignStaff = Permission("bed.assign", "assign staff to a patient", [.headNurse, .headDoctor])
  /// Order a patient's discharge.
  package static let orderDischarge = Permission("checkout.order", "order a discharge", [.doctor, .headDoctor])
  /// Close the account of a stay.
  package static let closeAccount = Permission(
    "checkout.close", "close a stay's account", [.cashier, .headDoctor])
  /// Set aside an open item that blocks a check-out, with a reason.
  package static let waiveOpenItem = Permission(
    "checkout.waive", "waive an open item", [.headNurse, .headDoctor, .cashier])
  /// Strike out an admission that should never have been recorded.
  package static let strikeOutAdmission = Permission(
    "bed.strikeOut", "strike out an admission", [.headNurse, .headDoctor])
  /// Add, change and retire rooms and departments.
  package static let manageRooms = Permission("room.manage", "manage rooms and departments", [.administrator])

  /// The permissions of this area.
  package static let beds: [Permission] = [
    seeBoard, admitPatient, cancelAdmission, holdRoom, transferPatient, isolateRoom, cleanRoom, recordExit, blockRoom,
    planDischarge, assignStaff, orderDischarge, closeAccount, waiveOpenItem, strikeOutAdmission, manageRooms,
  ]
}
