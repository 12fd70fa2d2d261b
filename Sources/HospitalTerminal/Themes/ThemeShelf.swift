import TerminalKit

/// The themes that can be chosen by name.
package struct ThemeShelf: Sendable {
  /// Their names, in the order of the palette.
  package let names: [String]
  private let loading: @Sendable (String) throws -> Theme

  /// A shelf of themes; `load` is called when one is chosen.
  package init(
    names: [String] = [], load: @escaping @Sendable (String) throws -> Theme = { _ in Theme.plain }
  ) {
    self.names = names
    loading = load
  }

  /// Loads a theme by its name.
  package func load(_ name: String) throws -> Theme { try loading(name) }
}
