import HospitalDomain
import HospitalScreens
import TerminalKit

/// The table of rooms on so many columns. What is wanted least goes first where there is little room: age and sex, what
/// comes next, since when.
struct RoomTable {
  /// The columns that the patient or note has.
  let who: Int
  let table: Table<RoomLine>

  /// What stands in place of rooms where there are none to show.
  static func empty(_ screen: BedBoardScreen) -> String {
    if screen.list.counts.total == 0 {
      return "There are no rooms yet. An administrator adds departments and rooms (8 More)."
    }
    return screen.filterProblem == nil
      ? "No room is like this. Esc shows all rooms." : "The filter can't be read yet. Esc shows all rooms."
  }

  init(columns: Int, numbers: Int, glyphs: GlyphSet, empty: String) {
    let room = columns - 2
    let number = max(6, min(numbers, 12))
    // Room and state always stand; each further one needs at least 16 columns left for the patient.
    var left = room - (number + 1) - 15 - 16
    func fits(_ width: Int) -> Bool {
      guard left >= width + 1 else { return false }
      left -= width + 1
      return true
    }
    let hasSince = fits(10)
    let hasNext = fits(12)
    let hasSex = fits(3)
    let hasAge = fits(5)
    let who = 16 + max(0, left)
    self.who = who
    var list: [TableColumn<RoomLine>] = [
      TableColumn("ROOM", width: .fixed(number)) { $0.number },
      TableColumn("STATE", width: .fixed(14), role: { $0.code.role }) { $0.code.label(glyphs) },
      TableColumn("PATIENT / NOTE", width: .fixed(who), role: { $0.name == nil ? .hint : nil }) {
        $0.who(fitting: who) { TerminalKit.SafeText.width(String($0)) }
      },
    ]
    if hasSex { list.append(TableColumn("SEX", width: .fixed(3)) { $0.sex }) }
    if hasAge { list.append(TableColumn("AGE", width: .fixed(5), align: .right) { $0.age }) }
    if hasSince { list.append(TableColumn("SINCE", width: .fixed(10)) { $0.since }) }
    if hasNext {
      list.append(TableColumn("NEXT", width: .fixed(12), role: { $0.isLate ? .overdue : nil }) { $0.next })
    }
    table = Table(
      list, empty: empty, mark: { $0.isMarked ? .marked : $0.isChanged ? .changed : .none })
  }
}
