import HospitalDomain
import HospitalServices

extension HomeSource {
  /// What the stock needs, for those who keep it: expired, none left, low, expiring (M5).
  package static let stock = HomeSource { desk in
    guard let session = desk.session, desk.may(.moveStock), let report = try? StockService(session).list() else {
      return nil
    }
    let today = session.workplace.today
    let kinds: [(StockWarning, StockChoice)] = [
      (.expired, .expired), (.out, .low), (.low, .low), (.expiring, .expiring),
    ]
    let lines = kinds.compactMap { warning, choice -> HomeLine? in
      var seen: Set<String> = []
      let found = report.lines.filter { line in
        line.warnings(on: today).contains(warning)
          && seen.insert(warning == .low || warning == .out ? "\(line.pharmacy)/\(line.item.text)" : line.id).inserted
      }
      guard let first = found.first else { return nil }
      let rest = found.count > 1 ? " and \(found.count - 1) more" : ""
      return HomeLine(
        lead: lead(of: warning), text: "\(first.title)\(rest)", isLate: warning.isPressing, target: .stock(choice))
    }
    return HomeSection("STOCK", lines: lines, empty: "nothing is low, and nothing expires soon")
  }

  /// A word of seven letters at most, as there is room for.
  private static func lead(of warning: StockWarning) -> String {
    switch warning {
    case .expired: "expired"
    case .out: "none"
    case .low: "low"
    case .expiring: "soon"
    }
  }
}
