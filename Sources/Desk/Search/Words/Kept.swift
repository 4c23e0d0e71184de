import Workdays

/// What is dear to read and may be a little old: whoever asks first has it read, and all who ask meanwhile or soon afterwards get
/// the same.
public actor Kept<Key: Hashable & Sendable, Value: Sendable> {
  private var values: [Key: (value: Value, at: Moment)] = [:]
  private var reading: [Key: Task<Value, any Error>] = [:]
  private let milliseconds: Int64

  /// - Parameter milliseconds: for how long a value is good.
  public init(for milliseconds: Int64) { self.milliseconds = milliseconds }

  /// - Parameter bars: whether a value is not for the one who asks, or not for others when it was read for this one.
  public func value(
    for key: Key, at now: Moment, unless bars: @Sendable (Value) -> Bool = { _ in false },
    read: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    if let known = values[key], isFresh(known.at, now), !bars(known.value) { return known.value }
    if milliseconds > 0, let running = reading[key], let value = try? await running.value, !bars(value) { return value }
    let task = Task { try await read() }
    reading[key] = task
    defer { if reading[key] == task { reading[key] = nil } }
    let value = try await task.value
    if !bars(value) {
      values = values.filter { isFresh($0.value.at, now) }
      values[key] = (value, now)
    }
    return value
  }

  private func isFresh(_ at: Moment, _ now: Moment) -> Bool { abs(now.milliseconds - at.milliseconds) < milliseconds }
}
