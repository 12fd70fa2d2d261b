/// The name and password of a second person who signs at the terminal of the first, for what one may not do alone.
package struct SecondSignature: Sendable {
  /// The user name, as it was typed.
  package let username: String
  /// The password, as it was typed; never kept.
  package let password: String

  package init(username: String, password: String) {
    self.username = username
    self.password = password
  }
}
