# SPDX-License-Identifier: EUPL-1.2
"""A second reader of calendars, of other parts: python3-icalendar reads, dateutil repeats."""
import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
from dateutil import rrule

PARIS = ZoneInfo("Europe/Paris")
UTC = dt.timezone.utc


def is_day(value):
    return not isinstance(value, dt.datetime)


def zoned(value, params):
    """A DATE or DATE-TIME with its zone; without one, Paris."""
    if is_day(value):
        return dt.datetime.combine(value, dt.time(), PARIS)
    if value.tzinfo is not None and "TZID" not in params:
        return value.astimezone(UTC) if value.utcoffset() == dt.timedelta(0) else value
    zone = ZoneInfo(str(params["TZID"])) if "TZID" in params else PARIS
    return value.replace(tzinfo=zone, fold=0)


def utc_s(value):
    return int(value.astimezone(UTC).timestamp())


def listed(event, name):
    found = event.get(name, [])
    for one in found if isinstance(found, list) else [found]:
        for date in one.dts:
            value = date.dt[0] if isinstance(date.dt, tuple) else date.dt
            length = None
            if isinstance(date.dt, tuple):
                end = date.dt[1]
                length = end if isinstance(end, dt.timedelta) else end - value
            yield zoned(value, one.params if hasattr(one, "params") else {}), is_day(value), length


def rule_dates(rule, starts, until_s):
    """Local dates of one RRULE, DTSTART first."""
    text = rule.to_ical().decode()
    parts = dict(part.split("=", 1) for part in text.split(";"))
    last = parts.pop("UNTIL", None)
    count = int(parts.pop("COUNT", 0))
    until = None
    if last:
        value = icalendar.vDDDTypes.from_ical(last)
        if is_day(value):
            until = dt.datetime.combine(value, dt.time(23, 59, 59), starts.tzinfo)
        else:
            until = value if value.tzinfo else value.replace(tzinfo=starts.tzinfo)
    found = [starts]
    plain = starts.replace(tzinfo=None)
    made = rrule.rrulestr(";".join(f"{k}={v}" for k, v in parts.items()), dtstart=plain)
    for local in made:
        date = local.replace(tzinfo=starts.tzinfo, fold=0)
        if utc_s(date) > until_s or (until and utc_s(date) > utc_s(until)):
            break
        if local != plain:
            found.append(date)
        if count and len(found) >= count:
            break
    return found


def length_of(event, starts, is_whole_day):
    if "DTEND" in event:
        end = zoned(event["DTEND"].dt, event["DTEND"].params)
        if is_whole_day:
            return None, max((end.date() - starts.date()).days, 1)
        return end.astimezone(UTC) - starts.astimezone(UTC), 0
    if "DURATION" in event:
        span = event["DURATION"].dt
        days = span.days
        return span - dt.timedelta(days=days), days
    return (None, 1) if is_whole_day else (dt.timedelta(0), 0)


def end_of(date, exact, days):
    local = (date.replace(tzinfo=None) + dt.timedelta(days=days)).replace(tzinfo=date.tzinfo, fold=0)
    if not days:
        local = date
    return utc_s(local) + int((exact or dt.timedelta(0)).total_seconds())


def of_series(event, until_s):
    """{key: (starts_s, ends_s)} of one master event."""
    starts = zoned(event["DTSTART"].dt, event["DTSTART"].params)
    whole = is_day(event["DTSTART"].dt)
    exact, days = length_of(event, starts, whole)
    rules = event.get("RRULE", [])
    dates = {starts: None}
    for rule in rules if isinstance(rules, list) else [rules]:
        dates.update((date, None) for date in rule_dates(rule, starts, until_s))
    for date, _, length in listed(event, "RDATE"):
        dates[date.astimezone(starts.tzinfo)] = length
    for date, of_day, _ in listed(event, "EXDATE"):
        for one in list(dates):
            same = one.astimezone(starts.tzinfo).date() == date.date() if of_day and not whole \
                else utc_s(one) == utc_s(date)
            if same:
                del dates[one]
    return {utc_s(date): (utc_s(date), utc_s(date) + int(length.total_seconds())
                          if length is not None else end_of(date, exact, days))
            for date, length in dates.items()}


def dates(data, from_s, until_s):
    groups = {}
    for calendar in icalendar.Calendar.from_ical(data.decode("utf-8-sig"), multiple=True):
        for event in calendar.walk("VEVENT"):
            groups.setdefault(str(event.get("UID", id(event))), []).append(event)
    found = []
    for events in groups.values():
        series = [event for event in events if "RECURRENCE-ID" not in event]
        made = of_series(series[-1], until_s) if series else {}
        cancelled = [str(series[-1].get("STATUS", "")) == "CANCELLED"] if series else [False]
        if cancelled[0]:
            made = {}
        for event in events:
            if "RECURRENCE-ID" not in event:
                continue
            key = zoned(event["RECURRENCE-ID"].dt, event["RECURRENCE-ID"].params)
            made.pop(utc_s(key), None)
            if str(event.get("STATUS", "")) != "CANCELLED":
                starts = zoned(event["DTSTART"].dt, event["DTSTART"].params)
                exact, days = length_of(event, starts, is_day(event["DTSTART"].dt))
                made[utc_s(key)] = (utc_s(starts), end_of(starts, exact, days))
        found += made.values()
    return sorted(pair for pair in found if pair[1] >= from_s and pair[0] < until_s)
