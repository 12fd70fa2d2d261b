import HospitalDomain
import Testing

/// H2: nothing can be added to the services without a decision who may do it.
struct UseCaseDecisionTests {
  private let source: UseCaseSource

  init() throws { source = try UseCaseSource() }

  /// What works in a session's name in the background. Each does what a service above it decides.
  private static let background: Set<String> = [
    "AuditWatch",  // tells that somebody committed something, and not what
    "PresenceLog",  // notes that the session's own person locks and leaves
    "DraftKeeper",  // keeps through DraftService
    "OccupancyFeed",  // begins for those who may see the board, and looks as BedService does
    "StandingWatch",  // asks whether the session's own account still stands
  ]

  /// Parts of use cases that are no use case themselves.
  private static let parts: Set<String> = [
    "ImportWork",  // PatientImport and SyntheaImport
    "SyntheaTransfer",  // SyntheaImport
    "Session",  // what use cases are made of
  ]

  @Test("every service offers only what somebody decided about, and every decision is about something offered")
  func complete() {
    let services = source.typesWithSession.subtracting(Self.background).subtracting(Self.parts)
    #expect(services.allSatisfy { $0.hasSuffix("Service") || $0.hasSuffix("Import") }, "\(services.sorted())")
    var open = source.offers(of: services)
    #expect(open.count > 100, "the source is read")
    for useCase in UseCase.all {
      if let place = open.firstIndex(of: useCase.name) { open.remove(at: place) }
    }
    #expect(open == [], "these lack a decision: a line in a list of UseCase for each")
    #expect(Set(UseCase.all.map(\.name)).subtracting(source.offers(of: services)) == [], "these are gone")
  }

  @Test("nothing is done or looked at in a session's name outside the services that are walked")
  func nowhereElse() {
    let walked = source.typesWithSession.union(Self.parts)
    #expect(source.typesAtWork.subtracting(walked) == [])
  }

  @Test("every permission decides something, or is known to wait for what it is for")
  func permissions() {
    // Backups (O1), documents (P6) and striking out an admission (B11) are not built yet.
    let waiting: [Permission] = [.runBackups, .attachDocument, .strikeOutAdmission, .countersign]
    let decided = Set(UseCase.all.flatMap { $0.decision.permissions + ($0.undoing?.permissions ?? []) })
    #expect(Set(Permission.all).subtracting(decided) == Set(waiting))
    #expect(decided.subtracting(Permission.all) == [], "these are missing in Permission.all")
  }
}
