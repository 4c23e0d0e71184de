import Casework
import Foundation
import Interop
import Testing

/// `docs/lifecycle.md` is what the tables say: a line that changes here changes there.
@Suite struct LifecycleDocumentTests {
  @Test func theDocumentIsUpToDate() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/lifecycle.md"), encoding: .utf8)
    #expect(text == LifecycleDocument.markdown, "docs/lifecycle.md is out of date: lianxin lifecycle > docs/lifecycle.md")
  }

  @Test func itNamesEveryStateActionAndClock() {
    let text = LifecycleDocument.markdown
    for state in OrderState.allCases { #expect(text.contains("`\(state.rawValue)`")) }
    for action in OrderAction.allCases { #expect(text.contains("`\(action.rawValue)`")) }
    for clock in ClockKind.allCases { #expect(text.contains("`\(clock.rawValue)`")) }
  }
}
