import Casework
import Workdays

/// Limits, policy and outcome fields.
extension ProfileWriter {
  static func rule(_ rule: LimitRule) -> YamlText {
    var map = YamlMap()
    map.add("clock", .text(rule.clock.rawValue))
    map.add("limit", .text(rule.limit.description))
    fill(&map, rule.conditions)
    return map.yaml
  }

  static func rung(_ rung: Rung) -> YamlText {
    var map = YamlMap()
    map.add("clock", .text(rung.clock.rawValue))
    map.add("at", .text(rung.at.description))
    map.add("what", .text(rung.what.rawValue))
    fill(&map, rung.conditions)
    map.add("to", .words(rung.to))
    return map.yaml
  }

  /// The conditions of a rule of this clock on one line: what makes it the same rule in two profiles.
  static func conditions(_ clock: ClockKind, _ conditions: Conditions) -> String {
    var map = YamlMap()
    fill(&map, conditions)
    return "\(clock.rawValue) \(map.yaml.line)"
  }

  static func fill(_ map: inout YamlMap, _ conditions: Conditions) {
    map.add("kinds", .words(Kind.allCases.filter(conditions.kinds.contains)))
    map.add("urgencies", .words(Urgency.allCases.filter(conditions.urgencies.contains)))
    map.add("categories", .list(conditions.categories.map { .text($0.value) }))
    map.add("units", .list(conditions.units.map { .text($0.value) }))
    map.add("levels", .words(Unit.Level.allCases.filter(conditions.levels.contains)))
    map.add("season", conditions.season.map { .text("\($0.from)..\($0.to)") })
  }

  static func outcome(_ field: OutcomeField) -> YamlText {
    var map = YamlMap()
    map.add("name", .text(field.name))
    map.add("label", .phrase(field.label))
    map.add("type", .text(field.type.rawValue))
    map.add("options", .codes(field.options))
    map.add("unit", field.unit.map(YamlText.phrase))
    map.add("required", field.required ? .bool(true) : nil)
    map.add("categories", .list(field.categories.map { .text($0.value) }))
    map.add("kinds", .words(Kind.allCases.filter(field.kinds.contains)))
    return map.yaml
  }

  static func policy(_ policy: CasePolicy) -> YamlText {
    var map = YamlMap()
    map.add("returns", .map([("within", .limit(policy.returns.within)), ("rounds", .number(policy.returns.rounds))]))
    map.add("extensions", .map([("most", .limit(policy.extensions.most)), ("times", .number(policy.extensions.times))]))
    var suspension = YamlMap()
    suspension.add("most", .limit(policy.suspension.most))
    suspension.add("reasons", .codes(policy.suspension.reasons))
    map.add("suspension", suspension.yaml)
    map.add("redo", .map([("rounds", .number(policy.redo.rounds)), ("claim-days", .number(policy.redo.claimDays))]))
    map.add("callback", .map([("attempts", .number(policy.callback.attempts)), ("share", share(policy.callback.share))]))
    map.add("public-following", following(policy.publicFollowing))
    map.add("auto-sign", .bool(policy.autoSign))
    map.add("direct-to-township", .bool(policy.directToTownship))
    map.add("contact-proof", .bool(policy.contactProofRequired))
    map.add("review", .bool(policy.reviewRequired))
    map.add("head-review", .bool(policy.headReview))
    map.add("measures", measures(policy.measures))
    map.add("merging", .map([("days", .number(policy.merging.days)), ("most", .number(policy.merging.most))]))
    let openness = policy.openness
    map.add(
      "openness",
      .map([
        ("answers", .bool(openness.answers)), ("open-matters", .list(openness.openMatters.map { .text($0.value) })),
        ("figures", .bool(openness.figures)), ("me-too-per-day", .number(openness.meTooPerDay)),
      ]))
    lists(policy, into: &map)
    return map.yaml
  }

  private static func lists(_ policy: CasePolicy, into map: inout YamlMap) {
    map.add("accepted", .list(policy.acceptedMatters.map(YamlText.phrase)))
    map.add("emergency-lines", .map(policy.emergencyLines.map { ($0.number, .phrase($0.name)) }))
    map.add("refusals", .map(policy.refusals.map { ($0.code, refusal($0)) }))
    map.add("return-reasons", .codes(policy.returnReasons))
    map.add("extension-reasons", .codes(policy.extensionReasons))
    map.add("closing-reasons", .codes(policy.closingReasons))
  }

  private static func refusal(_ reason: RefusalReason) -> YamlText {
    var map = YamlMap()
    map.add("matter", .phrase(reason.matter))
    map.add("route", .phrase(reason.route))
    map.add("approval", reason.needsApproval ? .bool(true) : nil)
    return map.yaml
  }

  private static func share(_ share: CasePolicy.Callback.Share) -> YamlText {
    switch share {
    case .all: "all"
    case .sample(let percent): .text("\(percent)%")
    }
  }

  private static func following(_ following: CasePolicy.PublicFollowing) -> YamlText {
    .map([
      ("last-digits", .number(following.lastDigits)), ("tries", .number(following.tries)),
      ("address-tries", .number(following.addressTries)), ("lock-minutes", .number(following.lockMinutes)),
    ])
  }
}

extension YamlText {
  static func limit(_ limit: Limit) -> YamlText { .text(limit.description) }

  static func words<Word: RawRepresentable<String>>(_ words: [Word]) -> YamlText { .list(words.map { .text($0.rawValue) }) }

  static func codes(_ codes: [ReasonCode]) -> YamlText { .map(codes.map { ($0.code, .phrase($0.phrase)) }) }

  /// The shortest form that reads back as the same phrase.
  static func phrase(_ phrase: Phrase) -> YamlText {
    let hasLines = phrase.zh != phrase.en && (phrase.zh.contains(where: \.isNewline) || phrase.en.contains(where: \.isNewline))
    let isClear =
      !hasLines && !phrase.zh.contains(" | ") && !phrase.zh.hasSuffix(" |") && !phrase.en.hasPrefix("| ") && !phrase.en.isEmpty
    return isClear ? .text(bilingual(phrase)) : .map([("zh", .text(phrase.zh)), ("en", .text(phrase.en))])
  }

  /// `中文 | English`, or the text alone when both are the same.
  static func bilingual(_ phrase: Phrase) -> String {
    phrase.zh == phrase.en ? phrase.zh : "\(phrase.zh) | \(phrase.en)"
  }
}
