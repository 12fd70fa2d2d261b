import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// M1: every session at the counter counts the queue at every change, so that no prescription is looked at for it.
struct QueuePlanTests {
  @Test func theQueueIsCountedInAnIndex() throws {
    let hospital = try TestHospital()
    let plans = try hospital.plans { records in
      _ = try records.pharmacy.counts(at: nil)
      _ = try records.pharmacy.counts(at: hospital.samples.pharmacies[0])
    }
    #expect(plans.count == 6)
    for plan in plans {
      #expect(plan.scans.allSatisfy { $0.contains("COVERING INDEX prescription_counted") }, "\(plan)")
    }
  }
}
