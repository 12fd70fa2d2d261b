import BuiltProgramSupport
import Testing

/// `hms report uninvoiced` (B6, R1): as text, CSV and PDF, to the cent what the database says, by somebody who may.
@Suite struct ReportCommandTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
    #expect(try home.hms("demo", "--no-open", "--patients", "200").end == .exited(0))
  }

  private func report(_ arguments: String..., user: String = "auditor") throws -> ProgramRun {
    try ProgramRun(
      [BuiltProgram.path, "report", "uninvoiced"] + arguments + ["--user", user],
      environment: home.environment.merging(["HMS_PASSWORD": "demo"]) { $1 })
  }

  private func sql(_ statement: String) throws -> String {
    try ProgramRun(
      ["/usr/bin/sqlite3", home.path + "/data/hms/hospital.sqlite", statement], environment: home.environment
    ).output.filter { $0 != "\n" }
  }

  @Test("the CSV's amounts of each state are those of the database, to the cent")
  func sums() throws {
    let run = try report("--format", "csv")
    #expect(run.end == .exited(0), "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "served_on,patient_number,patient,code,item,quantity,amount_usd,state,stay,note")
    func cents(_ states: String...) -> Int64 {
      lines.dropFirst().reduce(0) { sum, line in
        // The amount stands right before the state, and neither has a comma.
        for state in states {
          if let place = line.firstRange(of: ",\(state),"),
            let amount = line[..<place.lowerBound].split(separator: ",").last
          {
            return sum + (Int64(amount.filter { $0 != "." }) ?? 0)
          }
        }
        return sum
      }
    }
    let free = """
      SELECT COALESCE(SUM(quantity * unit_cents
        - (SELECT COALESCE(SUM(amount_cents), 0) FROM charge_discount WHERE charge_id = charge.id)), 0)
      FROM charge WHERE id NOT IN (SELECT charge_id FROM charge_cancellation) AND id NOT IN (
        SELECT charge_id FROM invoice_line JOIN invoice ON invoice.id = invoice_id
        WHERE charge_id IS NOT NULL AND status IN ('draft', 'issued', 'balanced'))
      """
    #expect("\(cents("charged", "waived", "taken-back"))" == (try sql(free)))
    let drafted = """
      SELECT SUM(quantity * unit_cents - discount_cents) FROM invoice_line JOIN invoice ON invoice.id = invoice_id
      WHERE status = 'draft'
      """
    #expect("\(cents("drafted"))" == (try sql(drafted)) && cents("drafted") > 0 && cents("night") > 0)
    #expect(try sql("SELECT reason FROM audit_entry ORDER BY id DESC LIMIT 1") == "CSV to standard output")
  }

  @Test func textAndPDFSayTheSame() throws {
    let text = try report("--from", "T-400", "--to", "T").output
    let total = try #require(
      text.split(separator: "\n").first { $0.contains("services, USD before tax") }?.split(separator: " ").last)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let file = home.path + "/u.pdf"
    #expect(try report("--format", "pdf", "-o", file).output == "Services without an invoice went to \(file)\n")
    #expect(try PDFReading(file).pages.joined().contains(total))
    #expect(try report("--format", "csv", "-o", file).end == .exited(73), "nothing is replaced unasked")
  }

  @Test func whoMayNotAndWhatIsWrongIsOneSentence() throws {
    #expect(try report(user: "nurse").end == .exited(77))
    #expect(try report("--format", "pdf").end == .exited(64))
    #expect(try report("--from", "2026/02/30").end == .exited(64))
    let none = try report("--to", "1999/01/01")
    #expect(none.output.contains("Every service stands on an invoice.") && none.end == .exited(0))
  }
}
