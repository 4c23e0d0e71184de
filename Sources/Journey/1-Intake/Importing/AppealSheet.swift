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
    guard let received = try? Moment(iso8601: cell("submitted_at", row)), received <= now else {
      return bad(row, Phrase("submitted_at 不是过去的 ISO 8601 时间", "submitted_at is no ISO 8601 time in the past"))
    }
    return .success(statement(row, id: id, body: body, received: received))
  }

  private func statement(_ row: CSVReader.Row, id: String, body: String, received: Moment) -> Statement {
    var statement = Statement(channel: channel, text: body, receivedAt: received)
    let title = cell("title", row)
    statement.title = title.isEmpty ? nil : String(title.prefix(200))
    statement.caller = Identity(name: filled("user", row), phone: filled("phone", row).flatMap(PhoneNumber.normalised))
    if let area = filled("area", row) { statement.area = profile.areas.first { $0.id.value == area || $0.name.zh == area }?.id }
    statement.place = filled("place", row).map { Place(address: String($0.prefix(300))) }
    statement.source = id
    statement.extra = extra(row)
    return statement
  }

  private func cell(_ name: String, _ row: CSVReader.Row) -> String {
    guard let index = columns[name], index < row.cells.count else { return "" }
    return row.cells[index].trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func filled(_ name: String, _ row: CSVReader.Row) -> String? {
    let text = cell(name, row)
    return text.isEmpty ? nil : text
  }

  /// Every other column as it came; an area that the city does not know too.
  private func extra(_ row: CSVReader.Row) -> String? {
    var rest: [String: String] = [:]
    for (index, name) in names.enumerated() where !Self.known.contains(name) || name == "area" {
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
