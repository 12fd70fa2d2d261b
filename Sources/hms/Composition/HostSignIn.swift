import Glibc
import HospitalDomain
import HospitalServices
import OathCodes
import QRPictures

/// What signing in needs of this host: codes, pictures, who has to have a second step, common passwords, mail.
enum HostSignIn {
  /// The means of the program; each is looked for when it is first used.
  static let means = SignInMeans(
    newSecret: {
      var random = SystemRandomNumberGenerator()
      return try OathCode.secret(of: (0..<20).map { _ in random.next() })
    },
    timeCode: {
      try OathCode.code(secret: $0, step: $1, period: TimeCodeRule.period, digits: TimeCodeRule.digits)
    },
    random: { bound in
      var random = SystemRandomNumberGenerator()  // The kernel's own (getrandom).
      return Int.random(in: 0..<bound, using: &random)
    },
    picture: { text in
      QRPicture(of: text).flatMap { DotPicture(width: $0.width, dots: $0.modules) }
    },
    policy: { SecondStepPolicy(required: try Settings.requiredSecondSteps()) },
    commonPasswords: {
      guard let folder = InstalledFiles.fixtures else {
        throw CommandFailure(
          .noInput, "the list of common passwords is not installed",
          remedy: "put the folder fixtures of the source into /usr/share/hms")
      }
      let lines = try TextFile.contents(of: folder + "/passwords/common.txt").split(whereSeparator: \.isNewline)
      return Set(lines.filter { !$0.hasPrefix("#") }.map(String.init))
    },
    post: Post(
      template: { try TextFile.contents(of: HostMail.templatePath($0)) },
      send: { try HostMail().send($0) }))
}
