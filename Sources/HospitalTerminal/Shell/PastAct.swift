/// Something that was done, and the pane that did it.
struct PastAct {
  /// What undoing comes to.
  enum Kind {
    /// It can be undone.
    case reversible(ReversibleAct)
    /// It cannot, and says how it is taken back. Nothing that was done before it is undone any more.
    case bars(String)
    /// It cannot, and this is what was done. What was done before it is undone only once that was named.
    case other(String)
  }

  let kind: Kind
  let box: any PaneBoxing

  /// The act, if it can be undone.
  var reversible: ReversibleAct? { if case .reversible(let act) = kind { act } else { nil } }
}
