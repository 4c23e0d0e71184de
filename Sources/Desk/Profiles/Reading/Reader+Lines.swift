import Casework
import Workdays

/// Numbers, accounts, and the facts that are kept as they are.
extension Reader {
  func lines() -> [HotlineLine] {
    guard let section = field("lines") else { return [] }
    section.refuseDuplicates(of: "number")
    return section.list().compactMap { $0.line() }
  }

  private func line() -> HotlineLine? {
    guard isMap() else { return nil }
    allow(["number", "name", "mode"])
    let (number, name, mode) = (required("number")?.text(), required("name")?.phrase(), required("mode")?.word(HotlineLine.Mode.self))
    guard let number, let name, let mode else { return nil }
    return HotlineLine(number: number, name: name, mode: mode)
  }

  func channels() -> [ChannelAccount] {
    field("channels")?.list().compactMap { $0.channel() } ?? []
  }

  private func channel() -> ChannelAccount? {
    guard isMap() else { return nil }
    allow(["channel", "account", "name"])
    let account = field("account")?.text() ?? ""
    guard let channel = required("channel")?.word(Channel.self) else { return nil }
    return ChannelAccount(channel: channel, account: account, name: field("name")?.phrase() ?? channel.phrase)
  }

  func details() -> [Detail.Entry] {
    guard let section = field("details"), case .map(let entries) = section.detail() else {
      _ = field("details")?.isMap()
      return []
    }
    return entries
  }

  private func detail() -> Detail {
    switch branch.content {
    case .text(let text): .text(text)
    case .list(let items): .list(items.map { Reader($0, book).detail() })
    case .map(let pairs):
      .map(
        pairs.map { pair in
          let value = Reader(pair.value, book)
          if pair.key.text == "weekday" { value.checkWeekdays() }
          return Detail.Entry(pair.key.text ?? "", value.detail())
        })
    }
  }

  /// Facts are kept as they are, but no week has nine days.
  private func checkWeekdays() {
    for day in oneOrMore() { _ = day.int(1...7) }
  }
}
