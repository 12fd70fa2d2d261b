import DatabaseKit
import HospitalDomain
import HospitalRecords

/// Proves the audit trail whole, for whoever may read the file at the host (H5). It only reads.
package struct AuditProof: Sendable {
  private let workplace: Workplace

  package init(_ workplace: Workplace) {
    self.workplace = workplace
  }

  /// How many breaks are named at most.
  private static let mostNamed = 20

  /// The end of the trail now; nil when nothing was done yet.
  package func head() throws -> AuditHead? { try read { try $0.audit.head() } }

  /// What is wrong with the trail, one phrase each; none when it is whole and has each of the heads that were kept elsewhere.
  package func problems(heads: [AuditHead] = []) throws -> [String] {
    try read { records in
      let breaks = try records.audit.breaks(limit: Self.mostNamed + 1)
      let more = breaks.count > Self.mostNamed ? ["and more after entry \(breaks[Self.mostNamed - 1].number)"] : []
      return try breaks.prefix(Self.mostNamed).map(\.description) + more
        + heads.compactMap { try problem($0, in: records) }
    }
  }

  private func problem(_ head: AuditHead, in records: Records) throws -> String? {
    guard let kept = try records.audit.head(at: head.number) else {
      let last = try records.audit.head()?.number ?? 0
      return "the trail ends at entry \(last), and once reached entry \(head.number): it was cut off"
    }
    return kept == head ? nil : "entry \(head.number) is another than the one whose hash was kept"
  }

  private func read<Result>(_ look: (Records) throws -> Result) throws -> Result {
    let nobody = Records.Author(
      account: Identifier(""), hospital: Identifier(""), now: workplace.clock(), ids: workplace.ids)
    return try workplace.engine.read { try look(Records($0, author: nobody)) }
  }
}
