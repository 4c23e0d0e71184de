"""Names that must not stand in the tree: a city's in Sources, a package host's anywhere."""

import glob
import os
import re
import subprocess

from tree import Finding

# The cities whose published reports the product is drawn from (docs/sources.md, 000-004).
SOURCE_CITIES = {"菏泽", "衡水", "淄博", "济宁", "heze", "hengshui", "zibo", "jining"}
# The fixture city may be named where it is loaded.
FIXTURE = {"云溪", "yunxi"}
NO_CITY = {"本", "全", "我", "各", "城", "省", "地级", "县级"}

EXTENDS = re.compile(r"^extends:\s*['\"]?([\w.-]+?)(?:\.yaml)?['\"]?\s*$", re.MULTILINE)
NAMING = re.compile(r"^\s*(?:city|name|title|zh)\s*:(.*)$")
CITY = re.compile(r"([\u4e00-\u9fff]{2,4}?)市")


def named_by(stem, text):
    """The city names that one profile carries: its file's and the first that it gives itself."""
    pinyin = re.match(r"[a-z]+", stem)
    names = {pinyin[0]} if pinyin else set()
    for line in text.splitlines()[:40]:
        naming = NAMING.match(line)
        city = CITY.search(naming[1]) if naming else None
        if city and city[1] not in NO_CITY:
            return names | {city[1]}
    return names


def profile_names(top):
    """The city names of every profile; what others only extend is no city."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((top / "Profiles").glob("*.yaml"))}
    bases = {match for text in texts.values() for match in EXTENDS.findall(text)}
    names = set()
    for stem, text in texts.items():
        if stem not in bases:
            names |= named_by(stem, text)
    return names


def pattern(names):
    """Latin names as whole words (also inside camelCase beginnings), Chinese ones anywhere."""
    latin = [rf"(?<![A-Za-z]){re.escape(name)}" for name in names if name.isascii()]
    return re.compile("|".join([*latin, *(re.escape(name) for name in names if not name.isascii())]), re.IGNORECASE)


def cities(top, files):
    forbidden = pattern(SOURCE_CITIES | profile_names(top) | FIXTURE)
    fixture = re.compile("|".join(sorted(FIXTURE)), re.IGNORECASE)
    for file in files:
        if not file.under("Sources"):
            continue
        own = "fixture" in file.path.lower() or file.under("Sources/lianxin-bench")
        for number, line in enumerate(file.lines, 1):
            for match in forbidden.finditer(line):
                if not (own and fixture.fullmatch(match[0])):
                    yield Finding(file.path, number, f"a city's name ({match[0]})",
                                  "make it data in Profiles/; cite sources by number (docs/sources.md)")


def registry_hosts():
    """The hosts from which this machine gets its packages, read from its own settings, so that we need not name them."""
    paths = ["/etc/apt/sources.list", *glob.glob("/etc/apt/sources.list.d/*"), "/etc/pip.conf"]
    paths += [os.path.expanduser(path) for path in ("~/.config/pip/pip.conf", "~/.pip/pip.conf")]
    text = "\n".join(value for key, value in os.environ.items() if key.startswith("PIP_"))
    for path in paths:
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                text += "\n" + file.read()
        except OSError:
            continue
    try:
        text += subprocess.run(["python3", "-m", "pip", "config", "list"], capture_output=True, text=True).stdout
    except OSError:
        pass
    return {host.split("@")[-1].split(":")[0] for host in re.findall(r"https?://([^/\s'\"]+)", text)} - {"localhost", "127.0.0.1"}


def hosts(files, names):
    if not names:
        return
    host = re.compile("|".join(re.escape(name) for name in sorted(names)))
    for file in files:
        for number, line in enumerate(file.lines, 1):
            if host.search(line):
                yield Finding(file.path, number, "names a package registry's host", "take it out; pip and apt know where to go")
