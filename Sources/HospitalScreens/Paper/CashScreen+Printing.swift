import HospitalDomain
import HospitalServices

extension CashScreen {
  /// The form that prints a receipt of what was taken in last. Throws a refusal where nothing was.
  package func printForm() throws -> PrintForm {
    let receipts = try PaperService(session).latestReceipts()
    guard !receipts.isEmpty else { throw Refusal.nothingTakenIn }
    return PrintForm("receipt", subject: "receipts", receipts, session: session)
  }
}

extension Refusal {
  /// There is no receipt yet.
  static let nothingTakenIn = Refusal(
    code: "paper.noReceipt", sentence: "No payment and no deposit was taken yet; there is no receipt to print.")
}
