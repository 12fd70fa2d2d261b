/// A reversible act and the pane that did it.
struct PastAct {
  let act: ReversibleAct
  let box: any PaneBoxing
}
