import DatabaseKit

extension Ending {
  /// The end that a fault of the database leads to.
  init(of fault: DatabaseFault) {
    switch fault {
    case .busy:
      self.init(.unavailable, "the database is busy and nothing was changed", "try again in a moment")
    case .readOnly:
      self.init(.notPermitted, "the database may only be read by this user", "ask its owner for the right to write")
    case .diskFull:
      self.init(.disk, "the disk is full and nothing was changed", "make room, then try again")
    case .disk(let detail):
      self.init(.disk, "the disk gave an error (\(detail)) and nothing was changed", "check the disk, then try again")
    case .damaged(let detail):
      self.init(.badInput, "the database is damaged (\(detail))", "restore the latest backup")
    case .foreign(let path):
      self.init(.badInput, "\(path) is a database of another program", "give another --database")
    case .moved(let path):
      self.init(
        .unavailable, "\(path) was moved or replaced while it was open, and nothing was changed", "try again")
    case .missing(let path):
      self.init(.noInput, "there is no hospital at \(path)", "make one with hms init, or try hms demo")
    case .cannotOpen(let path, let detail):
      self.init(.cannotCreate, "\(path) can't be opened: \(detail)", "check the path and its permissions")
    case .newerSchema:
      self.init(.badInput, "the database was written by a newer hms", "update this hms, then try again")
    case .olderSchema:
      self.init(
        .unavailable, "the database is of an older hms and may only be read here",
        "start hms on it once, which brings it up to date")
    case .refused(let constraint) where constraint.kind == .trigger:
      self.init(
        .refused, "\(constraint.message), and nothing was changed", "correct what was asked for, then try again")
    case .refused, .unexpectedColumn, .other:
      self = Self.ofFault(fault)
    }
  }
}
