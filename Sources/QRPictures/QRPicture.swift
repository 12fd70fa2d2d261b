import CQRCode
import Glibc

/// QR codes, by libqrencode. The library is loaded when the first picture is made, so that no start waits for it; where it
/// is not installed there is no picture.
package struct QRPicture: Hashable, Sendable {
  /// Modules in a row, and rows.
  package let width: Int
  /// The modules, row by row; `true` is dark.
  package let modules: [Bool]

  /// The smallest picture of a text, with the weakest correction: on a screen nothing wears off. Nil when there is no
  /// library, or the text does not fit in any picture.
  package init?(of text: String) {
    guard let library = dlopen("libqrencode.so.4", RTLD_NOW | RTLD_LOCAL),
      let encode = dlsym(library, "QRcode_encodeString"), let release = dlsym(library, "QRcode_free")
    else { return nil }
    let make = unsafeBitCast(encode, to: Encode.self)
    let free = unsafeBitCast(release, to: Release.self)
    guard let code = make(text, 0, QR_ECLEVEL_L, QR_MODE_8, 1) else { return nil }
    defer { free(code) }
    let width = Int(code.pointee.width)
    guard let data = code.pointee.data, width > 0 else { return nil }
    self.width = width
    modules = (0..<width * width).map { data[$0] & 1 == 1 }
  }

  private typealias Encode =
    @convention(c) (
      UnsafePointer<CChar>, Int32, QRecLevel, QRencodeMode, Int32
    ) -> UnsafeMutablePointer<QRcode>?
  private typealias Release = @convention(c) (UnsafeMutablePointer<QRcode>?) -> Void
}
