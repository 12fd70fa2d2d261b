import Glibc

/// How the audit trail names a terminal: by the peer of its line, or by its device.
enum TerminalName {
  /// The name of the terminal that this process is at.
  static var own: String {
    if let peer = peer(in: UserFolders.environment("SSH_CONNECTION") ?? "") { return "ssh \(peer)" }
    return ttyname(STDIN_FILENO).map { String(cString: $0) } ?? "terminal"
  }

  /// Whether the line comes over SSH.
  static var isRemote: Bool { UserFolders.environment("SSH_CONNECTION") != nil }

  /// The address of the client in what `sshd` says of a connection (`client port server port`), as the host itself writes
  /// it. Nil for whatever is no address of IPv4 or IPv6: who starts hms by other means can put any text there.
  static func peer(in connection: String) -> String? {
    let words = connection.utf8.prefix(256).split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 4, let first = words.first else { return nil }
    // An address of the own link names its network: fe80::1%eth0.
    let parts = first.split(separator: UInt8(ascii: "%"), maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
    guard let address = parts.first.flatMap(normalised) else { return nil }
    guard parts.count == 2 else { return first.count == parts[0].utf8.count ? address : nil }
    let network = parts[1]
    let isName =
      network.utf8.count <= 15
      && network.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    return isName ? address + "%" + network : nil
  }

  private static func normalised(_ text: String) -> String? {
    for family in [AF_INET, AF_INET6] {
      var address = in6_addr()
      guard inet_pton(family, text, &address) == 1 else { continue }
      var room = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
      guard inet_ntop(family, &address, &room, socklen_t(room.count)) != nil else { continue }
      return String(decoding: room.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return nil
  }
}
