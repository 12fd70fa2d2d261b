import DatabaseKit
import HospitalDomain
import HospitalRecords

/// Proves a hospital's database sound: the file, its references, the rules. For whoever may read the file at the host; it
/// only reads, so that a damaged file is looked at and not touched.
package struct HospitalCheckService: Sendable {
  private let workplace: Workplace

  package init(_ workplace: Workplace) {
    self.workplace = workplace
  }

  /// One thing that was looked at.
  package struct Finding: Hashable, Sendable {
    /// What was looked at: "file integrity".
    package let name: String
    /// What is wrong, one phrase each; empty when it is sound.
    package let problems: [String]

    package init(name: String, problems: [String]) {
      self.name = name
      self.problems = problems
    }

    /// Whether nothing is wrong.
    package var isSound: Bool { problems.isEmpty }
  }

  /// Looks at everything. A part that is too damaged to be looked at is a finding too.
  package func findings() -> [Finding] {
    [
      finding("file integrity") { try workplace.engine.integrityProblems() },
      finding("foreign keys") { try workplace.engine.brokenReferences() },
      finding("business rules") { try brokenRules() },
      finding("audit trail") { try AuditProof(workplace).problems() },
    ]
  }

  private func brokenRules() throws -> [String] {
    let nobody = Records.Author(
      account: Identifier(""), hospital: Identifier(""), now: workplace.clock(), ids: workplace.ids)
    return try workplace.engine.read { transaction in
      let records = Records(transaction, author: nobody)
      return try RuleCheck.all.compactMap { check in
        let broken = try check.broken(in: records)
        return broken.isEmpty ? nil : "not so: \(check.rule) (\(Listing.and(broken)))"
      }
    }
  }

  private func finding(_ name: String, _ look: () throws -> [String]) -> Finding {
    do { return Finding(name: name, problems: try look()) } catch {
      return Finding(name: name, problems: ["it can't be looked at: \(error)"])
    }
  }
}
