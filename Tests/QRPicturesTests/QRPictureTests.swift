import QRPictures
import Testing

/// The picture that gives an app its secret (H3).
struct QRPictureTests {
  @Test func aPictureHasItsThreeFinders() throws {
    let picture = try #require(QRPicture(of: "otpauth://totp/hms:okafor?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
    #expect(picture.width == 33 && picture.modules.count == 33 * 33)
    let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
    for (column, row) in [(0, 0), (26, 0), (0, 26)] {
      let lines = (0..<7).map { y in
        String((0..<7).map { x in picture.modules[(row + y) * 33 + column + x] ? "#" : "." })
      }
      #expect(lines == finder)
    }
  }

  @Test func aTextTooLongForAnyPictureHasNone() {
    #expect(QRPicture(of: String(repeating: "x", count: 4_000)) == nil)
  }
}
