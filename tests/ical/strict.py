# SPDX-License-Identifier: EUPL-1.2
"""The strictest reader of calendars: the grammar of RFC 5545 and RFC 7986, of what a feed may hold.

Other readers forgive much, each something else: a line of 80 octets, a comma that is not escaped, a
property twice, a zone that nobody described. Here each is a trouble, with its line."""
import datetime as dt
import re

NAME = r"[A-Za-z0-9-]+"
PARAM_VALUE = r'(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^"\x00-\x08\x0a-\x1f\x7f;:,]*)'
LINE = re.compile(rf"({NAME})((?:;{NAME}={PARAM_VALUE}(?:,{PARAM_VALUE})*)*):(.*)", re.S)
CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")
DURATION = re.compile(r"P(?:\d+W|(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)")
RULE = re.compile(r"FREQ=YEARLY;BYMONTH=([1-9]|1[0-2]);BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)")


def is_time(value, end):
    match = re.fullmatch(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)" + end, value)
    try:
        return match is not None and bool(dt.datetime(*map(int, match.groups())))
    except ValueError:
        return False


def is_offset(value):
    return bool(re.fullmatch(r"[+-](0\d|1[0-4])[0-5]\d([0-5]\d)?", value)) and value != "-0000"


def is_texts(value):
    return all(TEXT.fullmatch(part) and part for part in re.split(r"(?<!\\),", value))


def one_of(*words):
    return lambda value: value in words


def utc(value):
    return is_time(value, "Z")


def local(value):
    return is_time(value, "")


def zoned(value):
    return is_time(value, "Z?")


def is_text(value):
    return bool(TEXT.fullmatch(value))


def is_duration(value):
    return bool(DURATION.fullmatch(value)) and value not in ("P", "PT")


def is_int(value):
    return bool(re.fullmatch(r"\d+", value)) and int(value) <= 2147483647


def any_text(value):
    return True


# Of each component: property, how often (least, most), its value, the parameters it may have.
PROPERTIES = {
    "VCALENDAR": {
        "VERSION": (1, 1, one_of("2.0"), ()), "PRODID": (1, 1, is_text, ()),
        "NAME": (0, 1, is_text, ()), "REFRESH-INTERVAL": (0, 1, is_duration, ("VALUE",)),
        "X-WR-CALNAME": (0, 1, is_text, ()), "X-WR-TIMEZONE": (0, 1, is_text, ()),
        "X-PUBLISHED-TTL": (0, 1, is_duration, ()),
    },
    "VTIMEZONE": {"TZID": (1, 1, is_text, ())},
    "STANDARD": {
        "DTSTART": (1, 1, local, ()), "TZOFFSETFROM": (1, 1, is_offset, ()),
        "TZOFFSETTO": (1, 1, is_offset, ()), "TZNAME": (0, 9, is_text, ()),
        "RRULE": (0, 1, lambda value: bool(RULE.fullmatch(value)), ()),
    },
    "VEVENT": {
        "UID": (1, 1, is_text, ()), "DTSTAMP": (1, 1, utc, ()), "LAST-MODIFIED": (0, 1, utc, ()),
        "SEQUENCE": (0, 1, is_int, ()), "DTSTART": (1, 1, zoned, ("TZID",)),
        "DTEND": (0, 1, zoned, ("TZID",)), "SUMMARY": (0, 1, is_text, ()),
        "DESCRIPTION": (0, 1, is_text, ()), "LOCATION": (0, 1, is_text, ()),
        "STATUS": (0, 1, one_of("TENTATIVE", "CONFIRMED", "CANCELLED"), ()),
        "TRANSP": (0, 1, one_of("OPAQUE", "TRANSPARENT"), ()), "CATEGORIES": (0, 9, is_texts, ()),
    },
}
PROPERTIES["DAYLIGHT"] = PROPERTIES["STANDARD"]
INSIDE = {"": {"VCALENDAR"}, "VCALENDAR": {"VTIMEZONE", "VEVENT"},
          "VTIMEZONE": {"STANDARD", "DAYLIGHT"}, "VEVENT": set(), "STANDARD": set(),
          "DAYLIGHT": set()}


class Part:
    def __init__(self, name):
        self.name, self.lines, self.parts = name, [], []

    def value(self, name):
        return next((value for key, _, value in self.lines if key == name), None)

    def zone(self, name):
        return next((params.get("TZID") for key, params, _ in self.lines if key == name), None)


