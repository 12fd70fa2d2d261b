import HospitalDomain

/// What signing in needs of the host and its libraries, as the composition root names them. Nothing of it is loaded before
/// it is used.
package struct SignInMeans: Sendable {
  /// A new secret for an authenticator app: 160 random bits in base 32.
  package let newSecret: @Sendable () throws -> String
  /// The code of a secret for a step (RFC 6238).
  package let timeCode: @Sendable (_ secret: String, _ step: Int64) throws -> String
  /// A random number below the one given, that nobody can foretell.
  package let random: @Sendable (Int) -> Int
  /// The QR code of a text; nil where none can be made.
  package let picture: @Sendable (String) -> DotPicture?
  /// Who has to have a second step.
  package let policy: @Sendable () throws -> SecondStepPolicy
  /// The words that passwords are guessed from first, in small letters.
  package let commonPasswords: @Sendable () throws -> Set<String>
  /// The host's mail system.
  package let post: Post

  package init(
    newSecret: @escaping @Sendable () throws -> String,
    timeCode: @escaping @Sendable (_ secret: String, _ step: Int64) throws -> String,
    random: @escaping @Sendable (Int) -> Int, picture: @escaping @Sendable (String) -> DotPicture?,
    policy: @escaping @Sendable () throws -> SecondStepPolicy,
    commonPasswords: @escaping @Sendable () throws -> Set<String>, post: Post
  ) {
    self.newSecret = newSecret
    self.timeCode = timeCode
    self.random = random
    self.picture = picture
    self.policy = policy
    self.commonPasswords = commonPasswords
    self.post = post
  }

  /// The means of a workplace that has none: nobody has to have a second step, and nobody can have one.
  package static let none = SignInMeans(
    newSecret: { throw Fault(.keyAbsent) }, timeCode: { _, _ in throw Fault(.keyAbsent) }, random: { _ in 0 },
    picture: { _ in nil }, policy: { SecondStepPolicy() }, commonPasswords: { [] }, post: .none)
}

/// How letters leave the program (N2).
package struct Post: Sendable {
  /// The text of a template by its name, such as `sign-in-code`.
  package let template: @Sendable (String) throws -> String
  /// Hands a letter to the host's mail system; throws when it does not take it.
  package let send: @Sendable (Letter) throws -> Void

  package init(
    template: @escaping @Sendable (String) throws -> String, send: @escaping @Sendable (Letter) throws -> Void
  ) {
    self.template = template
    self.send = send
  }

  /// The post of a workplace that has none.
  package static let none = Post(template: { _ in throw Unavailable() }, send: { _ in throw Unavailable() })

  /// There is no mail system.
  package struct Unavailable: Error {
    package init() {}
  }
}

extension Workplace {
  /// Refuses a password that will not do, with what to do instead. Only here is the list of common ones read.
  func checkPassword(_ password: String, username: String) throws {
    let common = try means.commonPasswords()
    try PasswordRule.check(password, username: username, isCommon: common.contains)
  }
}
