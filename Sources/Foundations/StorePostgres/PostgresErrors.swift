import CPQ
import Foundation
import Store

/// A failed result as the port's error. The server's detail quotes values, so only the columns are taken from it.
func postgresError(_ result: OpaquePointer?, _ connection: OpaquePointer) -> StoreError {
  guard PQstatus(connection) == CONNECTION_OK else { return .unavailable(message(of: connection)) }
  guard let state = field("C", result) else { return .other(code: "libpq", message: message(of: connection)) }
  let text = field("M", result) ?? ""
  switch state {
  case "23505": return .uniqueViolation(columns(result))
  case "23503": return .foreignKey(named(result))
  case "23502": return .check("\(field("t", result) ?? "").\(field("c", result) ?? "")")
  case "23514": return .check(named(result))
  case "40001", "40P01", "55P03": return .busy(text)
  case "53100", "53200": return .full(text)
  case "53300", "57P01", "57P02", "57P03": return .unavailable(text)
  default: break
  }
  switch state.prefix(2) {
  case "08": return .unavailable(text)
  // The server's sentence would quote the value.
  case "22": return .check("a value does not fit its type (\(state))")
  default: return .other(code: state, message: text)
  }
}

/// What libpq says about the connection, on one line.
func message(of connection: OpaquePointer) -> String {
  String(cString: PQerrorMessage(connection)).trimmingCharacters(in: .whitespacesAndNewlines)
    .replacingOccurrences(of: "\n", with: " ")
}

/// One field of a failed result by the letter that the protocol gives it: C code, M message, D detail, t table …
private func field(_ letter: Unicode.Scalar, _ result: OpaquePointer?) -> String? {
  PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
}

private func named(_ result: OpaquePointer?) -> String {
  "\(field("t", result) ?? "") \(field("n", result) ?? "")"
}

/// "table.a, table.b" of the detail "Key (a, b)=(…) already exists.", as SQLite says it; the brackets stand in any language.
private func columns(_ result: OpaquePointer?) -> String {
  guard let table = field("t", result), let detail = field("D", result),
    let open = detail.firstIndex(of: "("), let end = detail.range(of: ")=(", range: open..<detail.endIndex)
  else { return named(result) }
  let names = detail[detail.index(after: open)..<end.lowerBound].components(separatedBy: ", ")
  return names.map { "\(table).\($0)" }.joined(separator: ", ")
}
