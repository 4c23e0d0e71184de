import Casework
import Foundation
import Vault
import Workdays

/// The columns of an import file and how a row becomes a statement.
struct AppealSheet: Sendable {
  struct BadRow: Error { let refusal: ImportReport.Refusal }

  static let needed = ["id", "title", "body", "submitted_at"]
  static let known = needed + ["user", "phone", "area", "place"]
  static let longestText = 20_000

  let channel: Channel
  let intake: UnitID
  private let columns: [String: Int]
  private let names: [String]
  private let profile: Profile
  private let now: Moment

  init(header: CSVReader.Row, channel: Channel, profile: Profile, now: Moment) throws {
    names = header.cells.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    let places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    columns = places
    let missing = Self.needed.filter { places[$0] == nil }
    guard missing.isEmpty else {
      let list = missing.joined(separator: ", ")
      throw CaseworkProblem.field("file", "第 1 行缺少列：\(list)。", "Line 1 lacks the columns \(list).")
    }
    self.channel = channel
    self.profile = profile
    self.now = now
    intake = profile.units.units.values.filter { $0.level == .hotline }.map(\.id).min() ?? profile.units.root
  }

  func fingerprint(_ row: CSVReader.Row) -> String {
    var hash = FramedHash()
    for cell in row.cells { hash.add(cell) }
    return Digest.hex(hash.finish())
  }

  func read(_ row: CSVReader.Row) -> Result<Statement, BadRow> {
    if let fault = row.fault { return bad(row, fault.phrase) }
    guard row.cells.count == names.count else {
      return bad(row, Phrase("有 \(row.cells.count) 列，应为 \(names.count) 列", "\(row.cells.count) cells, \(names.count) expected"))
    }
    let id = cell("id", row)
    guard !id.isEmpty, id.count <= 100 else { return bad(row, Phrase("id 为空或超过 100 字", "id is empty or over 100 characters")) }
    let body = cell("body", row)
    guard !body.isEmpty, body.count <= Self.longestText, !body.contains("\0") else {
      return bad(row, Phrase("body 为空或超过 \(Self.longestText) 字", "body is empty or over \(Self.longestText) characters"))
    }
    let time = cell("submitted_at", row)
    guard let received = Moment(time) else { return bad(row, submitted(ReceivingTime.fault(ofText: time))) }
    if let fault = ReceivingTime.fault(received, at: now) { return bad(row, submitted(fault)) }
    return .success(statement(row, id: id, body: body, received: received))
  }

  private func statement(_ row: CSVReader.Row, id: String, body: String, received: Moment) -> Statement {
    var statement = Statement(channel: channel, text: body, receivedAt: received)
    let title = cell("title", row)
    statement.title = title.isEmpty ? nil : String(title.prefix(200))
    statement.caller = Identity(name: filled("user", row), phone: filled("phone", row).flatMap(PhoneNumber.normalised))
    statement.area = filled("area", row).flatMap(area)
    statement.place = filled("place", row).map { Place(address: String($0.prefix(300))) }
    statement.source = id
    statement.extra = extra(row)
    return statement
  }

  private func submitted(_ fault: Phrase) -> Phrase { Phrase("提交时间（submitted_at）\(fault.zh)", "submitted_at \(fault.en)") }

  private func area(_ text: String) -> AreaID? { profile.areas.first { $0.id.value == text || $0.name.zh == text }?.id }

  private func isUnreadable(phone: String) -> Bool { PhoneNumber.normalised(phone) == nil }

  /// What of a row that landed could not be used, and is kept beside its other columns.
  func remarks(_ row: CSVReader.Row) -> [ImportReport.Remark] {
    var remarks: [ImportReport.Remark] = []
    if let phone = filled("phone", row), isUnreadable(phone: phone) {
      // The words never name the number: they are printed and may be passed on.
      let reason = Phrase("电话号码无法识别，未登记；原文已随诉求加密保存", "this is no phone number and was not used; it is kept, encrypted, with the appeal")
      remarks.append(.init(line: row.line, column: "phone", reason: reason))
    }
    if let name = filled("area", row), area(name) == nil {
      let shown = name.prefix(40)
      let reason = Phrase("没有区域“\(shown)”，未登记；原文已随诉求保存", "there is no area “\(shown)”, it was not used; it is kept with the appeal")
      remarks.append(.init(line: row.line, column: "area", reason: reason))
    }
    return remarks
  }

  private func cell(_ name: String, _ row: CSVReader.Row) -> String {
    guard let index = columns[name], index < row.cells.count else { return "" }
    return row.cells[index].trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func filled(_ name: String, _ row: CSVReader.Row) -> String? {
    let text = cell(name, row)
    return text.isEmpty ? nil : text
  }

  /// Every other column as it came; an area too, and a phone number that is none.
  private func extra(_ row: CSVReader.Row) -> String? {
    var rest: [String: String] = [:]
    let keepsPhone = filled("phone", row).map(isUnreadable) == true
    for (index, name) in names.enumerated() where !Self.known.contains(name) || name == "area" || name == "phone" && keepsPhone {
      if index < row.cells.count, !row.cells[index].isEmpty { rest[name] = row.cells[index] }
    }
    guard !rest.isEmpty, let data = try? JSONSerialization.data(withJSONObject: rest, options: [.sortedKeys]) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  private func bad(_ row: CSVReader.Row, _ reason: Phrase) -> Result<Statement, BadRow> {
    .failure(BadRow(refusal: .init(line: row.line, reason: reason)))
  }
}

extension CSVReader.Fault {
  var phrase: Phrase {
    switch self {
    case .openQuote: Phrase("引号没有结束", "a quote is not closed")
    case .badUTF8: Phrase("不是 UTF-8 文字", "not UTF-8")
    case .strayQuote: Phrase("引号位置不对", "a quote stands where none may")
    }
  }
}
