"""What no compiler says: long files, code that can crash, unfinished code, sleeping tests, tabs."""

import pathlib
import re
import subprocess

from swift_text import code_lines
from tree import Finding

LONGEST = 200
PROGRAMS = ("Sources/lianxin", "Sources/lianxin-bench")
NO_TABS = {".swift", ".py", ".sh", ".yaml", ".yml", ".md", ".css", ".js", ".c", ".h", ".json", ".sql"}

# Pattern in the code of Sources, what it is, the remedy. A line may do it all the same where it or the line above says why it
# is safe: `// Safe because: …`.
CRASHES = [
    (re.compile(r"\btry!"), "try!", "throw the error on, or say `// Safe because: …`"),
    (re.compile(r"\bas!"), "as!", "use as? and say what happens otherwise"),
    (re.compile(r"\bfatalError\s*\("), "fatalError", "throw a Problem"),
]
PRINT = re.compile(r"(?<![\w.])(?:debugPrint|print)\s*\(")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME)\b")
SLEEPS = re.compile(r"\b(?:Task\s*\.\s*sleep|time\.sleep|usleep|nanosleep|sleep|wait_for_timeout)\s*\(")


def long(file):
    lines = file.lines
    if len(lines) > LONGEST and not any("Long because:" in line for line in lines[:5]):
        yield Finding(file.path, LONGEST + 1, f"{len(lines)} lines",
                      "split it by subject, or begin it with `// Long because: …`")


def source(file):
    """A Swift file of Sources."""
    lines = file.lines
    for number, code in enumerate(code_lines(file.text), 1):
        excused = any("Safe because:" in line for line in lines[max(0, number - 2):number])
        for pattern, what, remedy in CRASHES:
            if pattern.search(code) and not excused:
                yield Finding(file.path, number, what, remedy)
        if PRINT.search(code) and not file.under(*PROGRAMS):
            yield Finding(file.path, number, "print outside the program", "return the words, or log them")


def tests(file):
    text = code_lines(file.text) if file.suffix == ".swift" else file.lines
    for number, code in enumerate(text, 1):
        if SLEEPS.search(code):
            yield Finding(file.path, number, "a test sleeps", "wait for the event itself")


def findings(files):
    for file in files:
        swift = file.suffix == ".swift"
        if file.under("Sources", "Tests") and (swift or file.suffix == ".py"):
            yield from long(file)
            for number, line in enumerate(file.lines, 1):
                if UNFINISHED.search(line):
                    yield Finding(file.path, number, "a note of unfinished work", "finish it, or make it an issue")
        if swift and file.under("Sources"):
            yield from source(file)
        if file.under("Tests") and (swift or file.suffix == ".py"):
            yield from tests(file)
        if file.suffix in NO_TABS or file.under("bin", ".ci"):
            for number, line in enumerate(file.lines, 1):
                if "\t" in line:
                    yield Finding(file.path, number, "a tab", "write spaces")


def shell(top, files):
    """Commands that bash cannot even read, or that nobody can start."""
    for file in files:
        path = pathlib.Path(top) / file.path
        if not (file.under("bin", ".ci") or file.suffix == ".sh"):
            continue
        if file.text.startswith("#!/usr/bin/env bash") or file.suffix == ".sh":
            answer = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True)
            if answer.returncode != 0:
                yield Finding(file.path, 1, answer.stderr.strip().splitlines()[0], "mend the syntax")
        if file.under("bin") and file.text.startswith("#!") and not path.stat().st_mode & 0o100:
            yield Finding(file.path, 1, "not executable", "chmod +x")


def tracked(paths):
    for path in paths:
        if path == "Package.resolved" or path.split("/")[0].startswith(".build"):
            yield Finding(path, 1, "made by the build, yet kept by git", "git rm -r --cached it")
