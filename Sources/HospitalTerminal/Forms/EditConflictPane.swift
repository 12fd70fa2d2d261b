import HospitalDomain
import HospitalScreens
import TerminalKit

/// Somebody else changed the record meanwhile: both values of each field, side by side, to choose from. Nothing is lost.
package struct EditConflictPane: Pane {
  package static let keyTable: [Command<EditConflictPane>] =
    Command.motions(\.list) + [
      Command("conflict.toggle", keys: [" ", .left, .right], title: "Take the other value", hint: "Other value") {
        $0.toggle()
      },
      Command("conflict.theirs", keys: ["t"], title: "Take theirs in every field", hint: "All theirs") {
        $0.theirs = Set($0.conflict.fields.map(\.id))
      },
      Command("conflict.mine", keys: ["n"], title: "Take mine in every field", hint: "All mine") { $0.theirs = [] },
      Command("conflict.done", keys: [.control("s"), .function(10)], title: "Go on with these values", hint: "Go on") {
        $0.asks.close(answer: FormChoices(theirs: $0.theirs))
      },
    ]

  package var asks = Asks()
  private var list: TableState
  private var theirs: Set<FormField.ID> = []
  private let conflict: FormConflict
  private let banner: PatientBanner?
  private let clock: LocalTime

  init(_ conflict: FormConflict, banner: PatientBanner?, clock: LocalTime) {
    self.conflict = conflict
    self.banner = banner
    self.clock = clock
    list = TableState(count: conflict.fields.count)
  }

  package var title: String { "Both changed" }
  package func context(columns: Int) -> StyledText { banner.map { StyledText($0, columns: columns) } ?? StyledText("") }

  package mutating func draw(on canvas: inout Canvas) {
    let why = conflict.reason.isEmpty ? "." : ": \(conflict.reason)"
    let who = "\(conflict.changed.by) changed this at \(clock.text(conflict.changed.at))\(why)"
    canvas.write(who, column: 1, row: 0, role: .messageWarn)
    canvas.write(
      "Choose a value for each field; ^S goes on, Esc leaves the form as it is.", column: 1, row: 1, role: .hint)
    list.fit(rows: max(1, (canvas.rows - 3) / 4))
    for (place, number) in list.window.enumerated() { draw(number, row: 3 + place * 4, on: &canvas) }
  }

  private func draw(_ number: Int, row: Int, on canvas: inout Canvas) {
    let field = conflict.fields[number]
    let isSelected = number == list.selected
    let takesTheirs = theirs.contains(field.id)
    if isSelected {
      canvas.write(">", column: 0, row: row, role: .tableRowSelected)
      canvas.park(column: 0, row: row)
    }
    let end = canvas.write(field.caption, column: 2, row: row, role: isSelected ? .tableRowSelected : .caption)
    canvas.write("was \(shown(field.before))", column: end + 2, row: row, role: .hint)
    for (line, value) in [("theirs", field.theirs, takesTheirs), ("mine  ", field.mine, !takesTheirs)].enumerated() {
      let role: StyleRole = value.2 ? .default : .hint
      canvas.write("[\(value.2 ? "x" : " ")] \(value.0)  \(shown(value.1))", column: 4, row: row + 1 + line, role: role)
    }
  }

  /// A text of several lines as one.
  private func shown(_ text: String) -> String {
    text.isEmpty ? "nothing" : text.split(separator: "\n").joined(separator: " / ")
  }

  private mutating func toggle() {
    guard let row = list.selected else { return }
    theirs.formSymmetricDifference([conflict.fields[row].id])
  }
}

/// What was chosen where both had changed a record.
struct FormChoices: Sendable {
  /// The fields whose value is to be theirs.
  let theirs: Set<FormField.ID>
}
