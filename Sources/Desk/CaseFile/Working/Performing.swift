import Casework
import Ledger
import Vault
import Web

extension Ledger {
  /// Does what a call asks for, once for its idempotency key.
  /// - Parameter part: which of several things the call asks for, where it asks for several.
  public func perform<V: Verb>(_ verb: V, for call: Call, part: String = "") async throws -> V.Receipt {
    try await perform(verb, as: call.actor, key: requestKey(for: V.self, call, part), at: call.now)
  }

  /// Does what a call asks of an order; a page goes on with the order.
  public func done<V: OrderVerb>(_ verb: V, _ call: Call) async throws -> Answer {
    .ok(json: try await perform(verb, for: call), at: Paths.order(call.number))
  }

  /// Does what a call asks of an appeal; a page goes on with the appeal.
  public func done<V: AppealVerb>(_ verb: V, _ call: Call) async throws -> Answer {
    .ok(json: try await perform(verb, for: call), at: Paths.appeal(call.number))
  }

  private func requestKey<V: Verb>(for verb: V.Type, _ call: Call, _ part: String) -> RequestKey? {
    guard var key = call.idempotencyKey else { return nil }
    if !part.isEmpty { key += "#\(part)" }
    var hash = FramedHash()
    hash.add("\(V.self)")
    hash.add(call.number)
    hash.add(call.body)
    return RequestKey(scope: call.actor.account.value, key: key, fingerprint: Digest.hex(hash.finish()))
  }
}
