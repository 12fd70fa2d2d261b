/// When a room may be taken out of service.
package enum BlockRule {
  /// Whether a room may be closed now, with these words and this expected reopening.
  /// - Returns: the closure to keep; its reason is safe to store and to show.
  package static func check(
    _ room: RoomStanding, reason: String, reopens: Timestamp?, at now: Timestamp, clock: LocalTime
  ) throws(Refusal) -> RoomClosure {
    _ = try room.service(after: .close, at: now, clock: clock)
    let words: String
    do throws(Misentry) {
      words = try SafeText.requiredLine(reason, hint: "write why \(room.number) is closed")
    } catch {
      throw Refusal(
        code: "block.reason", sentence: "The reason cannot be kept: \(error.sentence).", field: "reason")
    }
    if let reopens { try checkReopening(reopens, at: now) }
    return RoomClosure(reason: words, reopens: reopens)
  }

  /// Whether a room that is closed now may be expected to open again at a moment.
  package static func checkReopening(_ reopens: Timestamp, at now: Timestamp) throws(Refusal) {
    guard reopens <= now else { return }
    throw Refusal(
      code: "block.past", sentence: "The expected reopening is past; give a later time, or leave it empty.",
      field: "reopens")
  }
}
