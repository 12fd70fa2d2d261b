import HospitalDomain
import HospitalServices

/// What was done and can be undone, and what was undone and can be done again.
package struct PastActs: Sendable {
  private var done: [DoneAct] = []
  private var undone: [DoneAct] = []

  /// Why nothing can be undone; nil when something can.
  package var undoRefusal: String? { done.isEmpty ? "There is nothing to undo." : nil }

  /// Why nothing can be done again; nil when something can.
  package var redoRefusal: String? { undone.isEmpty ? "There is nothing to do again." : nil }

  /// Remembers an act, if it can be undone.
  mutating func remember(_ act: DoneAct) {
    undone = []
    if act.undo != nil { done.append(act) }
    if done.count > 50 { done.removeFirst() }
  }

  /// Undoes the last act; nil when there is none. One that the rules no longer let be undone is forgotten; of several that
  /// were done as one, those that were not undone with the others stay the last act.
  mutating func undo(in session: Session) throws -> DoneAct? {
    try Self.takeBack(from: &done, to: &undone, in: session)
  }

  /// Does the act again that was undone last; nil when there is none.
  mutating func redo(in session: Session) throws -> DoneAct? {
    try Self.takeBack(from: &undone, to: &done, in: session)
  }

  private static func takeBack(
    from acts: inout [DoneAct], to others: inout [DoneAct], in session: Session
  ) throws -> DoneAct? {
    guard let last = acts.last, let undo = last.undo else { return nil }
    do {
      let act = try undo(session)
      acts.removeLast()
      if let left = act.left { acts.append(left) }
      if act.undo != nil { others.append(act) }
      return act
    } catch let refusal as Refusal {
      acts.removeLast()
      throw refusal
    }
  }
}