def physical(data, troubles):
    """Lines without their ends."""
    if not data.endswith(b"\r\n"):
        troubles.append("the last line has no end")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    for number, line in enumerate(lines, 1):
        if len(line) > 75:
            troubles.append(f"line {number}: {len(line)} octets")
        if b"\r" in line or b"\n" in line:
            troubles.append(f"line {number}: half a line end")
        try:
            line.decode()
        except UnicodeDecodeError:
            troubles.append(f"line {number}: cut within a character")
        if line.strip(b" \t") == b"":
            troubles.append(f"line {number}: empty")
    return lines


def content(lines, troubles):
    """(number, name, params, value), unfolded."""
    whole = []
    for number, line in enumerate(lines, 1):
        if line[:1] in (b" ", b"\t") and whole:
            whole[-1][1] += line[1:]
        else:
            whole.append([number, line])
    for number, line in whole:
        text = line.decode(errors="replace")
        match = LINE.fullmatch(text)
        if match is None or CONTROL.search(text):
            troubles.append(f"line {number}: no content line: {text[:40]}")
            continue
        params = dict(param.split("=", 1) for param in re.findall(rf";({NAME}={PARAM_VALUE})",
                                                                  match[2]))
        yield number, match[1].upper(), params, match[3]


def tree(lines, troubles):
    top = Part("")
    stack = [top]
    for number, name, params, value in lines:
        if name == "BEGIN":
            if value not in INSIDE.get(stack[-1].name, set()):
                troubles.append(f"line {number}: {value} within {stack[-1].name or 'nothing'}")
            stack.append(Part(value))
            stack[-2].parts.append(stack[-1])
        elif name == "END":
            if len(stack) == 1 or stack[-1].name != value:
                troubles.append(f"line {number}: END:{value} ends nothing")
                return top
            stack.pop()
        else:
            known = PROPERTIES.get(stack[-1].name, {}).get(name)
            if known is None:
                troubles.append(f"line {number}: {name} within {stack[-1].name or 'nothing'}")
            elif not known[2](value) or not set(params) <= set(known[3]):
                troubles.append(f"line {number}: not a value of {name}: {value[:40]}")
            stack[-1].lines.append((name, params, value))
    if len(stack) > 1:
        troubles.append(f"{stack[-1].name} has no end")
    return top


def check_counts(part, troubles):
    for name, (least, most, _, _) in PROPERTIES.get(part.name, {}).items():
        count = sum(key == name for key, _, _ in part.lines)
        if not least <= count <= most:
            troubles.append(f"{part.name} has {count} of {name}")
    for one in part.parts:
        check_counts(one, troubles)


def check_event(event, zones, troubles):
    uid = event.value("UID")
    starts, ends = event.value("DTSTART"), event.value("DTEND")
    if event.zone("DTSTART") != event.zone("DTEND"):
        troubles.append(f"{uid}: the end stands in another zone")
    for name in ("DTSTART", "DTEND"):
        zone, value = event.zone(name), event.value(name) or ""
        if (zone is None) != value.endswith("Z"):
            troubles.append(f"{uid}: {name} floats, or has two zones")
        if zone is not None and zone not in zones:
            troubles.append(f"{uid}: nobody described the zone {zone}")
    if starts and ends and ends <= starts:
        troubles.append(f"{uid}: it ends before it begins")


def check(data):
    """Troubles, each a sentence; none: it is valid."""
    troubles = []
    top = tree(list(content(physical(data, troubles), troubles)), troubles)
    if [part.name for part in top.parts] != ["VCALENDAR"] or top.lines:
        return troubles + ["not one VCALENDAR"]
    calendar = top.parts[0]
    if not calendar.parts:
        troubles.append("a calendar without components")
    interval = [params for name, params, _ in calendar.lines if name == "REFRESH-INTERVAL"]
    if interval and interval[0] != {"VALUE": "DURATION"}:
        troubles.append("REFRESH-INTERVAL does not say that it is a duration")
    check_counts(calendar, troubles)
    zones, uids = set(), set()
    for part in calendar.parts:
        if part.name == "VTIMEZONE":
            zones.add(part.value("TZID"))
            if not part.parts:
                troubles.append("a zone without a time")
            continue
        if part.value("UID") in uids:
            troubles.append(f"{part.value('UID')} twice")
        uids.add(part.value("UID"))
        check_event(part, zones, troubles)
    return troubles
