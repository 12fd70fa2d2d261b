import Foundation
import HospitalDomain
import HospitalServices
import OathCodes
import QRPictures
import Synchronization

/// What signing in needs of a host, for tests: real codes and pictures, secrets and numbers that are counted, a stand-in for
/// the mail system.
package final class TestSignInMeans: Sendable {
  /// Who has to have a second step.
  package let required: Set<Role>
  private let state = Mutex((counter: 0, letters: [Letter](), refusals: 0))

  package init(required: Set<Role> = []) {
    self.required = required
  }

  /// The letters that the mail system took.
  package var letters: [Letter] { state.withLock(\.letters) }

  /// The mail system refuses so many letters from now on.
  package func refuse(_ count: Int) { state.withLock { $0.refusals = count } }

  /// The code in the newest letter.
  package var sentCode: String? {
    letters.last.flatMap { $0.body.split { !$0.isNumber }.map(String.init).first { $0.count == 6 } }
  }

  /// The means.
  package var means: SignInMeans {
    SignInMeans(
      newSecret: { try OathCode.secret(of: (0..<20).map { UInt8(truncatingIfNeeded: self.next() &+ $0) }) },
      timeCode: { try OathCode.code(secret: $0, step: $1, period: TimeCodeRule.period, digits: TimeCodeRule.digits) },
      random: { (self.next() &* 7_919) % $0 },
      picture: { QRPicture(of: $0).flatMap { DotPicture(width: $0.width, dots: $0.modules) } },
      policy: { SecondStepPolicy(required: self.required) },
      commonPasswords: { Self.common },
      post: Post(template: { _ in Self.template }, send: { try self.take($0) }))
  }

  private static let template = """
    Subject: Your code for {hospital}

    {name}, your code is {code} for {minutes} minutes.
    """

  /// The list that is shipped.
  package static let common: Set<String> = {
    let file = URL(filePath: #filePath).appending(path: "../../../fixtures/passwords/common.txt").standardized
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      preconditionFailure("fixtures/passwords/common.txt cannot be read")
    }
    return Set(text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map(String.init))
  }()

  private func next() -> Int {
    state.withLock { state in
      state.counter += 1
      return state.counter
    }
  }

  private func take(_ letter: Letter) throws {
    try state.withLock { state in
      guard state.refusals == 0 else {
        state.refusals -= 1
        throw Post.Unavailable()
      }
      state.letters.append(letter)
    }
  }
}
