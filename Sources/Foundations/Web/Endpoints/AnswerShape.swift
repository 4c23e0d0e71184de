/// What an endpoint answers with, for the OpenAPI document.
public indirect enum AnswerShape: Sendable, Hashable {
  case none
  case text, whole, decimal, flag, moment, day
  case choice([String])
  case list(of: AnswerShape)
  /// A named object; the same name always means the same members.
  case object(String, [Member])
  /// `{items[], next?}`, a page of a longer list.
  case page(of: AnswerShape)
  /// Members whose names are not known beforehand.
  case open
  /// Something that is no JSON, by its media type.
  case file(String)

  public struct Member: Sendable, Hashable {
    public let name: String
    public let shape: AnswerShape
    public let always: Bool

    public init(_ name: String, _ shape: AnswerShape, always: Bool = true) {
      self.name = name
      self.shape = shape
      self.always = always
    }

    /// A member that may be absent.
    public static func maybe(_ name: String, _ shape: AnswerShape) -> Member { Member(name, shape, always: false) }
  }
}
