import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport

extension UseCase {
  /// The board, and rooms.
  static let rooms: [UseCase] = .table {
    UseCase("BedService.board()", .needs(.seeBoard)) { session, _ in try BedService(session).board() }
    UseCase("BedService.reading(of:)", .needs(.seeBoard)) { session, _ in try BedService(session).reading() }
    UseCase("BedService.room(_:)", .needs(.seeBoard)) { session, world in
      try BedService(session).room(world.samples.rooms[0])
    }
    UseCase("BedService.room(of:)", .needs(.seeBoard)) { session, world in
      try BedService(session).room(of: world.other)
    }
    UseCase("BedService.hold(_:for:note:until:)", .needs(.holdRoom)) { session, world in
      try BedService(session).hold(world.samples.rooms[1], for: nil, note: "a transfer", until: world.later)
    }
    UseCase("BedService.letGo(_:of:)", .needs(.holdRoom)) { session, world in
      try BedService(session).letGo(world.seats.hold, of: world.seats.held)
    }
    UseCase("BedService.cleaned(_:)", .needs(.cleanRoom)) { session, world in
      try BedService(session).cleaned(world.seats.left.room)
    }
    UseCase("BedService.terminallyCleaned(_:)", .needs(.cleanRoom)) { session, world in
      try BedService(session).terminallyCleaned(world.seats.contaminated)
    }
    UseCase("BedService.needsCleaning(_:)", .needs(.cleanRoom)) { session, world in
      try BedService(session).needsCleaning(world.samples.rooms[1])
    }
    UseCase("BedService.block(_:because:reopensAt:)", .needs(.blockRoom)) { session, world in
      try BedService(session).block(world.samples.rooms[1], because: "no water", reopensAt: nil)
    }
    UseCase("BedService.reopen(_:)", .needs(.blockRoom)) { session, world in
      try BedService(session).reopen(world.seats.closed)
    }
    UseCase("RoomService.add(_:)", .needs(.manageRooms)) { session, world in
      try RoomService(session).add(world.newRoom)
    }
    UseCase("RoomService.add(_:)", .needs(.manageRooms)) { session, world in
      try RoomService(session).add([world.newRoom])
    }
    UseCase("RoomService.change(_:to:because:)", .needs(.manageRooms)) { session, world in
      guard let row = try world.hospital.read({ try $0.board.row(world.samples.rooms[1]) }) else {
        throw Refusal.noSuchPatient
      }
      try RoomService(session).change(row, to: world.newRoom, because: "renumbered")
    }
    UseCase("RoomService.retire(_:because:)", .needs(.manageRooms)) { session, world in
      try RoomService(session).retire(world.samples.rooms[1], because: "an office now")
    }
  }

  /// Patients in their rooms.
  static let bedsides: [UseCase] = .table {
    UseCase(
      "BedService.admit(_:)", .needs(.admitPatient), undoing: .needsOne([.admitPatient, .cancelAdmission])
    ) { session, world in
      try BedService(session).admit(
        AdmissionOrder(
          patient: world.own, room: world.samples.rooms[1], doctor: world.samples.doctors[0],
          staff: world.samples.staff[0], complaint: "chest pain"))
    }
    UseCase("BedService.planDischarge(of:at:over:)", .needs(.planDischarge)) { session, world in
      try BedService(session).planDischarge(of: world.seats.stay, at: world.later)
    }
    UseCase("BedService.transfer(_:to:staff:reason:)", .needs(.transferPatient)) { session, world in
      try BedService(session).transfer(world.seats.stay, to: world.samples.rooms[1])
    }
    UseCase("BedService.checkExit(from:)", .needs(.recordExit)) { session, world in
      try BedService(session).checkExit(from: world.seats.ordered)
    }
    UseCase("BedService.recordExit(from:to:)", .needs(.recordExit)) { session, world in
      try BedService(session).recordExit(from: world.seats.ordered)
    }
    UseCase("BedService.isolate(_:_:because:blockingBay:over:)", .needs(.isolateRoom)) { session, world in
      try BedService(session).isolate(world.seats.stay, .contact, because: "MRSA", blockingBay: false)
    }
    UseCase("BedService.endIsolation(_:)", .needs(.isolateRoom)) { session, world in
      try BedService(session).endIsolation(world.seats.isolated)
    }
    UseCase("BedService.lastChange(_:at:)", .needs(.seeBoard)) { session, world in
      _ = try BedService(session).lastChange(.assignment, at: world.seats.stay)
    }
    UseCase("BedService.assign(_:to:over:)", .needs(.assignStaff)) { session, world in
      try BedService(session).assign(world.samples.staff[1], to: world.seats.stay)
    }
  }
}

extension UseCaseWorld {
  var newRoom: RoomDescription {
    RoomDescription(department: samples.medical, number: "4A-77", bay: "", kind: .private, features: "")
  }
}
