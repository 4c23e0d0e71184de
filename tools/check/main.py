"""bin/check: reads the tree, prints each finding as `file:line: what; remedy`, exits 1 where there is any."""

import pathlib
import sys

import form
import imports
import lint
import names
import tree
import words


def main(top):
    files = tree.files(top)
    checks = [
        ("format", lambda: form.findings(top)),
        ("imports", lambda: imports.findings(top, files, imports.package(top))),
        ("lint", lambda: lint.findings(files)),
        ("shell", lambda: lint.shell(top, files)),
        ("tracked", lambda: lint.tracked(tree.tracked(top))),
        ("words", lambda: words.findings(files)),
        ("names", lambda: [*names.cities(top, files), *names.hosts(files, names.registry_hosts())]),
    ]
    found = 0
    for name, check in checks:
        rows = sorted(set(check()))
        for row in rows:
            print(row)
        print(f"{name}: {len(rows) or 'no'} finding{'' if len(rows) == 1 else 's'}", file=sys.stderr)
        found += len(rows)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
