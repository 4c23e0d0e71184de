"""Swift source with its comments and strings blanked out, so that a search finds code only."""

import re

# In the order in which they must be tried; a raw string ends with as many # as it began with.
TOKEN = re.compile(
    r"""
      (?P<line>//[^\n]*)
    | (?P<block>/\*.*?\*/)
    | (?P<raw>(?P<hashes>\#+)(?:\"{3}.*?\"{3}|\"[^\n]*?\")(?P=hashes))
    | (?P<long>\"{3}(?:\\.|.)*?\"{3})
    | (?P<short>\"(?:\\.|[^\"\\\n])*\")
    """,
    re.VERBOSE | re.DOTALL,
)


def code_lines(text):
    """The lines of a Swift text; comments and the insides of strings are spaces, every line keeps its number."""
    return TOKEN.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text).split("\n")
