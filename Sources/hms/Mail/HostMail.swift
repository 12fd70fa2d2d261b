import Foundation
import Glibc
import HospitalDomain

/// The host's own mail system: letters go to its `sendmail`, as every mail server of Linux has one (N2).
struct HostMail {
  /// How long the mail system may take to accept a letter, in milliseconds.
  private static let limit = 30_000

  /// The file of a template: the hospital's own in the folder of settings or in `/etc/hms`, else the one that is installed.
  static func templatePath(_ name: String) throws -> String {
    let folders =
      [UserFolders.settings + "/templates", "/etc/hms/templates"] + [InstalledFiles.templates].compactMap { $0 }
    let paths = folders.map { "\($0)/\(name).txt" }
    guard let path = paths.first(where: { access($0, R_OK) == 0 }) else {
      throw CommandFailure(
        .noInput, "the template \(name).txt is not installed",
        remedy: "put the folder templates of the source into /usr/share/hms")
    }
    return path
  }

  /// Hands a letter to the mail system. Throws when it does not accept it.
  func send(_ letter: Letter) throws {
    let settings = try Settings.load()
    let scratch = try ScratchFile()
    try scratch.fill(Self.message(letter, from: settings.mailFrom))
    let quiet = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(quiet) }
    let sendmail = settings.sendmail ?? "/usr/sbin/sendmail"
    let end = try ChildProgram(command: [sendmail, "-i", "--", letter.recipient.text], limit: Self.limit)
      .run(from: scratch.descriptor, to: quiet, isStopped: { false })
    guard end.status == 0 else { throw NotAccepted(status: end.status, errors: end.errors) }
  }

  /// The mail system did not take a letter.
  struct NotAccepted: Error {
    let status: Int32?
    let errors: String
  }

  /// The letter as RFC 5322 has it. A `Letter` has no line breaks in what becomes a header.
  static func message(_ letter: Letter, from sender: String?) throws -> String {
    var headers = ["To: \(letter.recipient)", "Subject: \(encoded(letter.subject))"]
    if let sender { headers.insert("From: \(try EmailAddress(entry: sender))", at: 0) }
    headers += [
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
      "Auto-Submitted: auto-generated",
    ]
    return headers.joined(separator: "\n") + "\n\n" + letter.body + (letter.body.hasSuffix("\n") ? "" : "\n")
  }

  /// A subject in signs that a header may hold: what is beyond ASCII in words of RFC 2047, at most 75 signs each.
  private static func encoded(_ text: String) -> String {
    if text.allSatisfy(\.isASCII) { return text }
    var words: [String] = []
    var word = ""
    for sign in text {
      if word.utf8.count + String(sign).utf8.count > 42 {
        words.append(word)
        word = ""
      }
      word.append(sign)
    }
    words.append(word)
    return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\n ")
  }
}
