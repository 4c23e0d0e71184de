import Casework
import NIOCore
import Workdays

extension LiveHub {
  /// Rounds after which a view is read again without a change: what is late depends on the time.
  private static let patience = 60
  /// Each stream's session is looked at again every so many rounds.
  private static let checking = 10
  private static let beating = 20

  /// Reads what changed and tells whoever watches it.
  public func round() async {
    rounds += 1
    sweep()
    let news = Array(changes)
    changes.removeAll(keepingCapacity: true)
    await check()
    if !news.isEmpty { await heed(news) }
    for (key, one) in shown where one.isDue || rounds - one.readAt >= Self.patience || !news.isEmpty && one.view.concerns(news) {
      await read(key)
    }
    if rounds % Self.beating == 0 { for watch in watches.values { watch.stream.beat() } }
  }

  /// Ends all streams.
  public func endAll() { for id in watches.keys { close(id) } }

  /// Forgets the streams that ended a while ago.
  private func sweep() {
    for (id, watch) in watches {
      guard let left = watch.leaving else { continue }
      watches[id]?.leaving = left - 1
      guard left <= 1 else { continue }
      for key in watch.views.values { leave(key, id) }
      watches[id] = nil
    }
  }

  /// A stream ends with its session, and with the rights that it began with.
  private func check() async {
    let turn = rounds % Self.checking
    for (id, watch) in watches where id % Self.checking == turn && watch.leaving == nil {
      let holder = await trying { try await holds(watch.session) }
      if case .some(let actor) = holder, actor != watch.actor { close(id) }
    }
  }

  /// Where others may share a view now, everybody is asked again what they see.
  private func heed(_ news: [LiveChange]) async {
    for source in sources.values {
      guard await trying({ try await source.heed(news) }) == true else { continue }
      for (id, watch) in watches {
        for topic in watch.topics where topic.source == source.name { await self.watch(topic, id) }
      }
    }
  }

  /// Reads a view and sends it where it looks different.
  func read(_ key: String) async {
    guard let before = shown[key] else { return }
    shown[key]?.isDue = false
    shown[key]?.readAt = rounds
    let now = clock()
    let members = await trying { try await before.view.read(now) }
    guard case .some(let members) = members, let one = shown[key] else { return }
    // What has become invisible simply stays silent.
    guard let members else { return }
    let all = members + (one.view.meets ? [others(one)] : [])
    guard all != one.members else { return }
    let message = LiveStream.message(one.topic, all)
    shown[key]?.members = all
    shown[key]?.message = message
    for id in one.watchers where watches[id]?.leaving == nil { watches[id]?.stream.put(one.topic, message) }
  }

  /// The names of the others who watch the same topic.
  private func others(_ one: Shown) -> JSONValue.Member {
    let own = one.watchers.compactMap { watches[$0]?.actor.account }.first
    let actors = shown.values.filter { $0.topic == one.topic }.flatMap(\.watchers).compactMap { watches[$0]?.actor }
    let names = Set(actors.filter { $0.account != own }.map(\.name))
    return JSONValue.Member("others", .texts(names.sorted()))
  }
}
