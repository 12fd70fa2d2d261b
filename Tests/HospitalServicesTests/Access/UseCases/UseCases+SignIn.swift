import HospitalDomain
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// The lock of a terminal, and how a person signs in: their own, whoever they are (H3, H4).
  static let ownSignIn: [UseCase] = .table {
    UseCase("LockService.standing()", .own) { session, _ in try LockService(session).standing() }
    UseCase("LockService.setPIN(_:password:)", .own) { session, _ in
      try LockService(session).setPIN("7391", password: password(of: session))
    }
    UseCase("LockService.unlock(pin:signedInAt:)", .own) { session, _ in
      try LockService(session).setPIN("7391", password: password(of: session))
      try LockService(session).unlock(pin: "7391", signedInAt: session.workplace.clock())
    }
    UseCase("LockService.unlock(password:)", .own) { session, _ in
      try LockService(session).unlock(password: password(of: session))
    }
    UseCase("OwnPasswordService.change(from:to:)", .needs(.secureOwnAccount)) { session, _ in
      try OwnPasswordService(session).change(from: password(of: session), to: "four green boats")
    }
    UseCase("SecondStepService.step()", .needs(.secureOwnAccount)) { session, _ in try SecondStepService(session).step()
    }
    UseCase("SecondStepService.isRequired()", .own) { session, _ in try SecondStepService(session).isRequired() }
    UseCase("SecondStepService.confirm(password:)", .own) { session, _ in
      try SecondStepService(session).confirm(password: password(of: session))
    }
    UseCase("SecondStepService.newEnrolment()", .own) { session, _ in
      try asFarAsItGoes { _ = try SecondStepService(session).newEnrolment() }
    }
    UseCase("SecondStepService.picture(of:)", .own) { session, _ in
      SecondStepService(session).picture(of: TimeCodeEnrolment(secret: "A", username: "a"))
    }
    UseCase("SecondStepService.add(_:code:)", .needs(.secureOwnAccount)) { session, _ in
      try asFarAsItGoes {
        _ = try SecondStepService(session).add(TimeCodeEnrolment(secret: "A", username: "a"), code: "1")
      }
    }
    UseCase("SecondStepService.add(_:code:)", .needs(.secureOwnAccount)) { session, _ in
      try asFarAsItGoes { _ = try SecondStepService(session).add(address, code: "1") }
    }
    UseCase("SecondStepService.sendCode(to:)", .needs(.secureOwnAccount)) { session, _ in
      try asFarAsItGoes { try SecondStepService(session).sendCode(to: address) }
    }
    UseCase("SecondStepService.renewRecoveryCodes()", .needs(.secureOwnAccount)) { session, _ in
      try SecondStepService(session).renewRecoveryCodes()
    }
    UseCase("SecondStepService.remove()", .needs(.secureOwnAccount)) { session, _ in
      try SecondStepService(session).remove()
    }
  }

  private static var address: EmailAddress {
    get throws { try EmailAddress(entry: "a@b.example") }
  }

  private static func password(of session: Session) -> String { "password of \(session.account.username)" }

  /// Does it as far as it goes without an app, a letter or a PIN; `SecondStepTests` and `LockServiceTests` have those. That
  /// a role is refused is thrown on.
  private static func asFarAsItGoes(_ act: () throws -> Void) throws {
    do { try act() } catch let refusal as Refusal where refusal.permittedRoles != nil { throw refusal } catch {}
  }
}
