import HospitalDomain

/// Where a second person signs in a form: the one place that has its fields, and that reads them.
enum SignatureFields {
  /// The fields at which a signature is refused.
  static let names: Set<String> = ["username", "password", "code"]

  /// The rows of user name, password and code.
  ///
  /// - Parameter required: whether the form does nothing without them.
  static func rows(required: Bool) -> [[FormField]] {
    [
      [
        .text("username", "Second person", required: required, width: 22, limit: 60, hint: "user name: two people sign")
      ],
      [.secret("password", "Their password", required: required, width: 22, limit: PasswordRule.longest)],
      // Hidden as a password is, so that no draft keeps a recovery code.
      [
        .secret(
          "code", "Their code", required: false, width: 22, limit: 40, hint: "where their account asks for one",
          help: "What their authenticator app shows, or one of their recovery codes.")
      ],
    ]
  }
}

/// What a second person reads before they sign.
enum SignatureReading {
  /// What they sign for: each finding that must not pass without them, and the medicines that it is about, with dose and
  /// frequency.
  static func lines(_ report: CheckReport) -> [DetailLine] {
    report.findings.filter(\.level.needsSignature).flatMap { finding in
      [DetailLine("Sign for", "\(finding.level.rawValue): \(finding.sentence)", .alert)]
        + finding.medicines.map { DetailLine(" ", $0) }
    }
  }
}

extension Form {
  /// What a second person typed; nil where the form asks for no signature. It is proved where it is used.
  var secondSignature: SecondSignature? {
    self["username"].map { name in
      SecondSignature(
        username: name.text, password: self["password"]?.text ?? "", code: self["code"]?.text ?? "")
    }
  }
}
