#include "ical/event.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "ical/value.h"

struct reading {
    const struct zones *zones;
    const struct zone *floating;
    struct arena *arena;
    struct event *event;
    struct when ends;
    bool has_start, has_end, has_duration;
    struct icaldurationtype duration;
    struct event_problem problem;
};

static bool fail(struct reading *reading, const char *code, const char *detail)
{
    if (reading->problem.code == NULL) {
        reading->problem = (struct event_problem){code, detail};
    }
    return false;
}

/* ---- Times ---- */

static bool take_when(struct reading *reading, const struct line *line, struct str text,
                      struct when *when)
{
    const struct str name = line_param(line, "TZID");
    *when = (struct when){.zone = &reading->zones->house};
    bool is_utc = false;
    if (!value_time(text, &when->local, &is_utc)) {
        return fail(reading, "time", arena_strndup(reading->arena, line->name.ptr, line->name.len));
    }
    when->is_date = when->local.is_date != 0;
    when->zone = reading->floating;
    if (is_utc) {
        when->zone = &reading->zones->utc;
    } else if (name.ptr != NULL && !when->is_date) {
        when->zone = zones_find(reading->zones, name, reading->event->calendar);
        reading->event->notes |= when->zone->origin == ZONE_UNKNOWN   ? NOTE_ZONE_UNKNOWN
                                 : when->zone->origin == ZONE_DEFINED ? NOTE_ZONE_DEFINED
                                                                      : 0U;
    } else if (when->is_date) {
        when->zone = &reading->zones->house;
    } else {
        reading->event->notes |= NOTE_FLOATING;
    }
    when->utc_s = zone_utc_s(when->zone, when->local);
    return true;
}

static bool take_start(struct reading *reading, const struct line *line)
{
    reading->has_start = take_when(reading, line, line_value(line), &reading->event->starts);
    return reading->has_start;
}

static bool take_end(struct reading *reading, const struct line *line)
{
    reading->has_end = take_when(reading, line, line_value(line), &reading->ends);
    return reading->has_end;
}

static bool take_duration(struct reading *reading, const struct line *line)
{
    reading->has_duration = value_duration(line_value(line), &reading->duration);
    return reading->has_duration || fail(reading, "duration", "DURATION");
}

static bool take_recurrence_id(struct reading *reading, const struct line *line)
{
    struct event *event = reading->event;
    const struct str range = line_param(line, "RANGE");
    event->has_recurrence_id = take_when(reading, line, line_value(line), &event->recurrence_id);
    event->is_this_and_future = range.ptr != NULL && value_is(range, "THISANDFUTURE");
    return event->has_recurrence_id;
}

/* A date of EXDATE or RDATE, or a period of RDATE: begin/end or begin/duration. */
static bool take_extra_date(struct reading *reading, const struct line *line, struct str text,
                            struct extra_date *date)
{
    struct str rest = text;
    struct str begin;
    date->length_s = -1;
    if (!str_split(&rest, '/', &begin) || !take_when(reading, line, begin, &date->when)) {
        return fail(reading, "time", "RDATE");
    }
    if (rest.ptr == NULL) {
        return true;
    }
    struct icaldurationtype duration;
    struct when until;
    if (value_duration(rest, &duration)) {
        date->length_s = icaldurationtype_as_int(duration);
    } else if (take_when(reading, line, rest, &until)) {
        date->length_s = until.utc_s - date->when.utc_s;
    }
    return date->length_s >= 0 || fail(reading, "duration", "RDATE");
}

static struct extra_date *add_date(struct reading *reading, struct dates *dates)
{
    enum { ROOM_AT_FIRST = 8 };
    if (dates->count == dates->room) {
        const size_t room = dates->room == 0 ? ROOM_AT_FIRST : 2 * dates->room;
        struct extra_date *items = arena_array(reading->arena, room, sizeof(*items));
        if (dates->count > 0) {
            memcpy(items, dates->items, dates->count * sizeof(*items));
        }
        dates->items = items;
        dates->room = room;
    }
    return &dates->items[dates->count++];
}

