"""bin/test: runs each part, shows what it prints, adds up what it reports.

A part that crashes, hangs, or does not report counts as one failed test, so silence never passes for success.
"""

import argparse
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

import reports
from reports import Count

MINUTE = 60


def end(process):
    """Ends a part and all that it started: first kindly, so that it can clear up."""
    for sign, patience in ((signal.SIGTERM, 20), (signal.SIGKILL, 5)):
        try:
            os.killpg(process.pid, sign)
            process.wait(patience)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def stream(command, top, minutes, environment):
    """Runs a command in a group of its own and prints its lines; (status, lines); status None where its time ran out."""
    process = subprocess.Popen(command, cwd=top, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, errors="replace", start_new_session=True)
    late = threading.Event()

    def stop():
        late.set()
        end(process)

    alarm = threading.Timer(minutes * MINUTE, stop)
    alarm.start()
    lines = []
    try:
        for line in process.stdout:
            line = line.rstrip("\n")
            lines.append(line)
            # Only our own sum stands alone on a line.
            print(f"({line})" if reports.COUNTED.match(line.strip()) else line, flush=True)
        status = process.wait()
    except BaseException:
        end(process)
        raise
    finally:
        alarm.cancel()
    return (None if late.is_set() else status), lines


class Run:
    """The parts and what they have reported so far."""

    def __init__(self, top, long):
        self.top, self.long = top, long
        self.environment = dict(os.environ, **({"LIANXIN_LONG": "1"} if long else {}))
        self.results = top / ".build" / "test-results"
        self.total, self.notes = Count(), []

    def part(self, name, command, minutes, read):
        """Runs one part; `read(status, lines)` gives its Count. True where nothing failed."""
        print(f"== {name}", flush=True)
        begun = time.monotonic()
        try:
            status, lines = stream(command, self.top, minutes, self.environment)
        except OSError as error:
            status, lines = 127, [str(error)]
        if status is None:
            count, notes = Count(failed=1), [f"ran longer than {minutes} minutes and was stopped"]
        else:
            count, notes = read(status, lines)
        self.total += count
        self.notes += [f"{name}: {note}" for note in notes]
        print(f"== {name}: {count}, {time.monotonic() - begun:.0f} s", flush=True)
        return count.failed == 0

    def swift(self):
        self.results.mkdir(parents=True, exist_ok=True)
        for old in self.results.glob("swift*.xml"):
            old.unlink()
        command = [str(self.top / "bin/with-postgres"), "swift", "test", "--package-path", str(self.top), "--skip-build",
                   "--disable-xctest", "--parallel", "--xunit-output", str(self.results / "swift.xml")]
        self.part("swift", command, 480 if self.long else 40,
                  lambda status, lines: reports.swift(status, lines, sorted(self.results.glob("swift*.xml"))))

    def calendar(self):
        python, script = self.top / ".venv/bin/python", self.top / "Tests/Calendar/deadlines.py"
        self.part("calendar", [str(python), "-B", str(script)], 10, reports.counted)

    def browser(self):
        python, script = self.top / ".venv/bin/python", self.top / "Tests/Browser/run.py"
        self.part("browser", [str(python), "-B", str(script)], 60 if self.long else 15, reports.counted)


def main():
    parser = argparse.ArgumentParser(prog="bin/test")
    parser.add_argument("top", type=pathlib.Path)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--with-check", action="store_true")
    parser.add_argument("--only", nargs="+", default=[], metavar="PART",
                        choices=["set-up", "check", "self-test", "build", "swift", "calendar", "browser"])
    options = parser.parse_args()
    run = Run(options.top, options.long)
    command = {name: str(run.top / "bin" / name) for name in ("set-up", "check")}
    build = ["bash", "-c", 'top=$1; . "$top/tools/house.sh"; build_debug', "build", str(run.top)]

    def wanted(name):
        return name in options.only if options.only else name != "check" or options.with_check

    def parts():
        if wanted("check"):
            run.part("check", [command["check"]], 5, reports.one_test)
        if wanted("self-test"):
            run.part("self-test", ["bash", "-c", f'"{command["check"]}" --self-test && python3 "{run.top}/tools/test/test_reports.py"'],
                     5, reports.counted_each)
        if wanted("set-up") and not run.part("set-up", [command["set-up"], "test"], 15, reports.step):
            return
        if wanted("build") and not run.part("build", build, 40, reports.step):
            return
        if wanted("swift"):
            run.swift()
        if wanted("calendar"):
            run.calendar()
        if wanted("browser"):
            run.browser()

    parts()
    for note in run.notes:
        print(note)
    print(run.total, flush=True)
    return 1 if run.total.failed or not run.total.passed else 0


if __name__ == "__main__":
    sys.exit(main())
