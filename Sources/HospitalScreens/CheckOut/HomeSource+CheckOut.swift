import HospitalDomain
import HospitalServices

extension HomeSource {
  /// The most stays that are shown of one kind.
  private static let mostShown = 6

  /// Stays that wait for this person's step of a check-out: patients who may leave, accounts to be closed. Nothing where
  /// none waits.
  package static let checkOuts = HomeSource { desk in
    guard let session = desk.session, session.refusal(of: .seeBoard) == nil else { return nil }
    let (mayLetGo, mayClose) = (desk.may(.recordExit), desk.may(.closeAccount))
    guard mayLetGo || mayClose, let standings = try? CheckOutService(session).standings().standings else { return nil }
    let hides = session.hidesNames
    func lines(_ waiting: [CheckOutStanding], _ words: (CheckOutStanding) -> String) -> [HomeLine] {
      waiting.prefix(mostShown).map { stay in
        let name = hides ? stay.patient.name.initials.listed : stay.patient.name.listed
        return HomeLine(lead: stay.roomNumber, text: "\(name) · \(words(stay))", target: .checkOut(stay.id))
      }
    }
    let leaving = mayLetGo ? standings.filter { $0.orderedAt != nil && $0.leftAt == nil } : []
    let left = mayClose ? standings.filter { $0.status == .discharged } : []
    let all =
      lines(leaving) { $0.isDeath ? "died, still in the room" : "ordered, may leave" }
      + lines(left) { $0.openItems == 0 ? "left, can be closed" : "left, \($0.openItems) open" }
    return all.isEmpty ? nil : HomeSection("CHECK-OUT", lines: all, empty: "")
  }
}