static bool take_dates(struct reading *reading, const struct line *line, struct dates *dates)
{
    struct str rest = line_value(line);
    struct str part;
    while (str_split(&rest, ',', &part)) {
        if (str_trim(part).len == 0) {
            continue;
        }
        if (dates->count == EVENT_DATES_MAX) {
            return fail(reading, "too_many_dates",
                        arena_strndup(reading->arena, line->name.ptr, line->name.len));
        }
        if (!take_extra_date(reading, line, part, add_date(reading, dates))) {
            return false;
        }
    }
    return true;
}

static bool take_except(struct reading *reading, const struct line *line)
{
    return take_dates(reading, line, &reading->event->except);
}

static bool take_extra(struct reading *reading, const struct line *line)
{
    return take_dates(reading, line, &reading->event->extra);
}

/* ---- Rules ---- */

/* The last moment that counts. A date includes its day; a local time is of DTSTART's zone. */
static int64_t until_s(const struct reading *reading, struct icaltimetype until)
{
    const struct when *starts = &reading->event->starts;
    const bool is_utc = icaltime_is_utc(until) != 0;
    until.zone = NULL;
    if (until.is_date || starts->is_date) {
        until.is_date = 0;
        until.hour = 23;
        until.minute = until.second = 59;
        return zone_utc_s(starts->zone, until);
    }
    return zone_utc_s(is_utc ? &reading->zones->utc : starts->zone, until);
}

static bool add_rule(struct reading *reading, const struct line *line, struct rule **rules,
                     size_t *count)
{
    struct value_rule value;
    const char *detail = value_rule(line_value(line), reading->arena, &value);
    if (detail != NULL || *count == EVENT_RULES_MAX) {
        return fail(reading, "rule", detail != NULL ? detail : "RRULE");
    }
    struct rule *more = arena_array(reading->arena, *count + 1, sizeof(*more));
    if (*count > 0) {
        memcpy(more, *rules, *count * sizeof(*more));
    }
    *rules = more;
    (*rules)[(*count)++] = (struct rule){
        .parts = value.rule,
        .until_s = value.has_until ? until_s(reading, value.until) : INT64_MAX,
        .times = value.count,
    };
    return true;
}

static bool take_rule(struct reading *reading, const struct line *line)
{
    return add_rule(reading, line, &reading->event->rules, &reading->event->rule_count);
}

static bool take_except_rule(struct reading *reading, const struct line *line)
{
    return add_rule(reading, line, &reading->event->except_rules,
                    &reading->event->except_rule_count);
}

/* ---- Words and codes ---- */

static bool take_text(struct reading *reading, const struct line *line)
{
    static const struct {
        const char *name;
        size_t offset;
        bool has_lines;
    } texts[] = {
        {"SUMMARY", offsetof(struct event, title), false},
        {"DESCRIPTION", offsetof(struct event, words), true},
        {"LOCATION", offsetof(struct event, place), false},
        {"URL", offsetof(struct event, url), false},
        {"UID", offsetof(struct event, uid), false},
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        if (line_is(line, texts[i].name)) {
            const char **text = (const char **)((char *)reading->event + texts[i].offset);
            bool is_cut = false;
            *text = value_text(line_value(line), EVENT_TEXT_BYTES, texts[i].has_lines,
                               reading->arena, &is_cut);
            reading->event->notes |= is_cut ? NOTE_CUT : 0U;
        }
    }
    return true;
}

/* The lower-case value if it is among the known ones, else the first of them. */
static const char *known_word(struct str value, const char *const *known, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (value_is(value, known[i])) {
            return known[i];
        }
    }
    return known[0];
}

static bool take_status(struct reading *reading, const struct line *line)
{
    static const char *const known[] = {"confirmed", "tentative", "cancelled"};
    reading->event->status = known_word(line_value(line), known, ARRAY_LEN(known));
    return true;
}

