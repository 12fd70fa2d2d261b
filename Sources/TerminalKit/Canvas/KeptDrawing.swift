/// A part of the screen that changes seldom, such as the title or the footer: it is drawn when what it shows has changed,
/// and otherwise laid where it was. A key that moves the cursor then costs what the cursor's row costs.
package struct KeptDrawing<Content: Equatable, Product> {
  private var kept: (content: Content, sheet: Canvas, product: Product)?

  /// Nothing is kept yet.
  package init() {}

  /// Shows `content` over the whole canvas, on which nothing must stand yet.
  ///
  /// - Parameter draw: draws it; all that it depends on, but for the size and the signs of the canvas, must be in
  ///   `content`. It does not park the cursor.
  /// - Returns: what drawing came to, such as where things stand.
  @discardableResult
  package mutating func show(
    _ content: Content, on canvas: inout Canvas, _ draw: (inout Canvas) -> Product
  ) -> Product {
    if let kept, kept.sheet.screen == canvas.size, kept.sheet.glyphs == canvas.glyphs, kept.content == content {
      canvas.lay(kept.sheet)
      return kept.product
    }
    var sheet = Canvas(size: canvas.size, glyphs: canvas.glyphs)
    let product = draw(&sheet)
    canvas.lay(sheet)
    kept = (content, sheet, product)
    return product
  }
}
