"""What each part of bin/test reports, as counts: each reader takes (exit status, printed lines), gives (Count, notes)."""

import dataclasses
import re
import xml.etree.ElementTree as xml

COUNTED = re.compile(r"^(\d+) passed, (\d+) failed, (\d+) skipped$")
SKIP = re.compile(r"^SKIP(?:PED)?[ :]+(.*)$")
CANCELLED = re.compile(r"^\S+ Test (.+?) was cancelled after [\d.]+ seconds?(?:: (.*))?$")
ISSUE = re.compile(r"^\S+ Test (.+? recorded an issue\b.*)$")
# So many are said again at the end, where somebody who sees only the last lines finds them.
MOST_ISSUES = 30
RUN_ENDED = re.compile(r"Test run with (\d+) tests?\b")
# The one reason for which a test may be skipped: the data that lie beside a checkout are not there.
SHARED_DATA = re.compile(r"shared/data")


@dataclasses.dataclass(frozen=True)
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other):
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def step(status, lines):
    """A step that is no test: it counts only where it fails."""
    return (Count(), []) if status == 0 else (Count(failed=1), [f"ended with status {status}"])


def one_test(status, lines):
    """A command that counts as one test."""
    return (Count(passed=1), []) if status == 0 else (Count(failed=1), [f"ended with status {status}; see its findings above"])


def judged_skips(reasons):
    """(allowed, notes): a skip for any reason but the missing shared data is a failure, and is said."""
    allowed = sum(1 for _, reason in reasons if SHARED_DATA.search(reason or ""))
    wrong = [(name, reason) for name, reason in reasons if not SHARED_DATA.search(reason or "")]
    return allowed, [f"skipped, which only missing shared data excuses: {name}: {reason or 'no reason given'}" for name, reason in wrong]


def settled(count, status, notes):
    """A bad status with no failure to show for it is a crash."""
    if status != 0 and count.failed == 0:
        return count + Count(failed=1), [*notes, f"ended with status {status} although no test failed"]
    return count, notes


def counted(status, lines):
    """A part that ends with `N passed, N failed, N skipped` and says `SKIP name: reason` for each skip."""
    last = COUNTED.match(lines[-1].strip()) if lines else None
    if last is None:
        return Count(failed=1), [f"did not report; it ended with status {status}"]
    passed, failed, skipped = (int(number) for number in last.groups())
    reasons = [(found[1], found[1]) for found in map(SKIP.match, lines) if found]
    reasons += [("a test", "")] * max(0, skipped - len(reasons))
    allowed, notes = judged_skips(reasons[:skipped])
    return settled(Count(passed, failed + skipped - allowed, allowed), status, notes)


def counted_each(status, lines):
    """Several such parts, one after the other."""
    ends = [index for index, line in enumerate(lines) if COUNTED.match(line.strip())]
    total, notes, begin = Count(), [], 0
    for end in ends:
        count, more = counted(0, lines[begin:end + 1])
        total, notes, begin = total + count, notes + more, end + 1
    if not ends:
        return Count(failed=1), [f"did not report; it ended with status {status}"]
    return settled(total, status, notes)


def cases(paths):
    """(name, outcome, reason) of every test in the reports of `swift test --xunit-output`."""
    for path in paths:
        for case in xml.parse(path).getroot().iter("testcase"):
            name = f"{case.get('classname')}.{case.get('name')}"
            skipped = case.find("skipped")
            if case.find("failure") is not None or case.find("error") is not None:
                yield name, "failed", ""
            elif skipped is not None:
                yield name, "skipped", (skipped.text or skipped.get("message") or "").strip()
            else:
                yield name, "passed", ""


def swift(status, lines, paths):
    """The Swift tests: the report file tells each test, the printed lines tell what the file leaves out."""
    try:
        rows = list(cases(paths))
    except (OSError, xml.ParseError) as error:
        return Count(failed=1), [f"its report cannot be read ({error}); it ended with status {status}"]
    if not rows:
        return Count(failed=1), [f"did not report a test; it ended with status {status}"]
    passed = sum(1 for row in rows if row[1] == "passed")
    failed = sum(1 for row in rows if row[1] == "failed")
    reasons = [(name, reason) for name, outcome, reason in rows if outcome == "skipped"]
    # A test that cancels itself half-way stands in the file as passed.
    cancelled = [(found[1], found[2]) for found in map(CANCELLED.match, lines) if found]
    allowed, notes = judged_skips(reasons + cancelled)
    skips = len(reasons) + len(cancelled)
    count = Count(passed - len(cancelled), failed + skips - allowed, allowed)
    notes = [*(f"failed: {name}" for name, outcome, _ in rows if outcome == "failed"), *notes]
    notes += [found[1] for found in map(ISSUE.match, lines) if found][:MOST_ISSUES]
    announced = [int(found[1]) for found in map(RUN_ENDED.search, lines) if found]
    if sum(announced) != len(rows):
        count += Count(failed=1)
        notes.append(f"announced {sum(announced)} tests at its end but reported {len(rows)}: it did not end well")
    return settled(count, status, notes)
