import Casework
import Ledger
import Web
import Workdays

extension AcceptanceStage {
  /// What is accepted and what is not: public, as a page and for programs.
  public var scope: [Endpoint] {
    let ledger = ledger
    return [
      .page("portal/scope", .citizen, Phrase("受理范围", "What we accept")) { call in .page(ScopePage.render(call, ledger.profile())) },
      .get("scope", .anyone, Phrase("受理范围", "What is accepted and what is not"), answers: Scope.shape) { _ in
        .ok(json: Scope(ledger.profile()))
      },
    ]
  }
}
