import DatabaseKit

extension Migration {
  /// The price of the nights of a kind of room has the category room, and no other has: a night is charged by itself, and
  /// what has the category room cannot be charged by hand (I1).
  static let priceCategories = Migration(
    "2026-11-price-categories",
    [
      .refuse(
        "price_of_a_night_is_of_a_room", on: "price", .insert,
        when:
          "(NEW.category = 'room') <> (\(Check.oneOf("NEW.code", RoomSchema.kinds.map { "BED-" + $0.uppercased() })))",
        saying: "the price of a night in a kind of room has the category room, and nothing else has")
    ])
}
