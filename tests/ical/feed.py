#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""feed.py PROGRAM READER: the calendar that `conciergerie export` writes, read by others.

Each case is a house with sessions of its own. Its calendar has to be valid for the grammar
(strict.py), for python3-vobject and for python3-icalendar; libical (READER, conciergerie-ical) and
python3-icalendar must find just the sessions that take place, at their moments. Read once more with
a zone of a name that nobody knows, the moments must be the same: then they come from our VTIMEZONE."""
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid

import icalendar
import vobject

sys.dont_write_bytecode = True  # nothing is left in the sources
import second  # noqa: E402
import strict  # noqa: E402

PROGRAM, READER = sys.argv[1:3]
NOW = "2026-09-08T16:42"
FROM_S, UNTIL_S = 1785535200, 1830290400  # August 2026 to 2027
RTL = "ورشة إصلاح الدراجات؛ مجاناً، للجميع"
EMOJI = "👩‍🔧🚲" * 12


def utc_s(local, zone="Europe/Paris"):
    os.environ["TZ"] = zone
    time.tzset()
    return int(time.mktime(time.strptime(local, "%Y-%m-%d %H:%M")))


class House:
    def __init__(self, folder, zone="Europe/Paris"):
        self.path, self.zone, self.sessions = f"{folder}/house.db", zone, []
        subprocess.run([PROGRAM, "init", "--db", self.path, "--pin-key", f"{folder}/pin.key",
                        "--name", "Maison, des « tests » ; là", "--staff", "Nadia", "--zone", zone,
                        "--hours", "2-5 09:00-12:00", "--at", "2026-09-01T09:00"],
                       check=True, capture_output=True)
        self.db = sqlite3.connect(self.path)
        self.db.execute("PRAGMA foreign_keys = ON")

    def add(self, starts, ends, title="Atelier", summary="", place="", state="published",
            moved_from=None, capacity=None):
        """starts, ends: local time of the zone, or UTC seconds."""
        at = [one if isinstance(one, int) else utc_s(one, self.zone) for one in (starts, ends)]
        run = self.db.execute
        activity = run("INSERT INTO activity(kind_code, title, summary, icon, price_cents, rule) "
                       "VALUES ('workshop', ?, ?, 'tools', 250, 'desk')", (title, summary)).lastrowid
        made = run("INSERT INTO request(uid, kind, channel, lang, asked_at_s, recorded_at_s, "
                   "for_whom, is_private, is_danger) VALUES (?, 'session', 'desk', 'fr', 1, 1, "
                   "'self', 0, 0)", (uuid.uuid4().bytes,)).lastrowid
        run("INSERT INTO session(request_id, activity_id, starts_s, ends_s, place, capacity, "
            "moved_from_s) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (made, activity, *at, place, capacity, moved_from and utc_s(moved_from, self.zone)))
        states = ["published"] if state == "published" else ["published", state]
        for number, one in enumerate(states, 1):
            run("INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, "
                "from_state, to_state, reason_code, from_s, until_s, holds) VALUES "
                "(?, ?, 1788848520, 1788848520, 'house', 'x', ?, ?, 'weather', ?, ?, 0)",
                (made, number, states[number - 2] if number > 1 else "", one, *at))
        run("INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended,"
            " is_danger, from_s, until_s, adults, children, holds) VALUES (?, ?, 'session', ?, 1, 1, "
            "0, 0, 0, ?, ?, 0, 0, 0)", (made, len(states), state, *at))
        self.db.commit()
        if state in ("published", "held") or moved_from not in (None, starts):
            self.sessions.append((*at, title))

    def export(self):
        return subprocess.run([PROGRAM, "export", "--db", self.path, "--at", NOW],
                              check=True, capture_output=True).stdout


# ---- The readers ----

def by_libical(data):
    done = subprocess.run([READER, "--from", str(FROM_S), "--until", str(UNTIL_S)],
                          input=data, capture_output=True, timeout=60)
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return rows[-1], [row for row in rows if row["is"] == "date"]


def unprefixed(title):
    return re.sub("^(Annulé|Reporté|À confirmer)\u00a0: ", "", title)


def check_validity(data):
    troubles = strict.check(data)
    for calendar in vobject.readComponents(data.decode()):
        calendar.validate(raiseException=True)
    for part in icalendar.Calendar.from_ical(data).walk():
        troubles += [f"icalendar: {error}" for error in getattr(part, "errors", [])]
    return troubles


def check_moments(data, expected, notes=()):
    end, dates = by_libical(data)
    troubles = [f"libical: {end}"] if end["is"] != "end" or end["problems"] or end["mended"] else []
    troubles += [f"libical: {row}" for row in dates if set(row["notes"]) - set(notes)]
    found = sorted((row["starts_s"], row["ends_s"], unprefixed(row["title"])) for row in dates
                   if row["status"] != "cancelled")
    if found != expected:
        troubles.append(f"libical finds {found}, not {expected}")
    return troubles


def check_second(data, expected):
    found = second.dates(data, FROM_S, UNTIL_S)
    pairs = [(starts, ends) for starts, ends, _ in expected]
    return [] if found == pairs else [f"python3-icalendar finds {found}, not {pairs}"]


def check(house):
    data = house.export()
    expected = sorted(house.sessions)
    foreign = data.replace(f"TZID:{house.zone}".encode(), b"TZID:Nowhere/Known") \
        .replace(f"TZID={house.zone}:".encode(), b"TZID=Nowhere/Known:")
    troubles = check_validity(data) + check_moments(data, expected) + check_second(data, expected)
    return troubles + [f"by our VTIMEZONE alone, {one}"
                       for one in check_moments(foreign, expected, ["zone_defined"])]


# ---- The cases ----

def words(house):
    house.add("2026-09-09 14:00", "2026-09-09 16:00", "Vélo ; freins, pneus \\ « là »",
              "Ligne une\nligne deux, avec ; tout\n\nfin", "Cour, 1")
    house.add("2026-09-10 14:00", "2026-09-10 16:00", RTL, RTL * 4, RTL)
    house.add("2026-09-11 14:00", "2026-09-11 16:00", EMOJI, EMOJI * 3)
    house.add("2026-09-12 14:00", "2026-09-12 16:00", "BEGIN:VEVENT", "END:VEVENT\nSTATUS:CANCELLED")
    for i in range(1, 80):
        house.add(f"2026-10-{i % 20 + 1:02} {i % 12 + 8:02}:00", f"2026-10-{i % 20 + 1:02} 23:00",
                  "a" * (i % 5) + ("é", "€", "🚲", "م")[i % 4] * (i % 80 + 1), "x" * i, "é" * i)


def changes_of_the_clock(house):
    house.add("2026-10-24 23:00", "2026-10-25 01:30", "Le soir d’avant")
    house.add("2026-10-25 01:00", "2026-10-25 04:00", "À travers la fin de l’été")
    first = utc_s("2026-10-25 01:30", house.zone) + 3600
    house.add(first, first + 1800, "Première fois")
    house.add(first + 3600, first + 7200, "Seconde fois")
    house.add(first, first + 3600, "De l’une à l’autre")
    house.add("2027-03-28 00:30", "2027-03-28 04:00", "À travers le début de l’été")
    house.add("2027-03-28 14:00", "2027-03-28 16:00", "Ce jour-là")


def through_midnight(house):
    house.add("2026-12-31 22:00", "2027-01-01 02:00", "Réveillon")
    house.add("2026-09-08 23:30", "2026-09-09 00:00", "Jusqu’à minuit")


def what_became_of_them(house):
    house.add("2026-09-09 14:00", "2026-09-09 16:00", "Annulé", state="cancelled")
    house.add("2026-09-10 14:00", "2026-09-10 16:00", "Sans date", state="postponed",
              moved_from="2026-09-10 14:00")
    house.add("2026-09-17 14:00", "2026-09-17 16:00", "Date peu sûre", state="postponed",
              moved_from="2026-09-11 14:00", capacity=8)
    house.add("2026-09-18 14:00", "2026-09-18 16:00", "Déplacé", moved_from="2026-09-12 14:00")
    house.add("2026-09-02 14:00", "2026-09-02 16:00", "Passé", state="held")


def nothing(house):
    pass


CASES = [("words", words, "Europe/Paris"), ("the clock changes", changes_of_the_clock, "Europe/Paris"),
         ("through midnight", through_midnight, "Europe/Paris"),
         ("cancelled, postponed, moved", what_became_of_them, "Europe/Paris"),
         ("an empty agenda", nothing, "Europe/Paris"),
         ("Berlin", changes_of_the_clock, "Europe/Berlin"), ("London", through_midnight, "Europe/London"),
         ("UTC", through_midnight, "UTC"), ("New York", through_midnight, "America/New_York"),
         ("Casablanca, whose changes follow the moon", changes_of_the_clock, "Africa/Casablanca")]

# What somebody might get wrong, and must not go unnoticed: by the grammar, or by the others.
WRONG = [
    (b"\r\nUID:", b"\r\nX-UID:"), (b"\r\nDTSTAMP:", b"\r\nX-STAMP:"), (b"\r\n", b"\n"),
    (b"\r\n ", b""), (b"\\,", b","), (b"\\;", b";"), (b"STATUS:CONFIRMED", b"STATUS:MAYBE"),
    (b"DTEND;TZID=Europe/Paris:", b"DTEND:"), (b"TZID:Europe/Paris", b"TZID:Europe/Berlin"),
    (b"END:VEVENT\r\n", b""), (b"SEQUENCE:", b"SEQUENCE:-"), (b"TRANSP:TRANSPARENT", b"TRANSP:FREE"),
    (b"TZOFFSETTO:+0200", b"TZOFFSETTO:2"), (b"PRODID", b"X-PRODID"), (b"VERSION:2.0", b"VERSION:1.0"),
    (b"END:VCALENDAR\r\n", b"METHOD:PUBLISH\r\nEND:VCALENDAR\r\n"),
    (b"REFRESH-INTERVAL;VALUE=DURATION:PT1H", b"REFRESH-INTERVAL:PT1H"),
    (b"STATUS:CONFIRMED\r\n", b"STATUS:CONFIRMED\r\nSTATUS:CONFIRMED\r\n"),
    (b"T160000\r\n", b"T120000\r\n"), ("é".encode(), b"\xc3"),
]
SHIFTED = [(b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0300"), (b"BYDAY=-1SU", b"BYDAY=1SU"),
           (b"DTSTART:20251026T030000", b"DTSTART:20261026T030000")]


def check_controls(house):
    data, troubles = house.export(), []
    for right, wrong in WRONG:
        if right not in data:
            troubles.append(f"control: {right} does not occur")
        elif not strict.check(data.replace(right, wrong)):
            troubles.append(f"control: {wrong} instead of {right} went unnoticed")
    return troubles


def check_zone_controls(house):
    data = house.export().replace(b"Europe/Paris", b"Nowhere/Known")
    return [f"control: {wrong} instead of {right} went unnoticed" for right, wrong in SHIFTED
            if not check_moments(data.replace(right, wrong), sorted(house.sessions), ["zone_defined"])]


def main():
    wrong, sessions = 0, 0
    for title, fill, zone in CASES:
        with tempfile.TemporaryDirectory() as folder:
            house = House(folder, zone)
            fill(house)
            sessions += len(house.sessions)
            troubles = check(house)
            troubles += check_controls(house) if fill is words else []
            troubles += check_zone_controls(house) if title == "the clock changes" else []
            if troubles:
                wrong += 1
                print(f"{title}:\n    " + "\n    ".join(troubles))
    print(f"{len(CASES)} calendars, {sessions} sessions, {wrong} wrong; {len(WRONG) + len(SHIFTED)} mistakes noticed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
