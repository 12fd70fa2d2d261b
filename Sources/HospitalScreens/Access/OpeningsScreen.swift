import HospitalDomain
import HospitalServices

/// Who opened which restricted record, and what is still to be reviewed (H6).
package struct OpeningsScreen: DirectoryScreen {
  /// An opening in words.
  package struct Line: Hashable, Sendable, Identifiable {
    package let grant: AccessGrant
    package let when: String
    package let until: String
    /// When it was reviewed; empty while nobody has.
    package let reviewed: String

    package var id: AccessGrantID { grant.id }
    /// `to review`, `justified` or `not justified`.
    package var state: String { grant.review?.title ?? "to review" }
    /// Whether somebody has to look at it.
    package var waits: Bool { grant.review == nil }

    /// All of it, line by line.
    package var details: [DetailLine] {
      [
        DetailLine("Record", "\(grant.patient.number)  \(grant.patient.name.listed)"),
        DetailLine("Opened by", "\(grant.fullName), \(grant.role.title) (\(grant.username))"),
        DetailLine("At", grant.terminal), DetailLine("From", when), DetailLine("Until", until),
        DetailLine("Reason", grant.reason),
        DetailLine("Review", grant.review.map { "\($0.title): \($0.remark)" } ?? "nobody has reviewed it"),
      ] + (grant.review.map { [DetailLine("Reviewed", "\($0.reviewed.by), \(reviewed)")] } ?? [])
    }
  }

  package var rows = NarrowedList<Line> {
    "\($0.when) \($0.grant.fullName) \($0.grant.username) \($0.grant.patient.number) \($0.state) \($0.grant.reason)"
  }
  package var problem: FormMessage?
  package let title = "Openings"
  package let noun = "opening"
  package let filterHint = "day, name, number, to review, reason"
  private let session: Session

  /// The openings as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package func read() throws -> [Line] {
    let clock = session.workplace.localTime
    return try RestrictedRecordService(session).openings().map { grant in
      Line(
        grant: grant, when: clock.text(grant.begunAt), until: clock.text(grant.endsAt),
        reviewed: grant.review.map { clock.text($0.reviewed.at) } ?? "")
    }
  }

  /// Why an opening cannot be reviewed by this person; nil if it can.
  package func reviewRefusal(of line: Line) -> String? {
    do throws(Refusal) {
      try RestrictionRule.checkReview(line.grant, by: session.account.id)
      return session.refusal(of: .reviewOpenings)?.sentence
    } catch {
      return error.sentence
    }
  }

  /// Reviews an opening; returns the sentence that says so.
  package func review(_ line: Line, isJustified: Bool, remark: String) throws -> String {
    try RestrictedRecordService(session).review(line.id, isJustified: isJustified, remark: remark)
    return "The opening by \(line.grant.fullName) is reviewed: \(isJustified ? "justified" : "not justified")."
  }
}
