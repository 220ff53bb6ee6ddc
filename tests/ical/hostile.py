#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""hostile.py PROGRAM: files made to hang, flood or break the reader. PROGRAM is built as it is
shipped, with its limits (2 s of processor time, 256 MiB). Each file must end in dates or in a code,
or be stopped by a limit where that is foreseen here.
"""
import json
import random
import resource
import subprocess
import sys

HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
TAIL = b"END:VCALENDAR\r\n"
CPU_S = 2.3  # the limit, and the time to start


def event(*lines, uid=b"u"):
    return b"BEGIN:VEVENT\r\nUID:" + uid + b"\r\n" + b"".join(line + b"\r\n" for line in lines) + \
        b"END:VEVENT\r\n"


def calendar(*events):
    return HEAD + b"".join(events) + TAIL


START = b"DTSTART;TZID=Europe/Paris:20260908T090000"
VALID = calendar(event(START, b"DURATION:PT1H", b"RRULE:FREQ=WEEKLY;COUNT=5", b"SUMMARY:Caf\xc3\xa9"))


def files():
    """Name, bytes, and what must come of it: "end", "refusal CODE" or "stopped"."""
    yield "valid", VALID, ["end"]
    yield "a rule of seconds that never comes", calendar(event(
        b"DTSTART:20260101T000000Z", b"RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")), ["end"]
    for freq in (b"SECONDLY", b"MINUTELY", b"HOURLY", b"DAILY", b"WEEKLY", b"MONTHLY", b"YEARLY"):
        yield f"{freq.decode()} on 30 February", calendar(event(
            START, b"RRULE:FREQ=" + freq + b";BYMONTH=2;BYMONTHDAY=30")), ["end"]
        yield f"{freq.decode()} in week 53 of June", calendar(event(
            START, b"RRULE:FREQ=" + freq + b";BYMONTH=6;BYWEEKNO=53")), ["end", "stopped"]
        yield f"{freq.decode()} with every part", calendar(event(
            START, b"RRULE:FREQ=" + freq + b";INTERVAL=999;BYSECOND=59;BYMINUTE=59;BYHOUR=23;BYDAY=MO;"
            b"BYMONTHDAY=31;BYMONTH=2;BYSETPOS=-1;COUNT=1000000")), ["end", "stopped"]
    yield "100,000 events one inside the other", HEAD + b"BEGIN:VEVENT\r\n" * 100000, ["refusal too_deep"]
    yield "a line of 8 MiB less its head", calendar(event(
        START, b"SUMMARY:" + b"x" * ((8 << 20) - 400))), ["end"]
    yield "more than 8 MiB", b"BEGIN:VCALENDAR\r\n" + b" " * (8 << 20), ["refusal too_big"]
    yield "one line without an end", b"BEGIN:" + b"V" * (7 << 20), ["refusal not_calendar"]
    yield "200,000 properties", calendar(event(START, *[b"X-%d:y" % i for i in range(200000)])), \
        ["refusal too_many_lines"]
    yield "140,000 properties", calendar(event(START, *[b"X-%d:y" % i for i in range(140000)])), ["end"]
    yield "1,000,000 dates of one rule", calendar(event(START, b"RRULE:FREQ=DAILY;COUNT=1000000")), ["end"]
    yield "1,000,000 dates of a thousand rules", calendar(*[event(
        START, b"RRULE:FREQ=DAILY;COUNT=1000", uid=b"u%d" % i) for i in range(1000)]), ["end", "stopped"]
    yield "20,000 rules from 1902 on", calendar(*[event(
        b"DTSTART:19020101T000000Z", b"RRULE:FREQ=DAILY", uid=b"u%d" % i) for i in range(19000)]), \
        ["end", "stopped"]
    yield "5,000 exceptions that are days", calendar(event(
        START, b"RRULE:FREQ=DAILY;COUNT=900",
        *[b"EXDATE;VALUE=DATE:" + b",".join([b"20270101"] * 100) for _ in range(49)])), ["end", "stopped"]
    yield "10,000 exceptions", calendar(event(
        START, *[b"EXDATE:" + b",".join([b"20270101T000000Z"] * 100) for _ in range(100)])), ["end"]
    yield "10,000 changed dates", calendar(event(START, b"RRULE:FREQ=DAILY"), *[event(
        b"RECURRENCE-ID:20260909T%06dZ" % (i % 2400 * 100), START) for i in range(10000)]), \
        ["end", "stopped"]
    yield "5,000 changes of all that follow", calendar(event(START, b"RRULE:FREQ=DAILY"), *[event(
        b"RECURRENCE-ID;RANGE=THISANDFUTURE:20260909T070000Z", START) for _ in range(5000)]), \
        ["end", "stopped"]
    yield "100 zones", calendar(*[event(b"DTSTART;TZID=Z%d:20260908T090000" % i) for i in range(100)]), \
        ["refusal too_many_zones"]
    yield "a zone of 5,000 rules", HEAD + b"BEGIN:VTIMEZONE\r\nTZID:Z\r\n" + (
        b"BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        b"RRULE:FREQ=YEARLY\r\nEND:STANDARD\r\n") * 5000 + b"END:VTIMEZONE\r\n" + \
        event(b"DTSTART;TZID=Z:20260908T090000") + TAIL, ["end"]
    yield "an archive", b"PK\x03\x04" + bytes(5000), ["refusal archive"]
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(5000), ["refusal picture"]
    yield "lengths beyond all sense", calendar(event(
        START, b"DURATION:P999999999999W"), event(START, b"DURATION:PT99999999999H", uid=b"v")), ["end"]
    yield "years beyond all sense", calendar(event(b"DTSTART:99990101T000000Z"), event(
        b"DTSTART:00000101T000000Z", uid=b"v")), ["end"]
    numbers = random.Random(5545)
    for i in range(60):  # truncated, and with bytes changed
        cut = VALID[:numbers.randrange(len(VALID))]
        yield f"cut at {len(cut)}", cut, ["end", "refusal"]
        wrong = bytearray(VALID)
        for _ in range(8):
            wrong[numbers.randrange(len(wrong))] = numbers.randrange(256)
        yield f"8 wrong bytes, no. {i}", bytes(wrong), ["end", "refusal"]


def run(program, data):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, "--from", "1788220800", "--until", "1819756800"], input=data,
                          capture_output=True, timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done, cpu_s


def outcome(done):
    lines = done.stdout.decode().splitlines()
    try:
        last = json.loads(lines[-1]) if lines else {}
    except json.JSONDecodeError:
        last = {}
    if last.get("is") == "end" and done.returncode == 0:
        return "end"
    if last.get("is") == "refusal" and done.returncode == 1:
        return f"refusal {last['code']}"
    return "stopped" if done.returncode in (-24, -9, -6) else f"ended with {done.returncode}"


def main():
    program, count, wrong = sys.argv[1], 0, 0
    slowest = (0, "")
    for name, data, allowed in files():
        done, cpu_s = run(program, data)
        result = outcome(done)
        slowest, count = max(slowest, (cpu_s, name)), count + 1
        if not any(result == one or result.startswith(one + " ") for one in allowed):
            wrong += 1
            print(f"{name}: {result}, allowed are {allowed}; {done.stderr.decode()[-200:]}")
        if cpu_s > CPU_S:
            wrong += 1
            print(f"{name}: {cpu_s:.2f} s of processor time")
    print(f"{count} files, {wrong} wrong; slowest {slowest[0]:.2f} s ({slowest[1]})")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
