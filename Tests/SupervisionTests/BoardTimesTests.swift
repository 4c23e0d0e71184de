import Casework
import Testing
import Workdays

@testable import Supervision

@Suite struct BoardTimesTests {
  @Test func theLastLaneEndsWithTheNextWorkingDay() throws {
    let friday = try Moment(iso8601: "2026-03-06T15:00:00+08:00")
    let times = BoardTimes(now: friday, calendar: .national())
    #expect(times.soon.iso8601.hasPrefix("2026-03-06T19:00"))
    #expect(times.today.iso8601.hasPrefix("2026-03-07T00:00"))
    #expect(times.tomorrow.iso8601.hasPrefix("2026-03-10T00:00"), "Monday is over when Tuesday begins")
  }

  @Test func lateInTheEveningTheLanesStillFollowEachOther() throws {
    let times = BoardTimes(now: try Moment(iso8601: "2026-03-05T22:30:00+08:00"), calendar: .national())
    #expect(times.now < times.soon && times.soon <= times.today && times.today < times.tomorrow)
    var last: Moment?
    for lane in [BoardLane.late, .soon, .today, .tomorrow] {
      let bounds = times.bounds(of: lane)
      #expect(bounds.from == last)
      last = bounds.before
    }
  }
}
