import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// The letters: on which occasion what is written to citizens.
extension ProfileDesk {
  var letterEndpoints: [Endpoint] {
    [
      .get(
        "admin/profile/letters", Self.readers, Phrase("函件", "The letters"), answers: .page(of: LetterShapes.letter), surfaces: Self.both,
        handle: letters),
      .page("admin/profile/letters/{id}", Self.readers, Phrase("一种函件", "A letter"), handle: letter), setLetter, previewLetter, dropLetter,
    ]
  }

  var setLetter: Endpoint { writing("admin/profile/letters/{id}", LetterForm.form, handle: set, again: again) }
  var previewLetter: Endpoint {
    .post(
      "admin/profile/letters/{id}/preview", Self.editors, Phrase("预览", "Preview"), form: LetterForm.form, answers: LetterShapes.preview,
      redraw: { call, problem in try again(ProfileFrame(try await shelf.draft(), call), call, problem) }, handle: preview)
  }
  var dropLetter: Endpoint {
    .post(
      "admin/profile/letters/{id}/removal", Self.editors, Phrase("删去这种函件", "Take the letter out"), form: LimitForm.bare,
      answers: ProfileShapes.receipt, handle: drop)
  }

  @Sendable private func again(_ frame: ProfileFrame, _ call: Call, _ problem: any Problem) throws -> HTML {
    let occasion = try Self.occasion(call)
    return try LetterPage(frame, self, occasion).render(call.submitted, frame.profile.letter(occasion), problem)
  }

  @Sendable private func letters(_ call: Call) async throws -> Answer {
    let view = try await shelf.draft()
    guard call.surface == .page else {
      return .ok(.members(("items", .list(view.profile.letters.map(LetterShapes.json))), ("version", .count(view.version))))
    }
    return .page(LettersPage(ProfileFrame(view, call), self).render())
  }

  @Sendable private func letter(_ call: Call) async throws -> Answer {
    let (view, occasion) = (try await shelf.draft(), try Self.occasion(call))
    let letter = view.profile.letter(occasion)
    return .page(try LetterPage(ProfileFrame(view, call), self, occasion).render(LetterForm.values(of: letter), letter))
  }

  @Sendable private func set(_ call: Call) async throws -> Answer {
    try await answering(call, setLetter) {
      let (view, occasion) = (try await shelf.draft(), try Self.occasion(call))
      let edit = ProfileEdit.letter(occasion: occasion, letter: try LetterForm.letter(occasion, call.input))
      let receipt = try await write(edit, at: ["letters", occasion.rawValue], "text", view, call)
      return .ok(json: receipt, at: Paths.profileLetter(occasion.rawValue))
    }
  }

  /// What was typed, filled in with an example; nothing is written.
  @Sendable private func preview(_ call: Call) async throws -> Answer {
    let (view, occasion) = (try await shelf.draft(), try Self.occasion(call))
    let letter = try LetterForm.letter(occasion, call.input)
    guard call.surface == .page else {
      let example = LetterExample(view.profile, at: call.now)
      return .ok(LetterShapes.json(try example.written(letter, .zh), try example.written(letter, .en)))
    }
    return .page(try LetterPage(ProfileFrame(view, call), self, occasion).render(call.submitted, letter, isTyped: true))
  }

  @Sendable private func drop(_ call: Call) async throws -> Answer {
    let (view, occasion) = (try await shelf.draft(), try Self.occasion(call))
    guard view.profile.letter(occasion) != nil else { throw Self.unknownLetter(occasion.rawValue) }
    return try await put(.letter(occasion: occasion, letter: nil), view, call, at: Paths.profileLetters)
  }

  private static func occasion(_ call: Call) throws -> LetterOccasion {
    guard let occasion = LetterOccasion(rawValue: call.parameter("id")) else { throw unknownLetter(call.parameter("id")) }
    return occasion
  }

  private static func unknownLetter(_ key: String) -> CaseworkProblem { .unknown(what: Phrase("函件", "letter"), key: key) }
}

/// The letters in JSON.
enum LetterShapes {
  static let letter = AnswerShape.object(
    "ProfileLetter",
    [
      .init("id", .choice(LetterOccasion.allCases.map(\.rawValue))), .init("title", ProfileShapes.phrase),
      .init("text", ProfileShapes.phrase),
      .init("values", .list(of: .text)),
    ])
  static let preview = AnswerShape.object(
    "ProfileLetterPreview", [.init("title", ProfileShapes.phrase), .init("text", ProfileShapes.phrase)])

  static func json(_ letter: Letter) -> JSONValue {
    .members(
      ("id", .text(letter.occasion.rawValue)), ("title", ProfileShapes.json(letter.title)), ("text", ProfileShapes.json(letter.text)),
      ("values", .texts(letter.occasion.values.map(\.rawValue))))
  }

  static func json(_ zh: WrittenLetter, _ en: WrittenLetter) -> JSONValue {
    let texts = Phrase(zh.paragraphs.joined(separator: "\n"), en.paragraphs.joined(separator: "\n"))
    return .members(("title", ProfileShapes.json(Phrase(zh.title, en.title))), ("text", ProfileShapes.json(texts)))
  }
}
