import HospitalDomain
import HospitalServices

extension DoneAct {
  /// How many acts are named one by one; of more, only the first of them.
  private static let mostNamed = 3

  /// Several acts as one. Undoing takes them back from the last to the first; redo does them again in the order they had.
  ///
  /// What cannot be taken back now is left as it is and said; the others are taken back all the same.
  ///
  /// - Parameter isUndone: whether these acts are themselves what undid others, so that taking them back does those again.
  static func all(_ acts: [DoneAct], isUndone: Bool = false) -> DoneAct {
    if let only = acts.only { return only }
    let sentence = named(acts)
    guard acts.allSatisfy({ $0.undo != nil }) else { return DoneAct(sentence) }
    return DoneAct(sentence) { session in
      var taken: [DoneAct] = []
      var left: [DoneAct] = []
      var problems: [any Error] = []
      for act in acts.reversed() {
        do {
          if let again = try act.undo?(session) { taken.insert(again, at: 0) }
        } catch {
          left.insert(act, at: 0)
          problems.insert(error, at: 0)
        }
      }
      guard !taken.isEmpty else { throw whyNone(problems) }
      let whole = all(taken, isUndone: !isUndone)
      guard !left.isEmpty else { return whole }
      let reasons = problems.map { FormMessage(problem: $0).sentence }.joined(separator: " ")
      return DoneAct(
        "\(taken.count) of \(acts.count) \(isUndone ? "done again" : "taken back"): \(named(taken)). \(reasons)",
        left: all(left, isUndone: isUndone), undo: whole.undo)
    }
  }

  private static func named(_ acts: [DoneAct]) -> String {
    let more = acts.count > mostNamed ? ["\(acts.count - mostNamed) more"] : []
    return (acts.prefix(mostNamed).map(\.sentence) + more).joined(separator: "; ")
  }

  /// Why none could be taken back. A fault comes before the refusals: what it stopped can still be tried again.
  private static func whyNone(_ problems: [any Error]) -> any Error {
    if let fault = problems.first(where: { !($0 is Refusal) }) { return fault }
    return Refusal(
      code: "undo.none", sentence: problems.map { FormMessage(problem: $0).sentence }.joined(separator: " "))
  }
}
