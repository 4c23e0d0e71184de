import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// Fourth stage: the unit works on it, down the levels and with others, and answers.
public struct HandlingStage: Sendable {
  let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  private static let holders: Access = .roles([.officer, .intake])
  private static let owners: Access = .roles([.dispatcher, .supervisor, .intake, .officer])
  private static let reviewers: Access = .roles([.dispatcher, .supervisor, .intake, .officer, .leader])

  public var endpoints: [Endpoint] {
    [
      .post(
        "orders/{number}/contact", Self.holders, OrderAction.contact.phrase, action: "contact", form: HandlingForm.contact,
        answers: .orderReceipt, handle: contact),
      .post(
        "orders/{number}/feedback", Self.holders, OrderAction.feedBack.phrase, action: "feedback", form: HandlingForm.feedback,
        answers: .orderReceipt, handle: feedBack),
      .post(
        "orders/{number}/delegation", Self.holders, OrderAction.delegate.phrase, action: "delegate", form: HandlingForm.task,
        answers: .orderReceipt, handle: delegate),
      .post(
        "orders/{number}/assistance", .roles([.officer, .intake, .dispatcher, .supervisor]), OrderAction.assist.phrase, action: "assist",
        form: HandlingForm.task,
        answers: .orderReceipt, handle: assist),
      .post(
        "orders/{number}/commitment", Self.holders, OrderAction.commit.phrase, action: "commitment", form: HandlingForm.commit,
        answers: .orderReceipt, handle: commit),
      .post(
        "orders/{number}/extension", Self.holders, OrderAction.requestExtension.phrase, action: "extension", form: HandlingForm.extend,
        answers: .orderReceipt, handle: askExtension),
      .post(
        "orders/{number}/extension-decision", Self.owners, OrderAction.decideExtension.phrase, action: "extension-decision",
        form: HandlingForm.decideExtension, answers: .orderReceipt, handle: decideExtension),
      .post(
        "orders/{number}/suspension", Self.holders, OrderAction.suspend.phrase, action: "suspend", form: HandlingForm.suspend,
        answers: .orderReceipt, handle: suspend),
      .post(
        "orders/{number}/resumption", .roles([.officer, .intake, .dispatcher, .supervisor]), OrderAction.resume.phrase, action: "resume",
        form: [.seen], answers: .orderReceipt, handle: resume),
      .post(
        "orders/{number}/head-review", .roles([.leader]), OrderAction.headReview.phrase, action: "head-review", form: HandlingForm.review,
        answers: .orderReceipt, handle: headReview),
      .post(
        "orders/{number}/review", Self.reviewers, OrderAction.review.phrase, action: "review", form: HandlingForm.review,
        answers: .orderReceipt, handle: review),
      .post(
        "orders/{number}/withdrawal", Self.owners, Phrase("收回任务", "Recall the task"), action: "withdraw", form: HandlingForm.recall,
        answers: .orderReceipt, handle: recall),
      .post(
        "orders/{number}/attachments", .roles([.agent, .dispatcher, .officer, .supervisor, .intake, .followup]), OrderAction.attach.phrase,
        action: "attach", form: HandlingForm.attach, answers: .orderReceipt, uploads: .pictures, handle: attach),
      .post(
        "orders/{number}/note", .roles(Role.caseworkers.subtracting([.inspector, .analyst])), OrderAction.note.phrase, action: "note",
        form: [.words("text", Phrase("备注", "Note"))], answers: .orderReceipt, handle: note),
    ]
  }
}
