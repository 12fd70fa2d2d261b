import HospitalDomain

extension Form {
  /// The two fields of the sign-in and the lock: `user`, then `password`, which is never shown or kept.
  static func credentials(id: String, title: String, user: String = "", moment: FormMoment) -> Form {
    let rows: [[FormField]] = [
      [.text("user", "User", required: true, width: 20, limit: 64, text: user)],
      [.secret("password", "Password", width: 20)],
    ]
    return Form(id: id, title: title, pages: [[FormSection("", rows: rows)]], moment: moment)
  }
}
