#!/usr/bin/env python3
"""Ten thousand random deadlines, counted by the program and by somebody else's calendar, agree to the minute.

Usage: deadlines.py [PROGRAM]   (default: .build/debug/lianxin)
The days come from the package chinesecalendar; the counting below shares nothing with the program.
"""
import datetime as dt
import random
import subprocess
import sys
from pathlib import Path

import chinese_calendar

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/debug/lianxin")
COUNT = 10_000
ZONE = dt.timezone(dt.timedelta(hours=8))
FIRST, LAST = dt.date(2004, 1, 1), dt.date(2026, 12, 31)
# Minutes of a day on which somebody works: 08:30 to 12:00, 13:30 to 17:30.
OPEN = [minute for minute in range(24 * 60) if 510 <= minute < 720 or 810 <= minute < 1050]
WORKS = {day: chinese_calendar.is_workday(day)
         for day in (FIRST + dt.timedelta(n) for n in range((LAST - FIRST).days + 1))}
WORKDAYS = [day for day in sorted(WORKS) if WORKS[day]]


def at(day, minute):
    return dt.datetime.combine(day, dt.time(0), ZONE) + dt.timedelta(minutes=minute)


def opening(start):
    """The moment itself while somebody works, else the next minute at which somebody does."""
    day, minute = start.date(), start.hour * 60 + start.minute
    while True:
        later = [open_ for open_ in OPEN if open_ >= minute] if WORKS[day] else []
        if later:
            return day, later[0]
        day, minute = day + dt.timedelta(1), 0


def deadline(start, amount, unit):
    if unit in ("m", "h", "d"):
        return start + dt.timedelta(**{{"m": "minutes", "h": "hours", "d": "days"}[unit]: amount})
    day, minute = opening(start)
    index = WORKDAYS.index(day)
    if unit == "wd":
        return at(WORKDAYS[index + amount], minute)
    # The end of the last of so many minutes of work.
    position = index * len(OPEN) + OPEN.index(minute) + amount * 60 - 1
    return at(WORKDAYS[position // len(OPEN)], OPEN[position % len(OPEN)] + 1)


def cases(dice):
    span = (LAST - FIRST).days - 200
    for _ in range(COUNT):
        unit = dice.choice(["wd", "wd", "wd", "wh", "wh", "h", "d", "m"])
        most = {"wd": 60, "wh": 300, "h": 500, "d": 60, "m": 9000}[unit]
        # Half of them in the weeks around a long holiday, where counting is hardest.
        if dice.random() < 0.5:
            day = dt.date(dice.randint(2004, 2026), *dice.choice([(1, 20), (4, 25), (9, 20)])) + dt.timedelta(dice.randint(0, 25))
        else:
            day = FIRST + dt.timedelta(dice.randint(0, span))
        start = at(min(day, LAST - dt.timedelta(120)), dice.choice([dice.randrange(1440), dice.choice([510, 720, 810, 1050, 0, 1439])]))
        yield start, dice.randint(1, most), unit


def main():
    seed = 12345
    asked = list(cases(random.Random(seed)))
    lines = "".join(f"{start.isoformat()} {amount}{unit}\n" for start, amount, unit in asked)
    command = [PROGRAM, "deadlines", "--profile", str(ROOT / "Tests/Calendar/hours.yaml")]
    answer = subprocess.run(command, input=lines, capture_output=True, text=True)
    told = answer.stdout.split()
    wrong = [] if len(told) == COUNT else [f"{len(told)} answers to {COUNT} questions: {answer.stderr[:500]}"]
    for (start, amount, unit), text in zip(asked, told):
        expected = deadline(start, amount, unit)
        if dt.datetime.fromisoformat(text) != expected:
            wrong.append(f"{start.isoformat()} {amount}{unit}: {text}, not {expected.isoformat()}")
    for line in wrong[:20]:
        print(line)
    print(f"{COUNT - len(wrong) if len(told) == COUNT else 0} of {COUNT} deadlines agree (seed {seed})")
    print("0 passed, 1 failed, 0 skipped" if wrong else "1 passed, 0 failed, 0 skipped")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
