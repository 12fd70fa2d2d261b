import HospitalServices

extension PasswordHashing {
  /// A stand-in for the real hash, which takes its time on purpose. The real one has tests of its own.
  package static let fake = PasswordHashing(
    hash: { "not a hash, for tests alone: \($0)" }, verify: { "not a hash, for tests alone: \($0)" == $1 })
}
