import HospitalDomain
import HospitalRecords

/// Sends codes by e-mail and looks at what is typed of them (H3, N2).
struct MailCodeSending {
  private let workplace: Workplace

  init(_ workplace: Workplace) {
    self.workplace = workplace
  }

  /// Makes a code and queues the letter that brings it; `MailCarrier` sends it. The database knows the code's hash, and the
  /// letter only sealed.
  func send(to address: EmailAddress, of account: Account, at terminal: String) throws {
    let code = MailCodeRule.newCode(random: workplace.means.random)
    let hash = try workplace.passwords.hash(code)
    let id: OutgoingMailID = workplace.ids.next(at: workplace.clock())
    let author = author(account)
    let place = try workplace.read(as: author) { try $0.network.hospital(account.hospital)?.name ?? "" }
    let letter = try letter(code, to: address, of: account, at: place)
    let sealed = try workplace.sealing.seal(letter.subject + "\n" + letter.body, MailCarrier.place(of: id))
    try workplace.write(as: author) { records in
      let sent = try records.mailCodes.sent(to: account.id, since: records.now - MailCodeRule.life)
      try MailCodeRule.checkLetter(after: sent, at: records.now)
      try records.mailCodes.add(hash: hash, to: address, of: account.id)
      try records.audit.append(
        .execute, permission: "", on: AuditSubject(kind: "account", id: account.id.text), by: account.id,
        named: account.username, at: terminal, in: account.hospital, reason: "code by e-mail to \(address.veiled)",
        occurredAt: records.now)
      try records.outgoingMail.queue(
        id, for: "sign-in code", to: address, sealedText: sealed, until: records.now + MailCodeRule.life)
    }
  }

  /// The code that was typed, if it is the newest that was sent to that address and may be tried; the try is counted.
  func check(_ typed: String, sentTo address: EmailAddress, of account: AccountID) throws -> MailCodeID? {
    let nobody = Records.Author(
      account: account, hospital: Identifier(""), now: workplace.clock(), ids: workplace.ids)
    let newest = try workplace.write(as: nobody) { records -> MailCodeRecords.Sent? in
      guard let newest = try records.mailCodes.newest(of: account), newest.address == address,
        MailCodeRule.isOpen(newest.standing, at: records.now), try records.mailCodes.countTry(newest.id)
      else { return nil }
      return newest
    }
    guard let newest, workplace.passwords.verify(TimeCodeRule.plain(typed), newest.hash) else { return nil }
    return newest.id
  }

  private func letter(
    _ code: String, to address: EmailAddress, of account: Account, at place: String
  ) throws -> Letter {
    let template = try LetterTemplate(workplace.means.post.template("sign-in-code"))
    return try template.letter(
      to: address,
      [
        "code": code, "name": account.fullName, "hospital": place,
        "minutes": "\(MailCodeRule.life.wholeMinutes)",
      ])
  }

  private func author(_ account: Account) -> Records.Author {
    Records.Author(account: account.id, hospital: account.hospital, now: workplace.clock(), ids: workplace.ids)
  }
}
