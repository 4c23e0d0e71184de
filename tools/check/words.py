"""Every sentence for people in both languages: each Phrase has a Chinese and an English half, and Chinese stands nowhere else.

The catalogue of sentences is the sources themselves (docs/adr/0018-phrases-beside-their-use.md): a Phrase beside its use. This finds the half
that is missing, the halves that were mixed up, and the sentence that has no English at all.
"""

import re

from tree import Finding

CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e\u3001-\u3011]")
LATIN = re.compile(r"[A-Za-z]{2,}")
CALL = re.compile(r"\bPhrase\(\s*$")
# Names that are the same in every language, and what stands in front of a number.
NAMES = re.compile(r"^[A-Z0-9 .,:/%+()\-–—‘’“”'·…#]*$|^(?:Lianxin|ISO 8601|wechat|API|Excel|YAML|URL|PDF)$")


class Literal:
    """A string of Swift's: where it stands, its text with every interpolation replaced by nothing, the code before it."""

    def __init__(self, start, end, text, line, before, varies):
        (self.start, self.end, self.text, self.line, self.before, self.varies) = (start, end, text, line, before, varies)


def skip(text, at, inside):
    """Behind the interpolation that begins at `at`; strings within it are gathered too."""
    depth, at = 1, at + 2
    while at < len(text) and depth:
        if text[at] == '"':
            at = read(text, at, inside)
            continue
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return at


def read(text, at, found):
    """Reads the string that begins at `at`; gives the place behind it."""
    begun, mark = at, '"""' if text.startswith('"""', at) else '"'
    at += len(mark)
    parts, varies = [], False
    while at < len(text) and not text.startswith(mark, at):
        if text.startswith("\\(", at):
            at, varies = skip(text, at, found), True
        elif text[at] == "\\":
            at += 2
        else:
            parts.append(text[at])
            at += 1
    end = at + len(mark)
    found.append(Literal(begun, end, "".join(parts), text.count("\n", 0, begun) + 1, text[max(0, begun - 200):begun], varies))
    return end


def literals(text):
    """Every string of a Swift text, those inside interpolations too, in order; comments are left out."""
    found, at = [], 0
    while at < len(text):
        if text.startswith("//", at):
            at = text.find("\n", at)
            at = len(text) if at < 0 else at
        elif text.startswith("/*", at):
            at = text.find("*/", at) + 2
        elif text.startswith('#"', at):
            at = text.find('"#', at + 2) + 2
        elif text[at] == '"':
            at = read(text, at, found)
        else:
            at += 1
    return sorted(found, key=lambda one: one.start)


def halves(text, all_of_them):
    """(Chinese, English) of each Phrase that is made of two strings."""
    by_start = {one.start: one for one in all_of_them}
    for one in all_of_them:
        if not CALL.search(one.before):
            continue
        rest = re.match(r"\s*,\s*", text[one.end:])
        other = by_start.get(one.end + rest.end()) if rest else None
        if other:
            yield one, other


def judge(chinese, english):
    """What is wrong with one Phrase; None where nothing is."""
    empty = [not half.text.strip() and not half.varies for half in (chinese, english)]
    # A particle such as 第 has nothing to answer it.
    if empty[0] != empty[1] and len((chinese.text + english.text).strip()) > 4:
        return "a sentence has one language only"
    if CHINESE.search(english.text):
        return f"Chinese in the English half: {english.text[:40]}"
    words = chinese.text.strip()
    if words and LATIN.search(words) and not CHINESE.search(words) and words == english.text.strip() and not NAMES.match(words):
        return f"English in the Chinese half: {words[:40]}"
    return None


PAGES = re.compile(r"/(?:Pages|Layout|Components|Portal|Console|Design)/")
# What may follow Chinese: its English as the next argument, or as the other choice of a language.
ENGLISH_NEXT = re.compile(r'\s*[,:]\s*"')


def alone(text, all_of_them):
    """Chinese in a page with no English beside it."""
    paired = [(one.start, one.end) for one in all_of_them if ENGLISH_NEXT.match(text[one.end:one.end + 200])]
    for one in all_of_them:
        if CHINESE.search(one.text) and not any(start <= one.start and one.end <= end for start, end in paired):
            yield one


def findings(files):
    for file in files:
        if file.suffix != ".swift" or not file.under("Sources"):
            continue
        found = literals(file.text)
        for chinese, english in halves(file.text, found):
            wrong = judge(chinese, english)
            if wrong:
                yield Finding(file.path, chinese.line, wrong, "say the same in both languages, Chinese first")
        for one in alone(file.text, found) if PAGES.search(file.path) else ():
            yield Finding(file.path, one.line, f"Chinese without English: {one.text.strip()[:30]}", "make it a Phrase")
