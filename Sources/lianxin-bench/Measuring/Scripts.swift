import Foundation

/// What the load generator does, in its own language.
enum Scripts {
  private static let ending = """
    done = function(summary, latency, requests)
      local e = summary.errors
      io.write(string.format("RESULT %d %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
        latency:percentile(95), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
    end
    """

  /// Records appeals: each with a key of its own, other words, another caller.
  static func recording() -> String {
    let lists = [
      ("streets", Words.streets), ("surnames", Words.surnames), ("given", Words.given), ("openings", Words.openings),
      ("complaints", Words.complaints), ("wishes", Words.wishes), ("areas", areas),
    ]
    let tables = lists.map { name, words in "local \(name) = {\(words.map { "\"\($0)\"" }.joined(separator: ", "))}" }
    return """
      \(tables.joined(separator: "\n"))
      local function pick(list) return list[math.random(#list)] end
      local seed = os.getenv("BENCH_SEED")
      local headers = { ["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN"), ["Content-Type"] = "application/json" }
      local n = 0
      init = function(args) math.randomseed(tonumber(seed)) end
      request = function()
        n = n + 1
        headers["Idempotency-Key"] = seed .. "-" .. n
        local place = pick(streets) .. math.random(399) .. "号"
        local body = string.format(
          '{"channel":"phone","title":"%s的问题","text":"%s%s，%s%s","caller":{"name":"%s%s","phone":"13%09d"},"area":"%s","place":{"address":"%s"}}',
          place, pick(openings), place, pick(complaints), pick(wishes), pick(surnames), pick(given), math.random(999999999), pick(areas), place)
        return wrk.format("POST", nil, headers, body)
      end
      \(ending)
      """
  }

  static let areas = ["east-lake", "west-hill", "south-port", "north-plain", "lakeside", "stone-gate", "harbour", "wheat-field"]

  /// Reads pages of a signed-in person, or data with that person's token, drawn from a file with one path a line.
  static func reading() -> String {
    """
    local paths = {}
    for line in io.lines(os.getenv("BENCH_PATHS")) do paths[#paths + 1] = line end
    local headers = { ["Cookie"] = os.getenv("BENCH_COOKIE"), ["Accept"] = "text/html" }
    local token = os.getenv("BENCH_TOKEN")
    if token then headers = { ["Authorization"] = "Bearer " .. token } end
    init = function(args) math.randomseed(12345) end
    request = function() return wrk.format("GET", paths[math.random(#paths)], headers) end
    \(ending)
    """
  }

  /// The same body as the script's, for the trace of the baseline.
  static func body(_ dice: inout Dice) -> String {
    let place = Words.place(&dice)
    let words = "\(dice.pick(Words.openings))\(place)，\(dice.pick(Words.complaints))\(dice.pick(Words.wishes))"
    let caller = "{\"name\":\"\(dice.pick(Words.surnames))\(dice.pick(Words.given))\",\"phone\":\"\(Words.phone(&dice))\"}"
    return """
      {"channel":"phone","title":"\(place)的问题","text":"\(words)","caller":\(caller),"area":"\(dice.pick(areas))","place":{"address":"\(place)"}}
      """
  }
}
