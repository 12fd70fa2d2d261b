import CPangoCairo
import Glibc
import PaperKit

/// Makes the PDF of a job.
struct PaperPrinting {
  private let job: PaperJob

  init(_ job: PaperJob) {
    self.job = job
  }

  /// Writes the PDF to a descriptor.
  func write(to descriptor: Int32) throws(PaperProblem) {
    let picture: PaperPicture? =
      if case .picture(let path) = job.letterhead { try PaperPicture(path: path) } else { nil }
    let stream = PaperStream(descriptor)
    let surface = cairo_pdf_surface_create_for_stream(
      PaperStream.write, Unmanaged.passUnretained(stream).toOpaque(), PaperPage.width, PaperPage.height)
    defer { cairo_surface_destroy(surface) }
    guard let context = cairo_create(surface) else { throw .notWritten("no memory") }
    defer { cairo_destroy(context) }
    let title = job.documents.map { "\($0.title) \($0.number)" }.joined(separator: ", ")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, SafeWords.shown(title))
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "hms")
    for document in job.documents {
      for page in pages(of: document, picture, on: context) {
        page.draw(on: context)
        cairo_show_page(context)
      }
    }
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    withExtendedLifetime(stream) {}
    if let code = stream.failure { throw .notWritten(String(cString: strerror(code))) }
    guard status == CAIRO_STATUS_SUCCESS else { throw .notWritten(String(cString: cairo_status_to_string(status))) }
  }

  private func pages(of document: PaperDocument, _ picture: PaperPicture?, on context: OpaquePointer) -> [PaperPage] {
    var flow = PaperFlow(on: context)
    if let picture {
      flow.head(document, under: .picture(picture))
    } else if case .lines(let lines) = job.letterhead {
      flow.head(document, under: .lines(lines))
    } else {
      flow.head(document, under: .lines(document.issuer))
    }
    for block in document.blocks { flow.place(block) }
    flow.foot(document)
    return flow.pages
  }
}

/// Where Cairo writes to; it keeps the first error of the system.
private final class PaperStream {
  private let descriptor: Int32
  private(set) var failure: Int32?

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  static let write: cairo_write_func_t = { stream, bytes, length in
    guard let stream, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
    let own = Unmanaged<PaperStream>.fromOpaque(stream).takeUnretainedValue()
    var rest = UnsafeRawBufferPointer(start: bytes, count: Int(length))
    while !rest.isEmpty {
      let count = Glibc.write(own.descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        own.failure = errno
        return CAIRO_STATUS_WRITE_ERROR
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
    return CAIRO_STATUS_SUCCESS
  }
}
