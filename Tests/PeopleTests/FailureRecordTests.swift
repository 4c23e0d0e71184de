import Testing
import Workdays

@testable import People

@Suite struct FailureRecordTests {
  private let start = Moment(milliseconds: 1_790_000_000_000)

  private func locked(_ record: inout FailureRecord, _ now: Moment) -> Moment? {
    for _ in 0..<5 { #expect(record.attempt(at: now, .account) == nil) }
    return record.attempt(at: now, .account)
  }

  @Test func theSixthTryIsRefusedForAQuarterOfAnHour() {
    var record = FailureRecord(at: start)
    #expect(locked(&record, start) == start.adding(minutes: 15))
    #expect(record.attempt(at: start.adding(minutes: 14), .account) == start.adding(minutes: 15))
    #expect(record.attempt(at: start.adding(minutes: 15), .account) == nil)
  }

  @Test func eachFurtherLockTakesTwiceAsLong() {
    var record = FailureRecord(at: start)
    _ = locked(&record, start)
    let second = start.adding(minutes: 15)
    #expect(locked(&record, second) == second.adding(minutes: 30))
    let third = second.adding(minutes: 30)
    #expect(locked(&record, third) == third.adding(minutes: 60))
  }

  @Test func noLockIsLongerThanADay() { #expect(LockRule.account.minutes(afterLocks: 60) == 24 * 60) }

  @Test func aQuietDayBringsBackTheShortLock() {
    var record = FailureRecord(at: start)
    _ = locked(&record, start)
    let later = start.adding(days: 2)
    #expect(locked(&record, later) == later.adding(minutes: 15))
  }

  @Test func slowTriesNeverLock() {
    var record = FailureRecord(at: start)
    for step in 0..<20 { #expect(record.attempt(at: start.adding(minutes: step * 5), .account) == nil) }
  }

  @Test func aRightPasswordTakesItsTryAndItsLockBack() {
    var record = FailureRecord(at: start)
    for _ in 0..<5 { _ = record.attempt(at: start, .account) }
    record.forgive(.account)
    #expect(record.lockedUntil == nil)
    #expect(record.count == 4)
    #expect(record.locks == 0)
  }
}
