import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// H2: every use case × every role, each really tried in a hospital: who may, does it; who may not is told who can, it stands
/// in the audit trail (H5), and nothing is changed.
struct UseCaseWalkTests {
  @Test("every role does what it may, and is refused everything else", arguments: UseCase.all)
  func walk(_ useCase: UseCase) throws {
    let world = try UseCaseWorld.shared.get()
    for role in Role.allCases where useCase.decision.allows(role) {
      let copy = try world.copy()
      let trail = try Trail(copy)
      let done = try allowed(role, useCase.name) { try useCase.act(world.session(role, on: copy), world) }
      #expect(try trail.refusals().isEmpty, "\(useCase.name) as \(role) was refused something on the way")
      if role == .auditor { try readsOnly(useCase.name, world.contents, world.contents(of: copy)) }
      if let undo = done?.undo, role == useCase.firstRole { try walkUndo(useCase, undo, world, copy) }
    }
    try refuse(useCase.name, useCase.decision, world, on: world.copy(), as: world.contents) {
      _ = try useCase.act($0, world)
    }
  }

  /// What was done once is taken back by those who may, and by nobody else.
  private func walkUndo(
    _ useCase: UseCase, _ undo: (Session) throws -> DoneAct, _ world: UseCaseWorld, _ done: any DatabaseEngine
  ) throws {
    let (name, decision) = ("undo of \(useCase.name)", useCase.undoing ?? useCase.decision)
    for role in Role.allCases where decision.allows(role) {
      let copy = try done.copyForRehearsal()
      _ = try allowed(role, name) { try undo(world.session(role, on: copy)) }
    }
    try refuse(name, decision, world, on: done, as: world.contents(of: done)) { _ = try undo($0) }
  }

  /// Everyone who may not do it is refused, which is noted, and nothing is changed.
  private func refuse(
    _ name: String, _ decision: UseCase.Decision, _ world: UseCaseWorld, on copy: any DatabaseEngine,
    as before: [String: String], _ act: (Session) throws -> Void
  ) throws {
    for role in Role.allCases where !decision.allows(role) {
      let trail = try Trail(copy)
      try check(try refusal { try act(world.session(role, on: copy)) }, decision, role, name, trail)
    }
    #expect(try Self.difference(before, world.contents(of: copy)) == [], "\(name): it was refused, and done")
  }

  private func allowed<Result>(_ role: Role, _ name: String, _ act: () throws -> Result) throws -> Result {
    do { return try act() } catch {
      Issue.record("\(name) as \(role): \(error)")
      throw error
    }
  }

  private func check(
    _ refused: Refusal?, _ decision: UseCase.Decision, _ role: Role, _ name: String, _ trail: Trail
  ) throws {
    let lacking = decision.lacks(role)
    guard let refused, let permission = lacking.first(where: { $0.roles.sorted() == refused.permittedRoles }) else {
      Issue.record("\(name) as \(role) is not refused as decided: \(refused?.sentence ?? "it was done")")
      return
    }
    for people in permission.roles.map(\.people) { #expect(refused.sentence.contains(people), "\(name) as \(role)") }
    let entries = try trail.refusals()
    #expect(entries.count == 1, "\(name) as \(role): a refused act has one entry")
    for entry in entries {
      #expect(lacking.map(\.code).contains(entry.permission), "\(name) as \(role): the entry says what was refused")
      #expect(entry.actor == role.rawValue && entry.reason == "access.notPermitted")
    }
  }

  /// What everybody keeps of their own: drafts, their PIN and how they sign in.
  private static let ownTables: Set<String> = [
    "draft", "account_pin", "second_step", "recovery_code", "mail_code", "outgoing_mail",
  ]

  /// Where a person's own password is kept, and announced to the sessions that it ends.
  private static let passwordTables: Set<String> = ["account", "account_version", "feed_change"]

  /// The auditor reads only: whatever they may do leaves everything but the trail as it was, besides what is their own.
  private func readsOnly(_ name: String, _ before: [String: String], _ after: [String: String]) {
    let changed = Self.difference(before, after).filter { !Self.ownTables.contains($0) }
      .filter { !(name.hasPrefix("OwnPasswordService") && Self.passwordTables.contains($0)) }
    #expect(changed == [], "an auditor changed something by \(name)")
  }

  /// The tables in which two hospitals differ.
  private static func difference(_ one: [String: String], _ other: [String: String]) -> [String] {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
  }

  /// The entries that a try adds to the audit trail.
  private struct Trail {
    let engine: any DatabaseEngine
    let start: Int64

    init(_ engine: any DatabaseEngine) throws {
      self.engine = engine
      start = try engine.read { try Self.audit($0).newestNumber() }
    }

    func refusals() throws -> [AuditEntry] {
      try engine.read { try Self.audit($0).newest(20) }.filter { $0.number > start && $0.action == .refused }
    }

    private static func audit(_ transaction: any Transaction) -> AuditRecords {
      Records(
        transaction,
        author: .init(
          account: Identifier(""), hospital: Identifier(""), now: TestHospital.opening, ids: .counted())
      ).audit
    }
  }
}

extension UseCase {
  /// The first role that may.
  var firstRole: Role? { Role.allCases.first { decision.allows($0) } }
}
