import HospitalDomain
import HospitalScreens
import TerminalKit

/// A pane from which the history of what has the focus can be opened: by the same key wherever there is one.
package protocol HistoryKeeping: Pane, SendableMetatype {
  /// Who sits at the terminal.
  var historyDesk: Desk { get }
  /// The record with the focus, if its versions are kept.
  var recordWithHistory: VersionedRecord? { get }
}

extension HistoryKeeping {
  /// The key that opens the history, for the keys of an area.
  static func historyKey(
    _ area: String, more keys: [Key] = [], title: String = "History: who changed it, when and why", hint: String? = nil
  ) -> Command<Self> {
    Command(
      CommandID("\(area).history"), keys: ["V", .function(7)] + keys, title: title, hint: hint,
      disabled: { $0.historyRefusal }, isDimmed: { _ in false }
    ) { pane in
      if let record = pane.recordWithHistory { pane.asks.pushHistory(of: record, at: pane.historyDesk) }
    }
  }

  private var historyRefusal: String? {
    guard let record = recordWithHistory else { return "The cursor is on nothing whose versions are kept." }
    return historyDesk.historyRefusal(of: record)
  }
}
