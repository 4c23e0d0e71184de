import Workdays

/// The sentences of a proposal.
struct ProposalWords {
  let profile: Profile
  let question: CatalogueQuestion
  let matter: Phrase

  init(profile: Profile, question: CatalogueQuestion) {
    (self.profile, self.question) = (profile, question)
    matter = profile.taxonomy.title(of: question.category)
  }

  var nothing: Phrase {
    Phrase("\(matter.zh)：派单目录没有规定，请人工判断。", "\(matter.en): the catalogue says nothing; decide by hand.")
  }

  /// After somebody found wrong what was proposed.
  var nothingElse: Phrase {
    Phrase("\(matter.zh)：没有别的建议，请人工判断。", "\(matter.en): nothing else to propose; decide by hand.")
  }

  func led(by lead: UnitID, _ assist: [UnitID], _ rule: CatalogueRule) -> Phrase {
    let unit = profile.units.name(of: lead)
    let helpers = assist.map { profile.units.name(of: $0) }
    let zh = helpers.isEmpty ? "" : "，\(helpers.map(\.zh).joined(separator: "、"))协办"
    let en = helpers.isEmpty ? "" : ", assisted by \(helpers.map(\.en).joined(separator: ", "))"
    return Phrase(
      "\(matter.zh) → \(unit.zh)牵头\(zh)；依据：\(rule.basis.zh)", "\(matter.en) → \(unit.en) leads\(en); basis: \(rule.basis.en)")
  }

  func byHand(_ rule: CatalogueRule) -> Phrase {
    Phrase("\(matter.zh)：\(rule.basis.zh)", "\(matter.en): \(rule.basis.en)")
  }

  func failed(_ rule: CatalogueRule, _ failure: CatalogueFailure) -> Phrase {
    let why = failure.phrase(in: profile)
    return Phrase(
      "\(matter.zh)：规则“\(rule.id)”无法执行，\(why.zh)，请人工判断。",
      "\(matter.en): the rule “\(rule.id)” cannot be followed, \(why.en); decide by hand.")
  }
}

extension CatalogueFailure {
  public func phrase(in profile: Profile) -> Phrase {
    switch self {
    case .unknownUnit(let unit): Phrase("没有可承办的单位“\(unit)”", "there is no unit “\(unit)” that handles orders")
    case .closedUnit(let unit):
      Phrase("“\(profile.units.name(of: unit).zh)”已撤销，不再承办", "“\(profile.units.name(of: unit).en)” is closed and takes no more orders")
    case .unknownService(let name): Phrase("没有写明谁提供“\(name)”", "nobody is named who provides “\(name)”")
    case .placeUnknown: Phrase("尚未写明事发区域", "nobody has said in which area it is")
    case .noUnit(let assignee, let area):
      Phrase(
        "“\(profile.area(area)?.name.zh ?? area.value)”没有\(assignee.phrase(in: profile).zh)",
        "“\(profile.area(area)?.name.en ?? area.value)” has none: \(assignee.phrase(in: profile).en)")
    }
  }
}

extension Assignee {
  /// Whom it means, in words.
  public func phrase(in profile: Profile) -> Phrase {
    switch self {
    case .unit(let unit): profile.units.name(of: unit)
    case .ofArea(let level): Phrase("事发地\(level.phrase.zh)", "\(level.phrase.en) of the place")
    case .serving(let name): Phrase("当地“\(name)”服务单位", "Provider of “\(name)” there")
    case .byHand: Phrase("人工判断", "Decided by hand")
    }
  }
}
