extension Refusal {
  /// The room has a patient; says who (B4).
  package static func roomTaken(room: String, by name: PersonName) -> Refusal {
    Refusal(code: "bed.taken", sentence: "\(room) is taken by \(name.listed); choose another room.", field: "room")
  }

  /// The room has a patient whom this role need not know, or whom another session has only just put there.
  package static func roomTaken(room: String) -> Refusal {
    Refusal(code: "bed.taken", sentence: "\(room) was taken a moment ago; choose another room.", field: "room")
  }

  /// The room is kept for someone else.
  package static func roomHeld(room: String, for label: String, until: String) -> Refusal {
    Refusal(
      code: "bed.held",
      sentence: "\(room) is held for \(label) until \(until); choose another room or let the hold go.", field: "room")
  }

  /// The room cannot be used as it is.
  package static func roomNotReady(room: String, because reason: String, advice: String) -> Refusal {
    Refusal(code: "bed.notReady", sentence: "\(room) is \(reason); \(advice).", field: "room")
  }

  /// There is no such room in use.
  package static func noSuchRoom(_ room: String) -> Refusal {
    Refusal(
      code: "bed.unknown", sentence: "There is no room \(room) in use; press F4 for the list of rooms.", field: "room")
  }

  /// A ward or bay is meant for the other sex and no reason was written; with a reason it passes.
  package static func genderRule(_ concern: String) -> Refusal {
    Refusal(code: "bed.genderRule", sentence: "\(concern); write a reason to go on.", field: "reason")
  }

  /// The room needs nobody in it for this.
  package static func roomOccupied(room: String, by name: PersonName, act: String) -> Refusal {
    Refusal(
      code: "bed.occupied", sentence: "\(room) cannot be \(act) while \(name.listed) is in it; transfer them first.",
      field: "room")
  }

  /// The room is in a state that the act does not apply to.
  package static func roomCannot(_ act: RoomAct, room: String, code: BedCode) -> Refusal {
    Refusal(
      code: "bed.cannot", sentence: "\(room) is \(code.title) and cannot be \(act.title); choose another act.",
      field: "room")
  }

  /// Somebody else was assigned to the patient while the change was typed.
  package static func assignedMeanwhile(_ name: PersonName, to room: String) -> Refusal {
    Refusal(
      code: "bed.assignedMeanwhile",
      sentence: "\(name.listed) was assigned to \(room) meanwhile; Esc, look, then assign again if it is still meant.",
      field: "staff")
  }

  /// The isolation was begun, changed or ended while the change was typed.
  package static func isolatedMeanwhile(_ kind: String?, in room: String) -> Refusal {
    Refusal(
      code: "bed.isolatedMeanwhile",
      sentence:
        "\(room) is \(kind.map { "under \($0) isolation" } ?? "no longer isolated") meanwhile; Esc, look, then isolate again if it is still meant.",
      field: "kind")
  }

  /// Another time was set while the change was typed.
  package static func expectedMeanwhile(_ time: String?, from room: String) -> Refusal {
    Refusal(
      code: "bed.expectedMeanwhile",
      sentence:
        "The discharge from \(room) was set to \(time ?? "not known") meanwhile; Esc, look, then set it again if it is still meant.",
      field: "expected")
  }

  /// An act that overrides or ends something needs a written reason.
  package static func reasonNeeded(for act: String) -> Refusal {
    Refusal(code: "bed.reason", sentence: "Write a reason to \(act).", field: "reason")
  }
}
