import HospitalDomain
import HospitalRecords

/// A patient of the demonstration, as far as its history needs to know them.
struct DemonstrationPatient {
  let id: PatientID
  let name: String
  let sex: Sex
  /// Completed years.
  let age: Int
}

/// Registers the demonstration's patients, over the time before its history begins.
struct DemonstrationRegister {
  let people: DemonstrationTeam
  let names: DemonstrationNames
  let plan: DemonstrationHospital.Plan
  let clock: DemonstrationClock
  let until: Timestamp

  /// Registers them all; `progress` is told how many are done.
  func register(progress: (Int) -> Void) throws -> [DemonstrationPatient] {
    let service = RegistrationService(people.reception)
    let today = people.reception.workplace.today
    var forms = DemonstrationPatients(names: names, today: today, seed: plan.seed &+ 0x3F)
    return try (0..<plan.patients).map { index in
      clock.set(to: clock.read() + .minutes(30 * 24 * 60 / (plan.patients + 1)))
      let form = forms.next()
      let registered = try service.register(form, goingOnBecause: "compared with the identity card")
      if index.isMultiple(of: 20) { progress(index) }
      let details = try form.check(today: today)
      return DemonstrationPatient(
        id: registered.id, name: details.name.spoken, sex: details.sex,
        age: Age(born: details.birthDate.date, on: today).years)
    }
  }
}
