import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// What is printed, and the pharmacy's queue.
  static let papers: [UseCase] = .table {
    UseCase("PaperService.isThere(_:)", .own) { session, _ in PaperService(session).isThere(order) }
    UseCase("PaperService.choices(of:)", .needs(.printAccount)) { session, world in
      try PaperService(session).choices(of: world.papers.paid)
    }
    UseCase("PaperService.latestReceipts()", .needs(.printAccount)) { session, _ in
      try PaperService(session).latestReceipts()
    }
    UseCase("PaperService.find(_:typed:)", .needs(.printAccount)) { session, _ in
      try PaperService(session).find(.invoice(year: 2026, number: 1), typed: "INV-2026-0001")
    }
    UseCase("PaperService.send(_:_:isStopped:)", .needs(.printAccount)) { session, world in
      try PaperService(session).send(.invoice(world.papers.issued), order)
    }
    UseCase("PaperService.document(_:for:)", .needs(.printAccount)) { session, world in
      _ = try PaperService(session).document(world.papers.receipt, for: order)
      return try PaperService(session).document(world.papers.creditNote, for: order)
    }
    UseCase("PaperService.find(_:typed:)", .needs(.printDischarge)) { session, world in
      guard let number = try world.hospital.read({ try $0.patients.row(world.samples.patients[2]) })?.number else {
        throw Refusal.noSuchPatient
      }
      return try PaperService(session).find(.patient(number), typed: "\(number)")
    }
    UseCase("PaperService.medicinePapers(of:name:)", .needs(.printLabel)) { session, world in
      try PaperService(session).medicinePapers(of: world.dispensary.ready, name: "OYELARAN, Tunde")
    }
    UseCase("PaperService.find(_:typed:)", .needs(.printLabel)) { session, world in
      try PaperService(session).find(.leaflet(prescription: 1), typed: "RX-1/L")
    }
    UseCase("PaperService.send(_:_:isStopped:)", .needs(.printLabel)) { session, world in
      try PaperService(session).send(.label(world.dispensary.ready), order)
    }
    UseCase("PaperService.document(_:for:)", .needs(.printLabel)) { session, world in
      try PaperService(session).document(.leaflet(world.dispensary.ready), for: order)
    }
    UseCase("PaperService.send(_:_:isStopped:)", .needs(.printDischarge)) { session, world in
      try PaperService(session).send(.dischargeSummary(world.seats.ordered.admission), order)
    }
  }

  private static let order = PaperOrder(.pdf, to: .printer("ward4"))
}
