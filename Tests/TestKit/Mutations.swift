import Foundation

/// Spoils valid inputs, the same way on every run: whatever comes from outside may be broken in any place.
///
/// `bin/test` takes a slice of the rounds, `bin/test --long` fifty times as many.
public struct Mutations: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// splitmix64
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static let isLong = ProcessInfo.processInfo.environment["LIANXIN_LONG"] == "1"

  /// Calls `body` with spoiled forms of the inputs.
  /// - Parameters:
  ///   - pieces: what means something to the parser; it is put in at random places.
  ///   - rounds: in the short run.
  public static func each(
    of inputs: [String], pieces: [String], seed: UInt64 = 12_345, rounds: Int = 2_000, _ body: ([UInt8]) throws -> Void
  ) rethrows {
    var random = Mutations(seed: seed)
    let (inputs, pieces) = (inputs.map { Array($0.utf8) }, pieces.map { Array($0.utf8) })
    for _ in 0..<(isLong ? rounds * 50 : rounds) {
      var bytes = inputs.randomElement(using: &random) ?? []
      for _ in 0...Int.random(in: 0...3, using: &random) { random.spoil(&bytes, pieces) }
      try body(bytes)
    }
  }

  /// The same for parsers of text: what is not UTF-8 becomes replacement characters.
  public static func eachText(
    of inputs: [String], pieces: [String], seed: UInt64 = 12_345, rounds: Int = 2_000, _ body: (String) throws -> Void
  ) rethrows {
    try each(of: inputs, pieces: pieces, seed: seed, rounds: rounds) { try body(String(decoding: $0, as: UTF8.self)) }
  }

  private mutating func spoil(_ bytes: inout [UInt8], _ pieces: [[UInt8]]) {
    let place = Int.random(in: 0...bytes.count, using: &self)
    switch Int.random(in: 0..<6, using: &self) {
    case 0 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: next())
    case 1 where place < bytes.count: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &self)))
    case 2: bytes.removeLast(bytes.count - place)
    case 3 where place < bytes.count:
      let part = Array(bytes[place..<min(bytes.count, place + Int.random(in: 1...40, using: &self))])
      bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &self))
    default: bytes.insert(contentsOf: pieces.randomElement(using: &self) ?? [0], at: place)
    }
  }
}
