import Casework
import Figures
import Intake
import Ledger
import People
import Profiles
import Search
import Store
import Supervision
import Vault

/// The whole schema, in the order in which modules stand on each other, and every stream that `verify` rebuilds.
enum Schema {
  static let migrations: [Migration] =
    Counters.migrations + VaultMigrations.all + LedgerMigrations.all + ProfileRelease.migrations + ProfileDraft.migrations
    + PeopleMigrations.all + CatalogueMigrations.all + SearchMigrations.all + AnswerMigrations.all + PortalMigrations.all
    + SupervisionMigrations.all
    + FigureMigrations.all

  static let streams: [StreamChecker] = [
    StreamChecker(Appeal.self), StreamChecker(Order.self), StreamChecker(Participation.self), StreamChecker(ProfileRelease.self),
    StreamChecker(ProfileDraft.self),
    StreamChecker(CatalogueRevision.self), StreamChecker(DeclinedProposal.self), Accounts.checker, StreamChecker(Display.self),
    StreamChecker(BookCheck.self),
    StreamChecker(Measure.self),
  ]
}
