import Acceptance
import CaseFile
import Casework
import Dispatching
import Figures
import FollowUp
import Foundation
import Handling
import Intake
import Interop
import Ledger
import Logging
import People
import ProfileRoom
import Profiles
import Search
import Store
import StoreSQLite
import Suggestions
import Supervision
import Vault
import Web
import Workdays

/// A city's hotline, put together: the one place that knows every module.
public struct Hotline: Sendable {
  public let ledger: Ledger
  public let accounts: Accounts
  public let shelf: ProfileShelf
  public let intake: IntakeStage
  public let dispatch: DispatchStage
  public let courier: Courier
  public let alerts: AlertInbox
  public let clocks: ClockKeeper
  public let recounts: Recounts
  public let index: IndexService
  public let figures: Figures
  public let gate: PeopleGate
  public let live: LiveHub
  public let endpoints: [Endpoint]
  let tiles: MapTiles?

  /// Opens the database, brings its schema up to date and puts the profile in force.
  /// - Parameter clock: the time by which everything runs; tests and rehearsals bring their own.
  public static func open(
    _ settings: Settings, clock: @Sendable @escaping () -> Moment = { Moment.now() },
    random: @Sendable @escaping () -> UInt64 = { UInt64.random(in: .min ... .max) }
  ) async throws -> Hotline {
    let keys = try settings.loadKeys()
    return try await open(settings.openDatabase(), keys: keys, clock: clock, random: random, tiles: settings.tiles)
  }

  public static func open(
    _ database: any Store.Database, keys: VaultKeys, clock: @Sendable @escaping () -> Moment, random: @Sendable @escaping () -> UInt64,
    tiles: MapTiles? = nil
  ) async throws -> Hotline {
    try await database.migrate(Schema.migrations)
    let inForce = ProfileInForce()
    let ledger = Ledger(database, keys: keys, profile: { inForce.current }, clock: clock, random: random)
    ledger.sealEachCommit()
    let hotline = Hotline(ledger, inForce, tiles)
    try await hotline.shelf.refresh()
    try await hotline.clocks.enrol()
    return hotline
  }

  private init(_ ledger: Ledger, _ inForce: ProfileInForce, _ tiles: MapTiles?) {
    (self.ledger, self.tiles) = (ledger, tiles)
    accounts = Accounts(ledger)
    shelf = ProfileShelf(ledger: ledger, inForce: inForce, base: EmbeddedProfiles.base)
    intake = IntakeStage(ledger: ledger)
    dispatch = DispatchStage(ledger: ledger)
    alerts = AlertInbox(ledger: ledger)
    courier = Courier(ledger: ledger, channels: [RungMeasures(ledger: ledger).take, AlertInbox(ledger: ledger).take])
    clocks = ClockKeeper(ledger: ledger)
    recounts = Recounts(ledger: ledger)
    figures = Figures(ledger: ledger)
    index = IndexService(ledger: ledger, others: [figures.projector])
    gate = PeopleGate(accounts) { actor in
      Surroundings(
        house: inForce.current.name, navigation: actor.map(DeskMenu.navigation(for:)) ?? PublicMenu.navigation(for: inForce.current))
    }
    live = Self.live(ledger, gate)
    endpoints =
      Self.endpoints(ledger, accounts, inForce) + dispatch.desks(shelf: shelf) + CalendarDesk(ledger: ledger, shelf: shelf).endpoints
      + ProfileDesk(ledger: ledger, shelf: shelf, readings: FormulaReading.read).endpoints
      + BookDesk(BookChecks(ledger) { [figures] in try await Self.verify(ledger, figures, progress: $0) }).endpoints
      + FiguresDesk(ledger: ledger, tiles: tiles, displays: Self.displays(ledger)).endpoints
      + [live.endpoint]
  }

  private static func displays(_ ledger: Ledger) -> HallDisplays {
    let (displays, supervision) = (Displays(ledger), SupervisionStage(ledger: ledger))
    return HallDisplays(
      viewer: { try await displays.find($0)?.actor }, incidents: { try await supervision.runningIncidents(for: $0, $1) })
  }

  private static func endpoints(_ ledger: Ledger, _ accounts: Accounts, _ inForce: ProfileInForce) -> [Endpoint] {
    let journey =
      IntakeStage(ledger: ledger, next: ConsoleSteps.all).endpoints + AcceptanceStage(ledger: ledger).endpoints
      + DispatchStage(ledger: ledger).endpoints
      + HandlingStage(ledger: ledger).endpoints + SupervisionStage(ledger: ledger).endpoints + FollowUpStage(ledger: ledger).endpoints
    let file = CaseDesk(ledger: ledger, actions: { journey + CaseDesk(ledger: ledger, actions: { [] }).endpoints })
    let desks =
      file.endpoints + SearchDesk(ledger: ledger).endpoints + FiguresDesk(ledger: ledger).portal + PeopleDesk(accounts).endpoints
      + SuggestionDesk(ledger: ledger, incidents: ConsoleSteps.incidents).endpoints
    return journey + desks + IntakeStage(ledger: ledger).portal + AcceptanceStage(ledger: ledger).scope
  }

  /// Chain, seals, texts, every row and every figure against the event log.
  public func verify(progress: (@Sendable (Int) -> Void)? = nil) async throws -> Verification {
    try await Self.verify(ledger, figures, progress: progress)
  }

  private static func verify(_ ledger: Ledger, _ figures: Figures, progress: (@Sendable (Int) -> Void)?) async throws -> Verification {
    var found = try await ledger.verify(Schema.streams, progress: progress)
    // A log that cannot be read has no figures; what is broken in it has been said.
    if found.breaks.isEmpty { found.differing += try await figures.differing() }
    return found
  }

  /// How many events the log has.
  public func eventCount() async throws -> Int {
    try await ledger.look { sql, _ in try sql.count("SELECT count(*) FROM events") }
  }

  public func close() async { await ledger.database.close() }
}
