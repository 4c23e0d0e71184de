import Casework
import Web
import Workdays

extension OutcomeField {
  /// The control by which people fill it in.
  public func control(required: Bool) -> Field { Field(name, kind, label, required: required, help: unit) }

  private var kind: Field.Kind {
    switch type {
    case .text: .lines(Self.longestText)
    case .count: .whole(0...Int64.max)
    case .money: .money(0...Int64.max / 200)
    case .choice: .choice(options.map { Choice($0.code, $0.phrase) })
    }
  }

  /// The value as people read it: `16 ℃`, `已缴费`.
  public func shown(_ value: OutcomeValue) -> Phrase {
    switch (type, value) {
    case (.money, .number(let fen)):
      let amount = fen % 100 == 0 ? "\(fen / 100)" : "\(fen / 100).\(fen % 100 < 10 ? "0" : "")\(fen % 100)"
      return Phrase("\(amount) 元", "\(amount) yuan")
    case (_, .number(let number)): return Phrase("\(number) \(unit?.zh ?? "")".trimmed, "\(number) \(unit?.en ?? "")".trimmed)
    case (.choice, .word(let code)): return options[code: code]?.phrase ?? Phrase(code, code)
    case (_, .word(let word)): return Phrase(word, word)
    }
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
