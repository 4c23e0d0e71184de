import Casework
import Web

/// SplitMix64: the same numbers on every machine and every run.
struct Dice: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }
  mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// Whatever somebody might send instead of what is wanted.
  mutating func junk() -> JSONValue {
    pick([
      .null, .flag(true), .whole(-1), .whole(.max), .number("1e400"), .text(""), .text("\u{0}"),
      .text(String(repeating: "长", count: 25_000)),
      .text("yunxi"), .list([]), .object([]), .text("2031-05-05T09:00:00+08:00"), .text("'; DROP TABLE orders; --"),
    ])
  }

  /// The body with one member spoilt, dropped or added.
  mutating func spoilt(_ body: JSONValue) -> JSONValue {
    guard case .object(var members) = body else { return junk() }
    if members.isEmpty || chance(20) { return .object(members + [.init(pick(["seen", "unit", "ghost", "reason"]), junk())]) }
    let index = below(members.count)
    if chance(40) { members.remove(at: index) } else { members[index] = .init(members[index].name, junk()) }
    return .object(members)
  }
}
