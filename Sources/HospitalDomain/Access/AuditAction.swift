/// What kind of thing was done, as the audit trail keeps it (FHIR AuditEvent actions C, R, U, D, E, and the sign-ins).
package enum AuditAction: String, CaseIterable, Hashable, Sendable {
  case create
  case read
  case update
  case delete
  case execute
  case signIn = "sign-in"
  case signOut = "sign-out"
  case refused
}
