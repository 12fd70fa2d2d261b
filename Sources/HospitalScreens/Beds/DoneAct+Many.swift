import HospitalDomain
import HospitalServices

extension DoneAct {
  /// Several acts as one. Undoing takes them back from the last to the first; redo does them again in the order they had.
  ///
  /// What the rules no longer let be taken back is left as it is and said; the others are taken back all the same.
  static func all(_ acts: [DoneAct], refused: [String] = []) -> DoneAct {
    if let only = acts.only, refused.isEmpty { return only }
    let undos = acts.compactMap(\.undo)
    let count = acts.count + refused.count
    let sentence =
      refused.isEmpty
      ? acts.map(\.sentence).joined(separator: "; ")
      : "\(acts.count) of \(count) taken back. \(refused.joined(separator: " "))"
    guard undos.count == acts.count else { return DoneAct(sentence) }
    return DoneAct(sentence) { session in
      var taken: [DoneAct] = []
      var left: [String] = []
      for undo in undos.reversed() {
        do {
          taken.insert(try undo(session), at: 0)
        } catch let refusal as Refusal where !(taken.isEmpty && undos.count == 1) {
          left.append(refusal.sentence)
        }
      }
      guard !taken.isEmpty else { throw Refusal(code: "undo.none", sentence: left.joined(separator: " ")) }
      return .all(taken, refused: left)
    }
  }
}
