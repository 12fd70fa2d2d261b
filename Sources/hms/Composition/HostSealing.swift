import Glibc
import HospitalDomain
import HospitalServices
import SodiumSeal

/// Sealing with the key of this host. Nothing of it is loaded before something is sealed or opened.
///
/// The key is the file `seal.key` in `/etc/hms`, where an administrator has put one, else in the user's folder of data,
/// where it is made.
enum HostSealing {
  /// Sealing with the key that is there.
  static let standard: Sealing = {
    let file = SealingKeyFile(path: path)
    return Sealing { text, place in
      try told {
        guard UserFolders.make(folderOf: file.path) else {
          throw KeyFileFault.unreadable(path: file.path, detail: String(cString: strerror(errno)))
        }
        return try file.key().seal(text, for: place)
      }
    } open: { sealed, place in
      try told { try file.existingKey().open(sealed, for: place) }
    }
  }()

  /// Where the key is, or will be made.
  static var path: String {
    let ofHost = "/etc/hms/seal.key"
    return access(ofHost, F_OK) == 0 ? ofHost : UserFolders.data + "/seal.key"
  }

  /// Turns what is wrong with a key into the faults that people are told.
  private static func told(_ work: () throws -> String) throws -> String {
    do { return try work() } catch let problem as KeyFileFault {
      _ = FaultLog.standard.record(problem)
      throw Fault(.keyAbsent)
    } catch let problem as SealFault {
      throw Fault(.sealBroken, reference: FaultLog.standard.record(problem))
    }
  }
}
