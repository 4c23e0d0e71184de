import Store

/// The tables of the citizens' portal. They hold no word of a case: who may look for a while, and who guessed wrong.
public enum PortalMigrations {
  public static let all: [Migration] = [following]

  private static let why = "citizens follow their case, and guessing is locked out"
  private static let following = Migration(module: "portal", number: 1, reason: why) { dialect in
    let passes = Table(
      "portal_passes",
      [
        .blob("token_hash"), .int("appeal_id").references("appeals"), .int("expires_at"),
      ]
    ).primaryKey("token_hash", "appeal_id").index("expires_at")
    let guesses = Table(
      "portal_guesses",
      [
        .blob("subject").primaryKey(), .int("failures").check("failures >= 0"), .int("last_at"), .int("locked_until").optional(),
      ]
    ).index("last_at")
    let salts = Table("portal_salts", [.int("day").primaryKey(), .blob("salt")])
    return [passes, guesses, salts].flatMap { $0.statements(dialect) }
  }
}
