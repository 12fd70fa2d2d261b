import HospitalDomain

/// Where the menu of tab 8 leads.
package enum MorePlace: String, CaseIterable, Hashable, Sendable, Identifiable {
  case departments, rooms, doctors, staff, assignments, forecast, cash, uninvoiced, prices, rates
  case medications, stock, orders, suppliers, supplies, pharmacies, accounts, openings
  case audit, you

  package var id: String { rawValue }

  /// Its name in the menu.
  package var title: String {
    switch self {
    case .audit: "Audit trail"
    case .you: "Your account"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  /// What is found there.
  package var about: String {
    switch self {
    case .departments: "wards with their rooms and people; add, change, retire"
    case .rooms: "every room by ward; add one or a run, change, retire"
    case .doctors: "who they are, what they practise, how to reach them"
    case .staff: "nurses and everybody else at work"
    case .assignments: "the rooms and patients of every employee of a ward"
    case .forecast: "which rooms are free when, and who is expected to leave"
    case .cash: "the till: shifts, deposits, refunds"
    case .uninvoiced: "services that stand on no invoice, and what they come to"
    case .prices: "what services and nights cost, from which day on"
    case .rates: "the tax, and what insurers pay"
    case .medications: "what can be prescribed: strength, form, categories, price"
    case .stock: "what is there by lot, expiry and shelf; counts, goods in"
    case .orders: "what is ordered from suppliers, and what has come"
    case .suppliers: "whom the pharmacies order from"
    case .supplies: "dressings, syringes and the like; add, change"
    case .pharmacies: "where prescriptions go; open, change, close"
    case .accounts: "who may sign in, and as what"
    case .openings: "who opened restricted records, and why; review"
    case .audit: "who did or looked at what, when and why"
    case .you: "your password, second step, PIN, and when this terminal locks"
    }
  }

  /// What has to be allowed to go there.
  package var permission: Permission {
    switch self {
    case .departments, .doctors, .staff: .seeStaff
    case .rooms, .assignments, .forecast: .seeBoard
    case .cash, .uninvoiced: .seeInvoices
    case .prices, .rates: .seePrices
    case .medications: .seeMedications
    case .stock, .orders, .suppliers, .supplies, .pharmacies: .seeStock
    case .accounts: .seeAccounts
    case .openings: .reviewOpenings
    case .audit: .readAudit
    case .you: .secureOwnAccount
    }
  }

  /// The places that are open to who is signed in at a desk.
  package static func open(to desk: Desk) -> [MorePlace] { allCases.filter { desk.may($0.permission) } }
}
