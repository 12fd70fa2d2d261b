import HospitalServices

extension DoneAct {
  /// Several acts as one. Undoing takes them back from the last to the first; redo does them again in the order they had.
  static func all(_ acts: [DoneAct]) -> DoneAct {
    if let only = acts.only { return only }
    let undos = acts.compactMap(\.undo)
    let sentence = acts.map(\.sentence).joined(separator: "; ")
    guard undos.count == acts.count else { return DoneAct(sentence) }
    return DoneAct(sentence) { session in
      var taken: [DoneAct] = []
      for undo in undos.reversed() { taken.insert(try undo(session), at: 0) }
      return .all(taken)
    }
  }
}
