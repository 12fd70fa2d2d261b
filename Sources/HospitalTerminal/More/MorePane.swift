import HospitalDomain
import HospitalScreens
import TerminalKit

/// Tab 8: a menu of what a hospital keeps of itself; Enter opens a line.
package struct MorePane: Pane {
  package static let keyTable: [Command<MorePane>] =
    Command.motions(\.list) + [
      Command("more.open", keys: [.enter], title: "Open it", hint: "Open", isMotion: true) { $0.open() }
    ]

  package var asks = Asks()
  private var list = TableState()
  private let places: [MorePlace]
  private let desk: Desk
  /// The place that it only leads through to, for who named one in the palette.
  private let target: MorePlace?
  private var isPassed = false

  /// The menu for who is signed in at a desk; with a place, the door to it, which is gone on the way back.
  package init(desk: Desk, through target: MorePlace? = nil) {
    self.desk = desk
    self.target = target
    places = MorePlace.open(to: desk)
    list.rowsChanged(count: places.count)
  }

  package mutating func appear() {
    guard let target else { return }
    if isPassed { return asks.close() }
    isPassed = true
    open(target)
  }

  package var title: String { "More" }
  package func context(columns: Int) -> StyledText { StyledText("Enter opens", .hint) }

  package mutating func draw(on canvas: inout Canvas) { Self.table.draw(places, state: &list, on: &canvas) }

  private mutating func open() {
    if let place = list.selected.map({ places[$0] }) { open(place) }
  }

  private mutating func open(_ place: MorePlace) {
    guard let session = desk.session else { return }
    switch place {
    case .departments: asks.push(DirectoryPane(DepartmentsScreen(session), desk: desk))
    case .rooms: asks.push(DirectoryPane(RoomsScreen(session), desk: desk))
    case .doctors: asks.push(DirectoryPane(EmployeesScreen(.doctor, session), desk: desk))
    case .staff: asks.push(DirectoryPane(EmployeesScreen(.staff, session), desk: desk))
    case .assignments:
      push(AssignmentsPane(AssignmentsScreen(BedBoardScreen(session: session, desk: desk))), for: RoomID.self) {
        $0.goToBoard($1)
      }
    case .forecast:
      push(ForecastPane(ForecastScreen(BedBoardScreen(session: session, desk: desk))), for: RoomID.self) {
        $0.goToBoard($1)
      }
    case .cash: asks.push(CashPane(CashScreen(session), desk: desk))
    case .uninvoiced: asks.push(UninvoicedPane(UninvoicedScreen(session), desk: desk))
    case .prices: asks.push(DirectoryPane(PricesScreen(session), desk: desk))
    case .rates: asks.push(DirectoryPane(RatesScreen(session), desk: desk))
    case .medications: asks.push(DirectoryPane(MedicationsScreen(session), desk: desk))
    case .stock: asks.push(StockPane(StockScreen(session), desk: desk))
    case .orders: asks.push(OrdersPane(OrdersScreen(session), desk: desk))
    case .suppliers: asks.push(DirectoryPane(SuppliersScreen(session), desk: desk))
    case .supplies: asks.push(DirectoryPane(SuppliesScreen(session), desk: desk))
    case .pharmacies: asks.push(DirectoryPane(PharmaciesScreen(session), desk: desk))
    case .accounts: asks.push(DirectoryPane(AccountsScreen(session), desk: desk))
    case .you: if let screen = OwnAccountScreen(desk: desk) { asks.push(OwnAccountPane(screen, desk: desk)) }
    case .audit: openTrail()
    case .openings: asks.push(DirectoryPane(OpeningsScreen(session), desk: desk))
    }
  }

  private mutating func openTrail() {
    do { asks.push(AuditPane(try desk.auditTrail())) } catch { asks.sayProblem(error, subject: "audit") }
  }

  private mutating func goToBoard(_ room: RoomID) { asks.openBoard(on: room, at: desk) }

  private static let table = Table<MorePlace>(
    [
      TableColumn("MORE", width: .fixed(12)) { $0.title },
      TableColumn("", width: .flexible(30), role: { _ in .hint }) { $0.about },
    ], empty: "Nothing more is open to you.")
}