static bool take_class(struct reading *reading, const struct line *line)
{
    /* What is neither public nor known is private. Source: RFC 5545, 3.8.1.3. */
    static const char *const known[] = {"private", "public", "confidential"};
    reading->event->visibility = known_word(line_value(line), known, ARRAY_LEN(known));
    return true;
}

static bool take_sequence(struct reading *reading, const struct line *line)
{
    int64_t sequence = 0;
    if (text_parse_int(str_trim(line_value(line)), INT32_MAX, &sequence) == ERR_OK) {
        reading->event->sequence = (int)sequence;
    }
    return true;
}

static const struct {
    const char *name;
    bool (*take)(struct reading *reading, const struct line *line);
} PROPERTIES[] = {
    {"DTSTART", take_start},     {"DTEND", take_end},
    {"DURATION", take_duration}, {"RECURRENCE-ID", take_recurrence_id},
    {"RRULE", take_rule},        {"EXRULE", take_except_rule},
    {"EXDATE", take_except},     {"RDATE", take_extra},
    {"UID", take_text},          {"SUMMARY", take_text},
    {"DESCRIPTION", take_text},  {"LOCATION", take_text},
    {"URL", take_text},          {"STATUS", take_status},
    {"CLASS", take_class},       {"SEQUENCE", take_sequence},
};

/* ---- The whole ---- */

static void finish_length(struct reading *reading)
{
    struct event *event = reading->event;
    if (reading->has_end) {
        event->length_s = reading->ends.utc_s - event->starts.utc_s;
        if (event->starts.is_date) {
            /* Days, however long: the change of clocks does not shorten them. */
            event->length_days = value_days_between(event->starts.local, reading->ends.local);
        }
        /* Some producers write a day that ends on itself. */
        if (event->starts.is_date && event->length_days == 0) {
            event->length_days = 1;
        }
        if (event->length_s < 0 || event->length_days < 0) {
            (void)fail(reading, "end_before", "DTEND");
        }
        return;
    }
    if (reading->has_duration) {
        const struct icaldurationtype *duration = &reading->duration;
        event->length_days = (int)(duration->days + 7 * duration->weeks);
        event->length_s = (int64_t)duration->hours * 3600 + (int64_t)duration->minutes * 60 +
                          (int64_t)duration->seconds;
        if (duration->is_neg) {
            (void)fail(reading, "duration", "DURATION");
        }
        return;
    }
    event->length_days = event->starts.is_date ? 1 : 0;
    event->notes |= event->starts.is_date ? 0U : NOTE_NO_END;
}

struct event_problem event_read(const struct lines *lines, const struct part *part,
                                const struct zones *zones, const struct zone *floating,
                                struct arena *arena, struct event *event)
{
    *event = (struct event){
        .line = lines->items[part->first].number,
        .calendar = part->calendar,
        .uid = "",
        .status = "confirmed",
        .visibility = "public",
        .title = "",
        .words = "",
        .place = "",
        .url = "",
        .starts.zone = &zones->house, /* until it is known */
    };
    struct reading reading = {.zones = zones, .floating = floating, .arena = arena, .event = event};
    /* The beginning first: other properties depend on its zone. */
    const struct line *line = part_line(lines, part, "DTSTART");
    if (line != NULL) {
        (void)take_start(&reading, line);
    }
    for (size_t at = part->first + 1; (line = part_next(lines, part, &at)) != NULL;) {
        for (size_t i = 0; i < ARRAY_LEN(PROPERTIES); i++) {
            if (line_is(line, PROPERTIES[i].name)) {
                (void)PROPERTIES[i].take(&reading, line);
            }
        }
    }
    if (reading.problem.code == NULL && !reading.has_start) {
        (void)fail(&reading, "no_start", "DTSTART");
    }
    if (reading.problem.code == NULL) {
        finish_length(&reading);
    }
    if (event->uid[0] == '\0') {
        event->notes |= NOTE_NO_UID;
        event->uid =
            arena_printf(arena, "no-uid:%lld:%.200s", (long long)event->starts.utc_s, event->title);
    }
    return reading.problem;
}
