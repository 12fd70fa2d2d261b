import HospitalDomain
import HospitalScreens
import TerminalKit

extension AuditPane {
  package static let keyTable: [Command<AuditPane>] =
    motions + [
      Command("audit.show", keys: [.enter], title: "Show all of the entry", hint: "Show", isMotion: true) {
        $0.showEntry()
      },
      Command(
        "audit.person", keys: ["w"], title: "Only what this person did", hint: "Who", isMotion: true,
        disabled: { $0.refusal(where: $0.selected?.entry.actor.isEmpty == false) }
      ) { $0.narrow { $0.username = $1.entry.actor } },
      Command(
        "audit.patient", keys: ["p"], title: "Only this patient: who looked at the record", hint: "Patient",
        isMotion: true,
        disabled: { pane in
          if case .everything = pane.screen.subject {
            return pane.selected?.patient == nil ? "This entry is about no patient." : nil
          }
          return "Only this patient is shown already."
        }
      ) { $0.narrow { $0.patient = $1.patient?.number } },
      Command(
        "audit.deed", keys: ["t"], title: "Only this kind of act", hint: "Kind", isMotion: true,
        disabled: { $0.refusal(where: true) }
      ) { $0.narrow { $0.deed = $1.deed } },
      Command(
        "audit.day", keys: ["d"], title: "Only this day", hint: "Day", isMotion: true,
        disabled: { $0.refusal(where: true) }
      ) { pane in
        let clock = pane.screen.clock
        pane.narrow { choice, line in
          choice.from = clock.date(of: line.entry.occurredAt)
          choice.to = choice.from
        }
      },
      Command(
        "audit.filter", keys: ["/"], title: "Filter by who, patient, kind, days…", hint: "Filter…", section: .find,
        isMotion: true
      ) { $0.openFilter() },
      Command("audit.refresh", keys: ["r", .function(5)], title: "Read the trail again", isMotion: true) { pane in
        pane.change { $0.refresh() }
      },
    ]

  /// A patient reads everybody who looked, and has nothing to narrow.
  static let ownKeys = keyTable.filter { ["audit.show", "audit.refresh"].contains($0.id) || $0.section == .move }

  private func refusal(where isPossible: Bool) -> String? {
    selected == nil || !isPossible ? "No entry is shown; Esc shows everything." : nil
  }

  /// Narrows the trail by the entry with the focus.
  private mutating func narrow(_ by: (inout AuditChoice, AuditLine) -> Void) {
    guard let line = selected else { return }
    var choice = screen.choice
    by(&choice, line)
    narrow(to: choice)
  }

  /// The keys of every list, which here read on as one comes to the end of what is held.
  private static var motions: [Command<AuditPane>] {
    let list: [Command<AuditPane>] = Command.motions(\.list)
    return list.map { motion in
      Command(motion.id, keys: motion.keys, title: motion.title, section: motion.section, isMotion: true) { pane in
        switch motion.id {
        case "list.first": pane.goToNewest()
        case "list.last": pane.goToOldest()
        default:
          motion.act(&pane)
          pane.settle()
        }
      }
    }
  }
}
