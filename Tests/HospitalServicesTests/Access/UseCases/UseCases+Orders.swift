import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// Stock.
  static let stock: [UseCase] = .table {
    UseCase("StockService.list()", .needs(.seeStock)) { session, _ in try StockService(session).list() }
    UseCase("StockService.movements(of:)", .needs(.seeStock)) { session, world in
      try StockService(session).movements(of: world.lot)
    }
    UseCase("StockService.use(of:)", .needs(.seeStock)) { session, world in
      let line = StockLine(
        pharmacy: world.samples.pharmacies[0], pharmacyName: "", item: .medication(try world.hospital.medication()),
        title: "", isControlled: false, lot: nil, available: 0, minimum: nil)
      return try StockService(session).use(of: line).perWeek
    }
    UseCase("StockService.pharmacies()", .needs(.seeStock)) { session, _ in try StockService(session).pharmacies() }
    UseCase("StockService.items(_:)", .needs(.seeStock)) { session, _ in try StockService(session).items("ibu").count }
    UseCase("StockService.receive(_:of:at:lot:expires:shelf:)", .needs(.moveStock)) { session, world in
      try StockService(session).receive(
        5, of: .medication(try world.hospital.medication()), at: world.samples.pharmacies[0], lot: "NEW",
        expires: .latest, shelf: "A1")
    }
    UseCase("StockService.count(_:of:seen:because:signedBy:)", .needs(.moveStock)) { session, world in
      try StockService(session).count(18, of: world.lot, seen: 20, because: "two broken")
    }
    UseCase("StockService.writeOff(_:of:toSupplier:because:signedBy:)", .needs(.moveStock)) { session, world in
      try StockService(session).writeOff(2, of: world.lot, toSupplier: false, because: "broken")
    }
    UseCase("StockService.transfer(_:of:to:shelf:)", .needs(.moveStock)) { session, world in
      try StockService(session).transfer(2, of: world.lot, to: world.samples.pharmacies[1], shelf: "")
    }
    UseCase("StockService.issue(_:of:to:)", .needs(.moveStock)) { session, world in
      try StockService(session).issue(2, of: world.lot, to: "4A Medical")
    }
    UseCase("StockService.shelve(_:on:seen:)", .needs(.moveStock)) { session, world in
      try StockService(session).shelve(world.lot, on: "Z9", seen: "")
    }
    UseCase("StockService.setMinimum(_:of:at:seen:because:)", .needs(.moveStock)) { session, world in
      try StockService(session).setMinimum(
        7, of: .medication(try world.hospital.medication()), at: world.samples.pharmacies[0], seen: 0,
        because: "winter")
    }
    UseCase("PharmacyDirectoryService.pharmacies()", .needs(.seeStock)) { session, _ in
      try PharmacyDirectoryService(session).pharmacies()
    }
    UseCase("PharmacyDirectoryService.add(_:)", .needs(.managePharmacies)) { session, _ in
      try PharmacyDirectoryService(session).add(tower)
    }
    UseCase("PharmacyDirectoryService.change(_:to:because:)", .needs(.managePharmacies)) { session, world in
      try PharmacyDirectoryService(session).change(try world.pharmacy(), to: tower, because: "renamed")
    }
    UseCase("PharmacyDirectoryService.close(_:because:)", .needs(.managePharmacies)) { session, world in
      try PharmacyDirectoryService(session).close(try world.pharmacy(), because: "moved out")
    }
    UseCase("SupplyService.supplies()", .needs(.seeStock)) { session, _ in try SupplyService(session).supplies() }
    UseCase("SupplierService.suppliers()", .needs(.seeStock)) { session, _ in
      try SupplierService(session).suppliers()
    }
    UseCase("SupplierService.add(_:)", .needs(.orderStock)) { session, _ in
      try SupplierService(session).add(Supplier(name: "North", address: "1 Mill", telephone: "none", email: ""))
    }
    UseCase("SupplierService.change(_:to:because:)", .needs(.orderStock)) { session, world in
      let row = try world.supplier()
      try SupplierService(session).change(row, to: row.supplier, because: "moved")
    }
    UseCase("SupplierService.retire(_:because:)", .needs(.orderStock)) { session, world in
      try SupplierService(session).retire(try world.supplier(), because: "closed")
    }
    UseCase("SupplyService.add(_:)", .needs(.orderStock)) { session, _ in try SupplyService(session).add(gauze) }
    UseCase("SupplyService.change(_:to:because:)", .needs(.orderStock)) { session, world in
      try SupplyService(session).change(try world.supply(), to: gauze, because: "renamed")
    }
    UseCase("SupplyService.retire(_:because:)", .needs(.orderStock)) { session, world in
      try SupplyService(session).retire(try world.supply(), because: "not used")
    }
  }

  /// Orders.
  static let orders: [UseCase] = .table {
    UseCase("OrderService.list()", .needs(.seeStock)) { session, _ in try OrderService(session).list() }
    UseCase("OrderService.draw(from:for:suggesting:)", .needs(.orderStock)) { session, world in
      try OrderService(session).draw(
        from: world.draft.supplier, for: world.samples.pharmacies[0], suggesting: true)
    }
    UseCase("OrderService.add(_:of:at:to:)", .needs(.orderStock)) { session, world in
      try OrderService(session).add(
        5, of: .medication(try world.hospital.medication("1364430")), at: nil, to: world.draft)
    }
    UseCase("OrderService.remove(_:from:)", .needs(.orderStock)) { session, world in
      try OrderService(session).remove(world.draft.lines[0].id, from: world.draft)
    }
    UseCase("OrderService.send(_:)", .needs(.orderStock)) { session, world in
      try OrderService(session).send(world.draft)
    }
    UseCase("OrderService.receive(_:of:on:lot:expires:shelf:)", .needs(.moveStock)) { session, world in
      try OrderService(session).receive(
        4, of: world.sent.lines[0].id, on: world.sent, lot: "CAME", expires: .latest, shelf: "")
    }
    UseCase("OrderService.cancel(_:because:)", .needs(.orderStock)) { session, world in
      try OrderService(session).cancel(world.sent, because: "the maker has none")
    }
  }

  private static let tower = PharmacyDetails(name: "Tower Pharmacy", address: "1 Tower Road", telephone: "none")
  private static let gauze = Supply(code: "SUP-GZ", name: "Gauze", unit: "roll", unitPrice: 90)
}

extension UseCaseWorld {
  /// The one that nothing is kept at.
  fileprivate func pharmacy() throws -> PharmacyRow {
    guard let row = try hospital.read({ try $0.pharmacyDirectory.rows() }).first, row.details.name == "Annexe" else {
      throw Refusal.noSuchOrder
    }
    return row
  }

  fileprivate func supplier() throws -> SupplierRow {
    guard let row = try hospital.read({ try $0.pharmacy.suppliers() }).first else { throw Refusal.noSuchOrder }
    return row
  }

  fileprivate func supply() throws -> SupplyRow {
    guard let row = try hospital.read({ try $0.pharmacy.supplies() }).first else { throw Refusal.noSuchOrder }
    return row
  }
}
