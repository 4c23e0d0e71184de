import Casework
import Workdays

/// The settings of the case's way; what is absent keeps its default.
extension Reader {
  func policy() -> CasePolicy {
    var policy = CasePolicy()
    guard isMap() else { return policy }
    allow([
      "returns", "extensions", "suspension", "redo", "callback", "public-following", "refusals", "accepted", "emergency-lines",
      "return-reasons", "extension-reasons", "closing-reasons", "auto-sign", "direct-to-township", "contact-proof", "review",
      "head-review", "measures", "merging", "openness",
    ])
    readRounds(into: &policy)
    readFollowing(into: &policy)
    readLists(into: &policy)
    read("auto-sign", into: &policy.autoSign) { $0.bool() }
    read("direct-to-township", into: &policy.directToTownship) { $0.bool() }
    read("contact-proof", into: &policy.contactProofRequired) { $0.bool() }
    read("review", into: &policy.reviewRequired) { $0.bool() }
    read("head-review", into: &policy.headReview) { $0.bool() }
    read("measures", into: &policy.measures) { $0.measures() }
    if let merging = section("merging", ["days", "most"]) {
      merging.read("days", into: &policy.merging.days) { $0.int(1...366) }
      merging.read("most", into: &policy.merging.most) { $0.int(1...20) }
    }
    return policy
  }

  /// What everybody may read; it speaks of categories.
  func openness(_ known: Known) -> OpennessPolicy {
    var policy = OpennessPolicy()
    guard let openness = section("openness", ["answers", "open-matters", "figures", "me-too-per-day"]) else { return policy }
    openness.read("answers", into: &policy.answers) { $0.bool() }
    openness.read("open-matters", into: &policy.openMatters) { $0.list().compactMap { $0.category(known) } }
    openness.read("figures", into: &policy.figures) { $0.bool() }
    openness.read("me-too-per-day", into: &policy.meTooPerDay) { $0.int(0...10_000) }
    return policy
  }

  /// Overwrites `value` when `key` is there and reads well.
  private func read<Value>(_ key: String, into value: inout Value, _ reading: (Reader) -> Value?) {
    if let new = field(key).flatMap(reading) { value = new }
  }

  /// The map under `key`, its keys checked.
  private func section(_ key: String, _ keys: [String]) -> Reader? {
    guard let section = field(key), section.isMap() else { return nil }
    section.allow(keys)
    return section
  }

  private func readRounds(into policy: inout CasePolicy) {
    if let returns = section("returns", ["within", "rounds"]) {
      returns.read("within", into: &policy.returns.within) { $0.limit() }
      returns.read("rounds", into: &policy.returns.rounds) { $0.int(0...99) }
    }
    if let extensions = section("extensions", ["most", "times"]) {
      extensions.read("most", into: &policy.extensions.most) { $0.limit() }
      extensions.read("times", into: &policy.extensions.times) { $0.int(0...99) }
    }
    if let suspension = section("suspension", ["most", "reasons"]) {
      suspension.read("most", into: &policy.suspension.most) { $0.limit() }
      suspension.read("reasons", into: &policy.suspension.reasons) { $0.codes() }
    }
    if let redo = section("redo", ["rounds", "claim-days"]) {
      redo.read("rounds", into: &policy.redo.rounds) { $0.int(0...99) }
      redo.read("claim-days", into: &policy.redo.claimDays) { $0.int(0...365) }
    }
  }

  private func readFollowing(into policy: inout CasePolicy) {
    if let callback = section("callback", ["attempts", "share"]) {
      callback.read("attempts", into: &policy.callback.attempts) { $0.int(1...99) }
      callback.read("share", into: &policy.callback.share) { $0.share() }
    }
    if let following = section("public-following", ["last-digits", "tries", "address-tries", "lock-minutes"]) {
      following.read("last-digits", into: &policy.publicFollowing.lastDigits) { $0.int(4...11) }
      following.read("tries", into: &policy.publicFollowing.tries) { $0.int(1...100) }
      following.read("address-tries", into: &policy.publicFollowing.addressTries) { $0.int(1...1000) }
      following.read("lock-minutes", into: &policy.publicFollowing.lockMinutes) { $0.int(1...10_080) }
    }
  }

  private func readLists(into policy: inout CasePolicy) {
    read("refusals", into: &policy.refusals) { $0.pairs().compactMap { key, value in value.refusal(key.word()) } }
    read("accepted", into: &policy.acceptedMatters) { $0.list().compactMap { $0.phrase() } }
    read("emergency-lines", into: &policy.emergencyLines) {
      $0.pairs().compactMap { key, value in
        guard let number = key.text(), let name = value.phrase() else { return nil }
        return EmergencyLine(number: number, name: name)
      }
    }
    read("return-reasons", into: &policy.returnReasons) { $0.codes() }
    read("extension-reasons", into: &policy.extensionReasons) { $0.codes() }
    read("closing-reasons", into: &policy.closingReasons) { $0.codes() }
  }

  private func refusal(_ code: String?) -> RefusalReason? {
    guard isMap() else { return nil }
    allow(["matter", "route", "approval"])
    guard let code, let matter = required("matter")?.phrase(), let route = required("route")?.phrase() else { return nil }
    return RefusalReason(code: code, matter: matter, route: route, needsApproval: field("approval").flatMap { $0.bool() } ?? false)
  }

  /// `all` or a share such as `30%`.
  private func share() -> CasePolicy.Callback.Share? {
    guard let text = text() else { return nil }
    if text == "all" { return .all }
    if text.hasSuffix("%"), let percent = Int(text.dropLast()), (1...100).contains(percent) { return .sample(percent: percent) }
    report("“\(text)”不是回访比例", "“\(text)” is no share", "请写 all 或如 30%", "Write all, or a share such as 30%")
    return nil
  }
}
