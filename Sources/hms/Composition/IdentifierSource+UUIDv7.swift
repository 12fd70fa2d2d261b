import HospitalDomain

extension IdentifierSource {
  /// UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits, so that identifiers sort by time.
  static let timeOrdered = IdentifierSource { now in
    let time = UInt64(max(0, now.milliseconds)) & 0xFFFF_FFFF_FFFF
    let high = time << 16 | 0x7000 | UInt64.random(in: 0...0xFFF)
    let low = 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF)
    let digits = hexadecimal(high) + hexadecimal(low)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
