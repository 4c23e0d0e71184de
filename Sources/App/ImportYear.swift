import CaseFile
import Casework
import Profiles
import Workdays

extension Hotline {
  /// Puts a published year into the calendar in force and begins to count what it may move again.
  /// - Parameters:
  ///   - text: JSON or YAML with the year's holidays and make-up days.
  ///   - year: which year it is, where the text does not say.
  /// - Returns: the profile's release, and the recount, which `recounts` runs.
  public func importYear(_ text: String, file: String, year: Int? = nil) async throws -> (release: Int, recount: Int64) {
    let published = try PublishedYear.read(text, file: file, year: year)
    let release = try await shelf.importYear(published).release
    return (release, try await recounts.begin(year: published.year, from: published.begins))
  }
}
