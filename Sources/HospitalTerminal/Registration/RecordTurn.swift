import HospitalScreens

/// A change of a record that is undone and done again in turn: each taking back gives what takes it back.
final class RecordTurn {
  /// What is taken back next.
  var change: RecordChange

  init(_ change: RecordChange) {
    self.change = change
  }
}
