import HospitalDomain
import HospitalServices

/// The audit trail as one reads it (H5): newest first, a window of it at a time, narrowed by who, whom, what and when.
///
/// However long the trail is, no more of it is held than a person can scroll through in a while; the rest is read when they
/// come to it.
package struct AuditScreen: Sendable {
  /// Whose entries it shows.
  package enum Subject: Hashable, Sendable {
    /// Everybody's.
    case everything
    /// Those about one patient's record.
    case patient(PatientBanner, HospitalNumber)
    /// Those about the record of the patient who reads them.
    case own(PatientBanner?)
  }

  /// The most entries that are held: five pages.
  static let mostHeld = 5 * AuditService.pageLength

  package let subject: Subject
  /// The entries that are held, newest first.
  package private(set) var lines: [AuditLine] = []
  /// Whether there are newer entries than those that are held, because one has scrolled on from them.
  package private(set) var hasNewer = false
  /// Whether there may be older entries than those that are held.
  package private(set) var hasOlder = false
  /// What the entries are narrowed by.
  package private(set) var choice: AuditChoice
  /// Why the trail could not be read; nil while it can. What was read before stays.
  package private(set) var problem: FormMessage?
  /// Who reads it.
  package let session: Session
  private let watch: AuditWatch?

  /// The trail as it stands now. Throws a refusal where this person may not read it.
  init(_ subject: Subject, session: Session, wake: @escaping @Sendable () -> Void) throws {
    self.subject = subject
    self.session = session
    choice = AuditChoice()
    if case .patient(_, let number) = subject { choice.patient = number }
    watch = try? AuditWatch(session, wake: wake)
    take(try service.open(scope))
  }

  /// Who looked at the record of the patient who is signed in; where it could not be read, `problem` says why.
  init(own banner: PatientBanner?, session: Session, wake: @escaping @Sendable () -> Void) {
    subject = .own(banner)
    self.session = session
    choice = AuditChoice()
    watch = try? AuditWatch(session, wake: wake)
    reading { $0.take(try $0.service.open($0.scope)) }
  }

  private var service: AuditService { AuditService(session) }
  private var scope: AuditService.Scope { if case .own = subject { .ownRecord } else { .trail(choice) } }

  /// The hospital's clock.
  package var clock: LocalTime { session.workplace.localTime }

  /// What the form of the filter needs.
  var person: Session { session }

  /// What it is narrowed to besides its subject, in words; empty for nothing.
  package var narrowing: String {
    var narrowed = choice
    if case .everything = subject {} else { narrowed.patient = nil }
    return narrowed.words
  }

  /// Shows other entries, from the newest on; that they were asked for is an entry too.
  package mutating func narrow(to choice: AuditChoice) {
    let former = self.choice
    self.choice = choice
    if case .patient(_, let number) = subject { self.choice.patient = number }
    guard self.choice != former else { return }
    if !reading({ $0.take(try $0.service.open($0.scope)) }) { self.choice = former }
  }

  /// Shows everything again; false when it was shown already.
  package mutating func showAll() -> Bool {
    guard !narrowing.isEmpty else { return false }
    narrow(to: AuditChoice())
    return true
  }

  // MARK: Moving through it

  /// Reads the next older page.
  package mutating func readOn() {
    guard hasOlder else { return }
    reading { screen in
      let page = try screen.service.older(screen.scope, than: screen.lines.last?.place)
      screen.lines += page
      screen.hasOlder = page.count == AuditService.pageLength
      if screen.lines.count > Self.mostHeld {
        screen.lines.removeFirst(screen.lines.count - Self.mostHeld)
        screen.hasNewer = true
      }
    }
  }

  /// Reads the page of newer entries before those that are held.
  package mutating func readBack() {
    guard hasNewer else { return }
    catchUp()
  }

  /// Goes to the newest entries.
  package mutating func readNewest() {
    guard hasNewer else { return }
    reading { $0.take(try $0.service.older($0.scope, than: nil)) }
  }

  /// Goes to the oldest entries.
  package mutating func readOldest() {
    guard hasOlder else { return }
    reading { screen in
      let page = try screen.service.newer(screen.scope, than: nil)
      (screen.lines, screen.hasOlder) = (page, false)
      screen.hasNewer = page.count == AuditService.pageLength
    }
  }

  /// Takes what was added since; nothing moves for one who has scrolled on.
  package mutating func refresh() {
    if lines.isEmpty {
      reading { $0.take(try $0.service.older($0.scope, than: nil)) }
    } else if !hasNewer {
      catchUp()
    }
  }

  private mutating func catchUp() {
    reading { screen in
      let page = try screen.service.newer(screen.scope, than: screen.lines.first?.place)
      screen.lines = page + screen.lines
      screen.hasNewer = page.count == AuditService.pageLength
      if screen.lines.count > Self.mostHeld {
        screen.lines.removeLast(screen.lines.count - Self.mostHeld)
        screen.hasOlder = true
      }
    }
  }

  private mutating func take(_ page: [AuditLine]) {
    (lines, hasNewer, hasOlder) = (page, false, page.count == AuditService.pageLength)
  }

  @discardableResult
  private mutating func reading(_ read: (inout AuditScreen) throws -> Void) -> Bool {
    do {
      try read(&self)
      problem = nil
      return true
    } catch {
      problem = FormMessage(problem: error)
      return false
    }
  }
}
