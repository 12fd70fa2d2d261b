import HospitalDomain
import Testing

/// B9: a claim that is taken over comes to what it asked for, to the cent, whatever its services come to.
struct ImportedClaimTests {
  private let day = CalendarDate("2023/01/27") ?? .earliest

  private func service(_ cents: Int64, _ quantity: Int = 1) -> ImportedClaim.Service {
    ImportedClaim.Service(
      code: "1", item: "Encounter", category: .consultation, servedOn: day, quantity: quantity,
      unit: Money(cents: cents))
  }

  private func claim(_ services: [ImportedClaim.Service], _ claimed: Int64, covered: Int64 = 0) throws(Refusal)
    -> ImportedClaim
  {
    try ImportedClaim(services, claimed: Money(cents: claimed), covered: Money(cents: covered), on: day)
  }

  private func sum(_ claim: ImportedClaim) -> Int64 {
    claim.lines.reduce(0) { $0 + $1.service.unit.cents * Int64($1.service.quantity) - $1.discount.cents }
  }

  @Test(
    "the lines come to the claim, the insurer's parts to what is covered",
    arguments: [
      ([77_49], 77_49, 0), ([77_49], 3798_09, 100), ([129_16, 1549_95, 140_52], 786_33, 786_33), ([129_16], 0, 0),
      ([0], 0, 0), ([], 0, 0), ([], 1, 1), ([100, 100, 100], 101, 101), ([100, 100, 100], 299, 150),
    ] as [([Int64], Int64, Int64)])
  func exact(services: [Int64], claimed: Int64, covered: Int64) throws {
    let claim = try claim(services.map { service($0) }, claimed, covered: covered)
    #expect(sum(claim) == claimed)
    #expect(claim.lines.reduce(0) { $0 + $1.insurer.cents } == covered)
    #expect(!claim.lines.isEmpty && claim.lines.allSatisfy { $0.discount >= .zero && $0.insurer >= .zero })
    #expect((claim.difference == nil) == (services.reduce(0, +) == claimed))
  }

  @Test("where they differ it says by how much and why")
  func difference() throws {
    #expect(
      try claim([service(77_49)], 3798_09).difference
        == "its services come to 77.49 and its claim to 3,798.09: 3,720.60 that the files do not itemise stands as one line"
    )
    #expect(
      try claim([service(200)], 150).difference
        == "its services come to 2.00 and its claim to 1.50: 0.50 that was not claimed is taken off")
  }

  @Test("more than a charge can hold is charged in parts", arguments: [998, 999, 1_000, 1_218, 1_998])
  func parts(quantity: Int) throws {
    let claim = try claim([service(7_24, quantity)], 7_24 * Int64(quantity))
    #expect(claim.lines.allSatisfy { (1...999).contains($0.service.quantity) })
    #expect(claim.lines.reduce(0) { $0 + $1.service.quantity } == quantity && sum(claim) == 7_24 * Int64(quantity))
  }

  @Test("amounts that cannot be are refused")
  func refused() {
    #expect(throws: Refusal.self) { try claim([service(100)], -1) }
    #expect(throws: Refusal.self) { try claim([service(100)], 100, covered: -1) }
    #expect(throws: Refusal.self) { try claim([service(100)], 100, covered: 101) }
    #expect(throws: Refusal.self) { try claim([service(-1)], 100) }
    #expect(throws: Refusal.self) { try claim([service(100, 0)], 100) }
    #expect(throws: Refusal.self) { try claim([service(1_000_000_01)], 100) }
    #expect(throws: Refusal.self) { try claim([], 1_000_000_01) }
    #expect(throws: Refusal.self) { try claim([service(.max / 2, 999)], 100) }
  }

  @Test("what is outstanding was not paid, by whom it is outstanding")
  func standing() throws {
    let claim = try claim([service(100_00)], 100_00, covered: 80_00)
    let paid = try ClaimStanding(claim, insurerOwes: .zero, patientOwes: Money(cents: 5_00))
    #expect(paid.insurerPaid == Money(cents: 80_00) && paid.patientPaid == Money(cents: 15_00))
    for (insurer, patient) in [(80_01, 0), (0, 20_01), (-1, 0), (0, -1)] as [(Int64, Int64)] {
      #expect(throws: Refusal.self) {
        try ClaimStanding(claim, insurerOwes: Money(cents: insurer), patientOwes: Money(cents: patient))
      }
    }
  }
}
