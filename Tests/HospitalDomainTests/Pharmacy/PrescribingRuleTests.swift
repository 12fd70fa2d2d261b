import HospitalDomain
import Testing

@Suite("When something may be prescribed (M2, B7)")
struct PrescribingRuleTests {
  private func patient(dead: Bool = false, mergedInto: HospitalNumber? = nil) throws -> PatientStanding {
    PatientStanding(
      number: try #require(HospitalNumber(sequence: 1)), name: PersonName(family: "Duarte", given: "Inês"),
      sex: .female,
      isDeceased: dead, mergedInto: mergedInto)
  }

  private func order(quantity: Int = 21, refills: Int = 0, items: Int = 1) throws -> PrescriptionOrder {
    let dosage = Dosage(amount: try DoseAmount(entry: "1 tablet"), route: .oral, frequency: .timesADay(3), days: 7)
    let item = PrescriptionOrder.Item(
      medication: MedicationID("m"), dosage: dosage, quantity: quantity, refills: refills)
    return PrescriptionOrder(
      patient: PatientID("p"), admission: nil, pharmacy: PharmacyID("q"), items: Array(repeating: item, count: items))
  }

  private func refusal(
    _ order: PrescriptionOrder, _ patient: PatientStanding, doctor: DoctorID? = DoctorID("d"),
    closedAt: Timestamp? = nil, isAdmissionOpen: Bool? = nil, hasPharmacy: Bool = true
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try PrescribingRule.check(
        order,
        .init(
          patient: patient, doctor: doctor, pharmacy: hasPharmacy ? ("Quay Pharmacy", closedAt) : nil,
          isAdmissionOpen: isAdmissionOpen), clock: .utc)
      return nil
    } catch { return error }
  }

  @Test("the dead, the merged, the discharged, a closed pharmacy and an account of no doctor: one sentence each")
  func standing() throws {
    let fine = try order()
    #expect(try refusal(fine, patient()) == nil)
    #expect(try refusal(fine, patient(dead: true))?.sentence.contains("died") == true)
    let number = try #require(HospitalNumber(sequence: 2))
    #expect(try refusal(fine, patient(mergedInto: number))?.sentence.contains("\(number)") == true)
    #expect(try refusal(fine, patient(), isAdmissionOpen: false)?.code == "prescription.stayEnded")
    #expect(try refusal(fine, patient(), isAdmissionOpen: true) == nil)
    let closed = try refusal(fine, patient(), closedAt: Timestamp(milliseconds: 0))
    #expect(
      closed?.sentence == "Quay Pharmacy closed on 1970/01/01; choose another pharmacy (F4)."
        && closed?.field == "pharmacy")
    #expect(try refusal(fine, patient(), hasPharmacy: false)?.field == "pharmacy")
    #expect(try refusal(fine, patient(), doctor: nil)?.code == "prescription.noPrescriber")
  }

  @Test(
    "quantities of 1 to 10,000, refills of 0 to 12, one to ten items",
    arguments: [(0, false), (1, true), (10_000, true), (10_001, false), (1_000_000, false)])
  func quantities(quantity: Int, isRight: Bool) throws {
    let refused = try refusal(order(quantity: quantity), patient())
    #expect((refused == nil) == isRight)
    if let refused { #expect(refused.field == "quantity1" && refused.sentence.contains("\(quantity)")) }
    #expect(try refusal(order(refills: 13), patient())?.field == "refills1")
    #expect(try refusal(order(refills: 12), patient()) == nil)
    #expect(try refusal(order(items: 11), patient()) != nil && refusal(order(items: 0), patient()) != nil)
  }

  private func finding(_ level: FindingLevel) -> CheckFinding {
    CheckFinding(.interaction, level, "a", with: "b", saying: "A with b.", items: [0])
  }

  @Test("contraindicated needs reason and signature, major a reason, the others nothing")
  func overrides() throws {
    func code(_ level: FindingLevel, reason: String, signed: Bool) -> String? {
      do throws(Refusal) {
        try PrescribingRule.checkOverride(of: [finding(.minor), finding(level)], reason: reason, isSigned: signed)
        return nil
      } catch { return error.code }
    }
    #expect(code(.minor, reason: "", signed: false) == nil && code(.moderate, reason: "", signed: false) == nil)
    #expect(code(.major, reason: "", signed: false) == Refusal.reasonCode)
    #expect(code(.major, reason: "15", signed: false) == Refusal.reasonCode)
    #expect(code(.major, reason: "no other", signed: false) == nil)
    #expect(code(.contraindicated, reason: "", signed: true) == Refusal.reasonCode)
    #expect(code(.contraindicated, reason: "no other", signed: false) == Refusal.signatureCode)
    #expect(code(.contraindicated, reason: "no other", signed: true) == nil)
  }

  @Test("another doctor or a pharmacist signs, and nobody for themselves", arguments: Role.allCases)
  func signers(_ role: Role) {
    let one = AccountID("1")
    #expect(throws: Refusal.self) {
      try PrescribingRule.checkSigner(one, role, name: "N", prescriber: one)
    }
    let may = (try? PrescribingRule.checkSigner(AccountID("2"), role, name: "N", prescriber: one)) != nil
    #expect(may == [.doctor, .headDoctor, .pharmacist].contains(role))
  }
}
