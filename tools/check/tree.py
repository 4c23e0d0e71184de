"""The files that a check reads, and what it says of them."""

import dataclasses
import functools
import pathlib
import subprocess


@dataclasses.dataclass(frozen=True, order=True)
class Finding:
    """One thing against the rules, and its remedy."""

    path: str
    line: int
    what: str
    remedy: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.what}; {self.remedy}"


@dataclasses.dataclass(frozen=True)
class File:
    """One file of the tree by its path from the top."""

    path: str
    top: pathlib.Path

    @functools.cached_property
    def text(self):
        """The whole text, or nothing where the file is no text."""
        try:
            return (self.top / self.path).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            return ""

    @property
    def lines(self):
        return self.text.splitlines()

    def under(self, *folders):
        return any(self.path.startswith(folder + "/") for folder in folders)

    @property
    def suffix(self):
        return pathlib.PurePosixPath(self.path).suffix


def git(top, *arguments):
    answer = subprocess.run(["git", "-C", str(top), *arguments], capture_output=True)
    return [name.decode("utf-8", "replace") for name in answer.stdout.split(b"\0") if name] if answer.returncode == 0 else None


def tracked(top):
    """What git keeps; nothing outside a repository."""
    return git(top, "ls-files", "-z") or []


def files(top):
    """Every file that is ours: what git keeps and what it would keep."""
    paths = git(top, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if paths is None:  # an unpacked archive
        paths = [str(path.relative_to(top)) for path in top.rglob("*") if path.is_file()]
        paths = [path for path in paths if not path.startswith((".build", ".git/", ".venv", ".set-up", "data/"))]
    return [File(path, top) for path in sorted(set(paths)) if (top / path).is_file()]
