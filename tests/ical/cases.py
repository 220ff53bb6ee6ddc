#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""cases.py PROGRAM FILE...: reads calendars, and compares the dates with those expected.
cases.py --files FOLDER FILE...: writes the calendars themselves.

A FILE of cases/ holds cases:

    == name of the case: the rule it protects
    DTSTART;TZID=Europe/Paris:20260908T140000        lines of one VEVENT, or a whole BEGIN:VCALENDAR
    RRULE:FREQ=DAILY;COUNT=2
    --
    2026-09-08 14:00 16:00 [title] [notes]           local time of Paris; +1 behind the end: next day
    2026-09-09 14:00 16:00
    problem rule BYSETPOS                            or: refusal too_big

Between == and the lines may stand "# …" and "@ from 2026-09-01 until 2027-09-01" (that span is the
usual one), "@ bytes" (escapes \\r \\xff are turned into bytes, lines are not ended), and
"@ other: why", where a second reader (python3-icalendar with dateutil) is known to differ, and why
RFC 5545 is with us; or "@ alone: why" where it cannot be asked. Otherwise it must find the same
moments.
"""
import datetime as dt
import json
import re
import subprocess
import sys
from zoneinfo import ZoneInfo

sys.dont_write_bytecode = True  # nothing is left in the sources
import second  # noqa: E402

PARIS = ZoneInfo("Europe/Paris")
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Cases//EN\r\n"


class Case:
    def __init__(self, title):
        self.title, self.lines, self.expected = title, [], []
        self.span, self.is_bytes = ("2026-09-01", "2027-09-01"), False
        self.other, self.alone = None, None

    def option(self, text):
        if text.startswith("from "):
            self.span = re.fullmatch(r"from (\S+) until (\S+)", text).groups()
        elif text.startswith("other: "):
            self.other = text[7:]
        elif text.startswith("alone: "):
            self.alone = text[7:]
        elif text == "bytes":
            self.is_bytes = True
        else:
            raise ValueError(f"{self.title}: unknown option {text}")

    def file(self):
        if self.is_bytes:
            return "".join(self.lines).encode("latin-1").decode("unicode_escape").encode("latin-1")
        text = "\r\n".join(self.lines) + "\r\n"
        if not text.startswith("BEGIN:VCALENDAR"):
            if not re.search(r"^UID", text, re.M):
                text = "UID:case@example\r\n" + text
            text = f"{HEAD}BEGIN:VEVENT\r\n{text}END:VEVENT\r\nEND:VCALENDAR\r\n"
        return text.encode()

    def bounds(self):
        return [int(dt.datetime.fromisoformat(day).replace(tzinfo=PARIS).timestamp())
                for day in self.span]


def read_cases(path):
    cases, is_expected = [], False
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("== "):
            cases.append(Case(line[3:]))
            is_expected = False
        elif not cases or line.startswith("# ") or not line.strip():
            continue
        elif line == "--":
            is_expected = True
        elif line.startswith("@ "):
            cases[-1].option(line[2:])
        else:
            (cases[-1].expected if is_expected else cases[-1].lines).append(line)
    return cases


def shown(row):
    """A row of the program as a line of a case."""
    if row["is"] == "refusal":
        return f"refusal {row['code']}"
    if row["is"] == "problem":
        return f"problem {row['code']} {row['detail']}"
    starts, ends = (dt.datetime.fromtimestamp(row[key], PARIS) for key in ("starts_s", "ends_s"))
    days = (ends.date() - starts.date()).days
    words = [f"{starts:%Y-%m-%d %H:%M}", f"{ends:%H:%M}" + (f"+{days}" if days else "")]
    words += [row["title"]] if row["title"] else []
    words += ["cancelled"] if row["status"] == "cancelled" else []
    words += ["day"] if row["is_day"] else []
    words += [f"({note})" for note in row["notes"] if note not in ("no_end",)]
    return " ".join(words)


def run(program, case):
    from_s, until_s = case.bounds()
    done = subprocess.run([program, "--from", str(from_s), "--until", str(until_s - 1)],
                          input=case.file(), capture_output=True, timeout=60)
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    if not rows or rows[-1]["is"] not in ("end", "refusal"):
        return rows, [f"cut short: {done.returncode} {done.stderr.decode()[-300:]}"]
    told = [row for row in rows if row["is"] in ("date", "problem", "refusal")]
    told.sort(key=lambda row: (row.get("starts_s", 1 << 40), row.get("title", "")))
    return rows, [shown(row) for row in told]


def moments(rows):
    return sorted((row["starts_s"], row["ends_s"]) for row in rows
                  if row["is"] == "date" and row["status"] != "cancelled")


def check(program, case):
    rows, found = run(program, case)
    if found != case.expected:
        return ["expected:"] + case.expected + ["found:"] + found
    if case.alone or any(row["is"] != "date" for row in rows if row["is"] not in ("calendar", "end")):
        return []
    try:
        others = second.dates(case.file(), *case.bounds())
    except Exception as error:  # what it cannot read it does not know better
        others = f"{type(error).__name__}: {error}"
    if others == moments(rows):
        return ["the second reader agrees, though the case says it differs"] if case.other else []
    if case.other:
        return []
    if isinstance(others, str):
        return [f"the second reader fails: {others}"]
    return ["the second reader finds:"] + [
        " ".join(f"{dt.datetime.fromtimestamp(s, PARIS):%Y-%m-%d %H:%M}" for s in pair)
        for pair in others]


def write_files(folder, paths):
    for path in paths:
        for case in read_cases(path):
            name = re.sub(r"[^A-Za-z0-9]+", "-", case.title)
            with open(f"{folder}/{name}.ics", "wb") as out:
                out.write(case.file())


def main():
    if sys.argv[1] == "--files":
        write_files(sys.argv[2], sys.argv[3:])
        return 0
    program, paths = sys.argv[1], sys.argv[2:]
    count, wrong, differs, alone = 0, 0, 0, 0
    for path in paths:
        for case in read_cases(path):
            count += 1
            differs += case.other is not None
            alone += case.alone is not None
            trouble = check(program, case)
            if trouble:
                wrong += 1
                print(f"{path}: {case.title}\n    " + "\n    ".join(trouble))
    print(f"{count} cases, {wrong} wrong; the second reader differs in {differs} and is not asked in "
          f"{alone}, each with its reason")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())
