"""The walls: every import against what Package.swift declares and against the table in rules.py.

The compiler lets a file import whatever a declared dependency reaches, so it cannot keep these walls itself.
"""

import json
import re
import subprocess

import rules
from swift_text import code_lines
from tree import Finding

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|typealias|var|let|actor)\s+)?(\w+)"
)


def package(top):
    """Package.swift as SwiftPM reads it."""
    answer = subprocess.run(["swift", "package", "--package-path", str(top), "dump-package"], capture_output=True, text=True)
    if answer.returncode != 0:
        raise SystemExit(f"Package.swift cannot be read: {answer.stderr.strip()}")
    return json.loads(answer.stdout)


def targets(description):
    """Name -> (kind, folder, declared modules) of every target."""
    table = {}
    for target in description["targets"]:
        declared = set()
        for dependency in target["dependencies"]:
            name = next((value[0] for key, value in dependency.items() if key in ("byName", "product", "target")), None)
            declared |= {name, *rules.MODULES_OF.get(name, set())}
        default = f"{'Tests' if target['type'] == 'test' else 'Sources'}/{target['name']}"
        table[target["name"]] = (target["type"], (target.get("path") or default).rstrip("/"), declared)
    return table


def imported(text):
    """(line, module) of every import in a Swift text."""
    for number, line in enumerate(code_lines(text), 1):
        match = IMPORT.match(line)
        if match:
            yield number, match[1]


def judge(kind, target, declared, path, module):
    """(what, remedy) where an import is wrong."""
    if module not in declared | rules.PLATFORM | {"Testing", "XCTest"} and module != target:
        return f"{target} imports {module} but does not declare it", "add it to the target in Package.swift, or do without it"
    if kind == "test":
        return None
    if "/Rules/" in path and module not in rules.FOUNDATION | {"Casework", "Workdays"}:
        return f"a rule imports {module}", rules.REASONS["pure"]
    reason = rules.may_import(target, module)
    return None if reason is None else (f"{target} may not import {module}", rules.REASONS[reason])


def findings(top, files, description):
    table = targets(description)
    manifest = (top / "Package.swift").read_text(encoding="utf-8").splitlines()
    for name, (kind, folder, declared) in table.items():
        if kind not in ("regular", "executable", "test") or name.startswith("C") and name[1:2].isupper():
            continue  # C
        if kind != "test":
            line = next((n for n, text in enumerate(manifest, 1) if f'"{name}"' in text), 1)
            if rules.house_modules(name) is None and name not in rules.FREE:
                yield Finding("Package.swift", line, f"no rule says what {name} may import", "add it to tools/check/rules.py")
                continue
            for module in sorted(declared & rules.HOUSE):
                reason = rules.may_import(name, module)
                if reason:
                    yield Finding("Package.swift", line, f"{name} may not depend on {module}", rules.REASONS[reason])
        for file in files:
            if file.suffix == ".swift" and file.under(folder):
                for number, module in imported(file.text):
                    wrong = judge(kind, name, declared, file.path, module)
                    if wrong:
                        yield Finding(file.path, number, *wrong)
