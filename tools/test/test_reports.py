"""Tests of how bin/test counts: nothing that crashed, hid or skipped without leave may pass."""

import pathlib
import sys
import tempfile
import unittest

import reports
from reports import Count

XML = """<testsuites><testsuite name="TestResults">
<testcase classname="A.S" name="good()" time="0.1" />
<testcase classname="A.S" name="cancels()" time="0.1" />
<testcase classname="A.S" name="bad()" time="0.1"><failure message="x" /></testcase>
<testcase classname="A.S" name="absent()"><skipped>the shared/data folder is absent</skipped></testcase>
<testcase classname="A.S" name="lazy()"><skipped>not now</skipped></testcase>
</testsuite></testsuites>"""
ENDED = "✘ Test run with 5 tests in 1 suite failed after 0.1 seconds with 1 issue."


class Swift(unittest.TestCase):
    def read(self, text, status, lines):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "swift.xml"
            if text is not None:
                path.write_text(text, encoding="utf-8")
            count, self.notes = reports.swift(status, lines, sorted(pathlib.Path(folder).glob("swift*.xml")))
            return count

    def test_only_missing_shared_data_may_skip(self):
        self.assertEqual(self.read(XML, 1, [ENDED]), Count(2, 2, 1))

    def test_a_cancelled_test_is_a_skipped_one(self):
        line = '➜ Test cancels() was cancelled after 0.001 seconds: "shared/data is absent"'
        self.assertEqual(self.read(XML, 1, [line, ENDED]), Count(1, 2, 2))

    def test_what_went_wrong_is_said_again(self):
        self.read(XML, 1, ["✘ Test bad() recorded an issue at A.swift:1:2: Expectation failed: 1 == 2", ENDED])
        self.assertIn("bad() recorded an issue at A.swift:1:2: Expectation failed: 1 == 2", self.notes)

    def test_a_crash_without_a_report_fails(self):
        self.assertEqual(self.read(None, 139, []), Count(0, 1, 0))

    def test_a_broken_report_fails(self):
        self.assertEqual(self.read("<testsuites>", 0, []), Count(0, 1, 0))

    def test_a_run_that_lost_tests_fails(self):
        good = '<testsuites><testsuite><testcase classname="A" name="a()" /></testsuite></testsuites>'
        self.assertEqual(self.read(good, 0, ["✔ Test run with 1 test in 1 suite passed after 1 seconds."]), Count(1, 0, 0))
        self.assertEqual(self.read(good, 0, ["✔ Test run with 2 tests in 1 suite passed after 1 seconds."]), Count(1, 1, 0))

    def test_a_bad_end_without_a_failure_fails(self):
        good = '<testsuites><testsuite><testcase classname="A" name="a()" /></testsuite></testsuites>'
        self.assertEqual(self.read(good, 1, ["✔ Test run with 1 test in 1 suite passed after 1 seconds."]), Count(1, 1, 0))


class Counted(unittest.TestCase):
    def test_the_last_line_counts(self):
        self.assertEqual(reports.counted(0, ["noise", "3 passed, 0 failed, 0 skipped"])[0], Count(3, 0, 0))

    def test_silence_fails(self):
        self.assertEqual(reports.counted(0, ["all fine"])[0], Count(0, 1, 0))
        self.assertEqual(reports.counted(0, [])[0], Count(0, 1, 0))

    def test_skips_need_their_reason(self):
        lines = ["SKIP import: shared/data is absent", "SKIP other: tired", "1 passed, 0 failed, 3 skipped"]
        self.assertEqual(reports.counted(0, lines)[0], Count(1, 2, 1))

    def test_a_bad_status_fails(self):
        self.assertEqual(reports.counted(1, ["3 passed, 0 failed, 0 skipped"])[0], Count(3, 1, 0))

    def test_several_parts_add_up(self):
        lines = ["1 passed, 0 failed, 0 skipped", "x", "2 passed, 1 failed, 0 skipped"]
        self.assertEqual(reports.counted_each(1, lines)[0], Count(3, 1, 0))

    def test_steps_count_only_when_they_fail(self):
        self.assertEqual(reports.step(0, [])[0], Count())
        self.assertEqual(reports.step(2, [])[0], Count(0, 1, 0))


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=1).result
    failed, skipped = len(result.failures) + len(result.errors), len(result.skipped)
    print(f"{result.testsRun - failed - skipped} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)
