import CaseFile
import Web
import Workdays

/// The way of a parcel: where it was, where it is now, what is left.
struct Parcel {
  let steps: [CitizenFile.Step]
  let language: Language

  func render() -> HTML {
    let current = steps.lastIndex { $0.isDone } ?? 0
    let items = HTML.each(steps.enumerated()) { index, step in item(step, index, current) }
    return "<ol class=\"parcel\">\(items)</ol>"
  }

  private func item(_ step: CitizenFile.Step, _ index: Int, _ current: Int) -> HTML {
    let isHere = index == current
    let look = isHere ? "here" : step.isDone ? "done" : "later"
    let time = when(step.at) { (at: Moment) -> HTML in "<time datetime=\"\(at.iso8601)\">\(at, language)</time>" }
    let unsaid = step.isDone ? Phrase("（已完成）", "(done)") : Phrase("（还没到）", "(not yet)")
    let here = isHere ? "step" : nil
    return """
      <li class="\(look)"\(attribute: "aria-current", here)><span class="parcel-step">\(step.title, language)\
      <span class="visually-hidden"> \(unsaid, language)</span></span> \(time)</li>
      """
  }
}
