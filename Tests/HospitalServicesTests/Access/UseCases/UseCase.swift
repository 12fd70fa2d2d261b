import HospitalDomain
import HospitalServices
import Testing

/// One thing that can be done through the services, who may do it, and how it is done once.
struct UseCase: Sendable, CustomTestStringConvertible {
  /// Type and name with its labels, as `UseCaseSource` finds it: `BedService.letGo(_:of:)`.
  let name: String
  /// Who may.
  let decision: Decision
  /// Who may take it back, where that is decided apart; nil for the same.
  let undoing: Decision?
  /// Does it once in the sample hospital; every role that may succeeds.
  let act: @Sendable (Session, UseCaseWorld) throws -> DoneAct?

  /// Who may do something.
  enum Decision: Sendable {
    /// Those who have the permission.
    case needs(Permission)
    /// Those who have all of them.
    case needsAll([Permission])
    /// Those who have one of them; refused as the last.
    case needsOne([Permission])
    /// Everyone who is signed in, for it is their own.
    case own

    func allows(_ role: Role) -> Bool {
      switch self {
      case .needs(let permission): permission.allows(role)
      case .needsAll(let permissions): permissions.allSatisfy { $0.allows(role) }
      case .needsOne(let permissions): permissions.contains { $0.allows(role) }
      case .own: true
      }
    }

    /// The permissions that it names.
    var permissions: [Permission] {
      switch self {
      case .needs(let permission): [permission]
      case .needsAll(let permissions), .needsOne(let permissions): permissions
      case .own: []
      }
    }

    /// What a role may be refused for: a permission that it lacks.
    func lacks(_ role: Role) -> [Permission] { permissions.filter { !$0.allows(role) } }
  }

  init<Result>(
    _ name: String, _ decision: Decision, undoing: Decision? = nil,
    _ act: @escaping @Sendable (Session, UseCaseWorld) throws -> Result
  ) {
    self.name = name
    self.decision = decision
    self.undoing = undoing
    self.act = { try act($0, $1) as? DoneAct }
  }

  var testDescription: String { name }

  /// Every use case of every area; an area that is added appends its own list here.
  static let all: [UseCase] =
    [
      access, trail, ownSignIn, restricted, registration, patientActs, rooms, bedsides, checkOuts, charges, invoices,
      till, papers, staff, medications, stock, orders, care, prescribing, pharmacy,
    ]
    .flatMap(\.self)
}

/// Makes a list of use cases line by line: a plain array of many closures is slow to compile.
@resultBuilder enum UseCaseList {
  static func buildExpression(_ useCase: UseCase) -> [UseCase] { [useCase] }
  static func buildBlock(_ parts: [UseCase]...) -> [UseCase] { parts.flatMap(\.self) }
}

extension [UseCase] {
  static func table(@UseCaseList _ list: () -> [UseCase]) -> [UseCase] { list() }
}
