import Foundation
import Testing

/// What the program says on the command line when it is given something wrong: sentences, in both languages.
@Suite struct CommandTests {
  private static let profiles = URL(filePath: #filePath).appending(path: "../../../Profiles").standardizedFileURL.path

  @Test func mistakesAreSaidInWords() async throws {
    try await Self.withProgram { program, folder in
      let yunxi = "\(Self.profiles)/yunxi.yaml"
      _ = try await program.run("profile", "load", yunxi)
      _ = try await program.run("user", "add", "tom", "--role", "officer")
      let (columns, empty) = ("\(folder)/columns.csv", "\(folder)/empty.csv")
      try "id,title\n1,x\n".write(toFile: columns, atomically: true, encoding: .utf8)
      try "".write(toFile: empty, atomically: true, encoding: .utf8)
      let mistakes: [(words: [String], said: [String])] = [
        (["user", "add", "ann", "--role", "officer", "--unit", "nowhere"], ["unit: 没有", " / "]),
        (["user", "add", "tom", "--role", "officer"], ["login: "]), (["user", "add", "A b!", "--role", "officer"], ["login: "]),
        (["user", "add", "ann", "--role", "king"], ["--role: 没有“king”这个角色", "there is no role king"]),
        (["token", "create", "--user", "nobody"], ["nobody", " / "]),
        (["import", "appeals", columns, "--channel", "mailbox"], ["file: 第 1 行缺少列", "Line 1 lacks the columns"]),
        (["import", "appeals", empty, "--channel", "mailbox"], ["file: 文件是空的", "The file is empty"]),
        (["import", "appeals", "\(folder)/none.csv", "--channel", "mailbox"], ["没有这个文件", "there is no such file"]),
        (["profile", "check", "nope.yaml"], ["nope.yaml：没有这个文件", "there is no such file"]),
        (["profile", "check", folder], ["这是文件夹", "this is a folder"]),
        (["profile", "load", "\(Self.profiles)/zibo-2020.yaml"], ["这个数据库已是“云溪市", "use another data folder"]),
        (["deadline", "--profile", yunxi, "--from", "soon", "--limit", "5wd"], ["“soon”不是时刻"]),
      ]
      for mistake in mistakes {
        let said = await Self.complaint(of: mistake.words, to: program)
        for words in mistake.said { #expect(said.contains(words), "\(mistake.words): \(said)") }
        for dump in ["invalid(", "FieldProblem", "Domain", "Error:"] { #expect(!said.contains(dump), "\(mistake.words): \(said)") }
      }
    }
  }

  @Test func importedRowsAreRemarkedOn() async throws {
    try await Self.withProgram { program, folder in
      _ = try await program.run("profile", "load", "\(Self.profiles)/yunxi.yaml")
      let file = "\(folder)/rows.csv"
      let row = "1,路灯,路灯不亮,2026-01-05T10:00:00+08:00,tel 138-0000-777x"
      try "id,title,body,submitted_at,phone\n\(row)\n".write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try await program.run("import", "appeals", file, "--channel", "mailbox") == "imported 1, known 0, refused 0, remarks 1")
      #expect(program.complaints.contains("\(file):2: phone: 电话号码无法识别") && !program.complaints.contains("777x"))
    }
  }

  /// What is printed when a command fails; empty when it does not.
  private static func complaint(of words: [String], to program: Program) async -> String {
    let before = program.complaints.count
    do {
      _ = try await program.run(words)
      return ""
    } catch {
      return String(program.complaints.dropFirst(before))
    }
  }

  private static func withProgram(_ body: (Program, String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lianxin-words-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = Program(place: ["--data", folder.appending(path: "data").path], log: folder.appending(path: "log"))
    defer { program.tidy() }
    try await body(program, folder.path)
  }
}
