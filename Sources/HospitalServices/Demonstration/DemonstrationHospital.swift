import DatabaseKit
import HospitalDomain
import HospitalRecords

/// Makes a hospital to try the program with: realistic in size and mess, with every state of a room, and the same for the
/// same seed (O7).
package struct DemonstrationHospital: Sendable {
  /// The password of every account of a demonstration hospital.
  package static let password = "demo"

  /// What is to be made.
  package struct Plan: Sendable {
    /// How many patients, 200 or more.
    package var patients: Int
    /// How many rooms, 60 or more.
    package var rooms: Int
    /// What decides everything that is left to chance.
    package var seed: UInt64

    package init(patients: Int = 260, rooms: Int = 90, seed: UInt64 = 1) {
      self.patients = max(200, patients)
      self.rooms = max(60, rooms)
      self.seed = seed
    }
  }

  private let workplace: Workplace
  private let names: DemonstrationNames
  private let knowledge: MedicationKnowledge?

  package init(_ workplace: Workplace, names: DemonstrationNames, knowledge: MedicationKnowledge? = nil) {
    self.workplace = workplace
    self.names = names
    self.knowledge = knowledge
  }

  /// Makes the hospital in an empty database.
  ///
  /// - Parameter progress: told how many patients are done; may throw to stop.
  package func make(_ plan: Plan, terminal: String, progress: (_ done: Int, _ of: Int) throws -> Void) throws {
    let administrator = try SignInService(workplace).found(
      hospital: "St Brigid General", address: "1 Harbour Road, Dunleary", telephone: "0871 000 000",
      isDemonstration: true, administrator: "admin", fullName: "HALLINAN, Aoife", password: Self.password,
      terminal: terminal)
    var world = DemonstrationWorld(
      plan: plan, names: names, chance: SeededChance(seed: plan.seed), now: workplace.clock(),
      localTime: workplace.localTime, author: administrator)
    try write(as: administrator) { try world.build($0) }
    try write(as: administrator) { try world.setPrices($0) }
    while world.patients.count < plan.patients {
      try progress(world.patients.count, plan.patients)
      try write(as: administrator) { try world.registerPatients($0, atMost: 2_000) }
    }
    try write(as: administrator) { try world.fillRooms($0) }
    try write(as: administrator) { try world.checkOut($0) }
    try write(as: administrator) { try world.writePapers($0) }
    try write(as: administrator) { try world.writeOwnPapers($0) }
    if let knowledge { try write(as: administrator) { try $0.medicationKnowledge.replace(with: knowledge) } }
    try addAccounts(of: world, by: administrator)
    try write(as: administrator) { try world.workQueue($0) }
    try write(as: administrator) { try world.noteLooks($0) }
    try write(as: administrator) { try world.writeCare($0) }
    try write(as: administrator) { records in
      if let cashier = try records.accounts.find(username: "cashier") {
        try world.keepTill(records, cashier: cashier.account.id)
      }
    }
    try progress(plan.patients, plan.patients)
  }

  /// One account for each colleague and for a patient, all with the same password, hashed once.
  private func addAccounts(of world: DemonstrationWorld, by administrator: Session) throws {
    let hash = try workplace.passwords.hash(Self.password)
    try write(as: administrator) { records in
      for colleague in DemonstrationColleague.all {
        try records.accounts.add(
          Account(
            id: records.newIdentifier(), hospital: administrator.hospital.id, username: colleague.username,
            fullName: colleague.name.listed, role: colleague.role,
            employee: world.colleagues[colleague.username]),
          passwordHash: hash)
      }
      guard let patient = world.patientWithAccount else { return }
      try records.accounts.add(
        Account(
          id: records.newIdentifier(), hospital: administrator.hospital.id, username: "patient",
          fullName: patient.name.listed, role: .patient, patient: patient.id),
        passwordHash: hash)
    }
  }

  private func write(as session: Session, _ work: (Records) throws -> Void) throws {
    let author = Records.Author(
      account: session.account.id, hospital: session.hospital.id, now: workplace.clock(), ids: workplace.ids)
    try workplace.engine.write { try work(Records($0, author: author)) }
  }
}
