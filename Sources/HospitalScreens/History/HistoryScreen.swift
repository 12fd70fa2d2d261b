import HospitalDomain
import HospitalServices

/// Every version of a record, newest first: who, when, why, and what it changed; of one field, if one is chosen (B10).
package struct HistoryScreen: Sendable {
  /// The history that is shown.
  package let history: RecordHistory
  /// Whose record it stands on.
  package let banner: PatientBanner?
  /// The field whose changes alone are shown; nil for all.
  package private(set) var field: String?
  /// The versions that are shown, newest first.
  package private(set) var versions: [RecordVersion]
  /// The hospital's clock.
  package let clock: LocalTime

  /// Reads the history of a record. Throws a refusal where this person may not read it.
  package init(_ record: VersionedRecord, desk: Desk) throws {
    guard let session = desk.session else { throw Refusal.noSuchPatient }
    history = try HistoryService(session).history(of: record)
    let (clock, today) = (desk.workplace.localTime, desk.workplace.today)
    self.clock = clock
    versions = history.versions
    banner = history.patient.map { [history] in PatientBanner($0, room: history.room, today: today, clock: clock) }
  }

  /// What stands above the list: what it is, how many versions, and of which field.
  package var summary: String {
    let count = Listing.count(versions.count, "version")
    return field.map { "\(history.title) · \(count) with \($0)" } ?? "\(history.title) · \(count)"
  }

  /// The fields that can be chosen: those that were ever changed.
  package var fields: [String] { history.changedFields }

  /// Shows the changes of one field, or all.
  package mutating func show(_ field: String?) {
    self.field = field
    versions = history.versions(changing: field)
  }

  /// What a version changed and why, in a line.
  package func summary(of version: RecordVersion) -> String {
    let changed = version.changes.filter { field == nil || $0.caption == field }
    let what: String
    if let change = changed.only, field != nil || version.changes.count == 1 {
      what = "\(change.caption): \(Self.short(change.before)) to \(Self.short(change.after))"
    } else if let field, version.isFirst {
      what = "\(field): \(Self.short(version.values.first { $0.caption == field }?.text ?? ""))"
    } else {
      what = version.isFirst ? "first recorded" : changed.map(\.caption).joined(separator: ", ")
    }
    let part = version.part.isEmpty ? "" : "\(version.part): "
    return part + [what, version.reason].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// What a version changed, line by line, with what each field held before and holds since.
  package func lines(of version: RecordVersion) -> [String] {
    head(of: version) + changes(of: version)
      + (version.changes.isEmpty ? (version.isFirst ? values(of: version) : ["", "No field changed."]) : [])
  }

  /// All that a version holds, after what it changed.
  package func wholeLines(of version: RecordVersion) -> [String] {
    head(of: version) + changes(of: version) + (version.changes.isEmpty ? [] : ["", "ALL OF IT"])
      + values(of: version)
  }

  private func head(of version: RecordVersion) -> [String] {
    (version.part.isEmpty ? [] : [version.part])
      + ["Version \(version.number), \(clock.text(version.recorded.at))", "by \(version.recorded.by)"]
      + (version.reason.isEmpty ? [] : ["because: \(version.reason)"])
  }

  private func changes(of version: RecordVersion) -> [String] {
    version.changes.flatMap { change in
      ["", change.caption] + Self.shown("was", change.before) + Self.shown("now", change.after)
    }
  }

  private func values(of version: RecordVersion) -> [String] {
    [""]
      + version.values.filter { !$0.text.isEmpty }.flatMap { value in
        value.text.contains("\n") ? [value.caption] + Self.indented(value.text) : ["\(value.caption): \(value.text)"]
      }
  }

  private static func shown(_ word: String, _ text: String) -> [String] {
    let lines = indented(text.isEmpty ? "nothing" : text)
    return ["  \(word)\(lines[0])"] + lines.dropFirst().map { "     \($0)" }
  }

  private static func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
  }

  private static func short(_ text: String) -> String {
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    if line.isEmpty { return "nothing" }
    return line.count > 30 ? "\(line.prefix(29))…" : line == text ? line : "\(line)…"
  }
}

extension Desk {
  /// Why this person may not read the history of a record; nil if they may.
  package func historyRefusal(of record: VersionedRecord) -> String? {
    session?.refusal(of: record.kind.permission)?.sentence
  }
}
