/// The current row of a result, by position from 0. Valid only inside the mapping closure: copy out what you need.
/// A NULL reads as 0, "", false or no bytes; ask `isNull` or use the `…OrNil` forms where it means something.
public protocol SQLRow {
  func isNull(_ i: Int) -> Bool
  func int(_ i: Int) -> Int64
  func real(_ i: Int) -> Double
  func text(_ i: Int) -> String
  func bool(_ i: Int) -> Bool
  func blob(_ i: Int) -> [UInt8]
}

extension SQLRow {
  public func intOrNil(_ i: Int) -> Int64? { isNull(i) ? nil : int(i) }
  public func realOrNil(_ i: Int) -> Double? { isNull(i) ? nil : real(i) }
  public func textOrNil(_ i: Int) -> String? { isNull(i) ? nil : text(i) }
  public func boolOrNil(_ i: Int) -> Bool? { isNull(i) ? nil : bool(i) }
  public func blobOrNil(_ i: Int) -> [UInt8]? { isNull(i) ? nil : blob(i) }
}
