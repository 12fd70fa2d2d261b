import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTerminal
import HospitalTestSupport
import TerminalKit

/// A whole terminal of a test hospital at which somebody of a role sits, with the tabs of the program.
struct Workstation {
  let hospital: TestHospital
  let desk: Desk
  let terminal: ScriptedTerminal

  init(
    _ role: Role, in hospital: TestHospital? = nil, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed
  ) throws {
    let hospital = try hospital ?? TestHospital(.file)
    self.hospital = hospital
    desk = hospital.desk(role)
    terminal = ScriptedTerminal(columns: columns, rows: rows, depth: depth)
    terminal.start(Shell(host: HospitalHost(desk)))
  }

  var frame: Frame { terminal.frame }

  /// Types texts into one field after the other.
  func fillIn(_ texts: String...) {
    for text in texts {
      terminal.type(text)
      terminal.press(.tab)
    }
  }

  /// Lets the time pass that a form waits before it is kept, and waits until it is.
  func letDraftBeKept() {
    hospital.clock.advance(by: .seconds(2))
    terminal.passTime(to: hospital.clock.now.milliseconds)
    desk.drafts?.finish()
    terminal.wake()
  }
}

/// Every size that screens are held to.
let screenSizes = [(60, 18), (80, 24), (120, 40), (200, 60)]
