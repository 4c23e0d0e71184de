import Casework
import Workdays

/// The parts in which people look for a change, in the order of the file.
public enum ProfileSection: String, Sendable, CaseIterable, Worded {
  case general, lines, areas, units, categories, calendar, limits, ladder, policy, scope, reasons, outcomes, guides, letters, formulas,
    catalogue, details

  public var phrase: Phrase {
    switch self {
    case .general: Phrase("基本", "General")
    case .lines: Phrase("号码与账号", "Lines and accounts")
    case .areas: Phrase("区域", "Areas")
    case .units: Phrase("单位", "Units")
    case .categories: Phrase("类别", "Categories")
    case .calendar: Phrase("工作日历", "Work calendar")
    case .limits: Phrase("时限", "Limits")
    case .ladder: Phrase("时限节点", "Ladder")
    case .policy: Phrase("办理政策", "Policy")
    case .scope: Phrase("受理范围", "What is taken")
    case .reasons: Phrase("理由选项", "Reasons")
    case .outcomes: Phrase("结果字段", "Outcome fields")
    case .guides: Phrase("登记向导", "Guides")
    case .letters: Phrase("函件", "Letters")
    case .formulas: Phrase("统计公式", "Formulas of figures")
    case .catalogue: Phrase("派单目录", "Dispatch catalogue")
    case .details: Phrase("其他事实", "Details")
    }
  }
}

/// One thing in which two profiles differ, in words.
public struct ProfileChange: Hashable, Sendable {
  public enum What: String, Sendable, CaseIterable, Worded {
    case added, removed, changed, moved

    public var phrase: Phrase {
      switch self {
      case .added: Phrase("新增", "New")
      case .removed: Phrase("删去", "Out")
      case .changed: Phrase("修改", "Changed")
      case .moved: Phrase("换位", "Moved")
      }
    }
  }

  public let section: ProfileSection
  public let what: What
  /// 办理时限：投诉 · 一般
  public let subject: Phrase
  public let before: Phrase?
  public let after: Phrase?
  /// The part of a draft that it belongs to; nil for what no form changes.
  public let part: String?

  init(_ section: ProfileSection, _ subject: Phrase, _ before: Phrase?, _ after: Phrase?, part: String? = nil, moved: Bool = false) {
    (self.section, self.subject, self.before, self.after, self.part) = (section, subject, before, after, part)
    what = moved ? .moved : before == nil ? .added : after == nil ? .removed : .changed
  }

  /// 办理时限：投诉 · 一般：5 个工作日 → 4 个工作日
  public var sentence: Phrase {
    let (old, new) = (before ?? Phrase("", ""), after ?? Phrase("", ""))
    return switch what {
    case .added: Phrase("新增 \(subject.zh)：\(new.zh)", "New: \(subject.en): \(new.en)")
    case .removed: Phrase("删去 \(subject.zh)（原为 \(old.zh)）", "Out: \(subject.en) (was \(old.en))")
    case .changed, .moved: Phrase("\(subject.zh)：\(old.zh) → \(new.zh)", "\(subject.en): \(old.en) → \(new.en)")
    }
  }
}
