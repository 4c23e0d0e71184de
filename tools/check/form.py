"""The format: whatever swift-format says against .swift-format."""

import re
import subprocess

from tree import Finding

LINE = re.compile(r"^(?P<path>[^:\n]+\.swift):(?P<line>\d+):\d+: (?:error|warning): (?P<what>.*)$")


def read(text):
    """The findings in swift-format's output."""
    for line in text.splitlines():
        match = LINE.match(line)
        if match:
            yield Finding(match["path"], int(match["line"]), match["what"], "bin/check --mend writes the format")


def findings(top):
    command = ["swift", "format", "lint", "--strict", "--recursive", "--parallel", "Sources", "Tests", "Package.swift"]
    answer = subprocess.run(command, cwd=top, capture_output=True, text=True)
    rows = list(read(answer.stderr))
    if answer.returncode != 0 and not rows:
        rows = [Finding(".swift-format", 1, f"swift format failed: {answer.stderr.strip()[:300]}", "run it by hand")]
    return rows
