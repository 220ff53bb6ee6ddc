#include "ical/zones.h"

#include <ctype.h>
#include <string.h>

/* ---- Names ---- */

static bool is_iana_shape(struct str name)
{
    bool may_be = name.len > 0 && name.len < 64 && isalpha((unsigned char)name.ptr[0]);
    for (size_t i = 0; may_be && i < name.len; i++) {
        const char c = name.ptr[i];
        may_be = isalnum((unsigned char)c) || strchr("/_+-", c) != NULL;
    }
    return may_be;
}

/* "/mozilla.org/20050126_1/Europe/Paris" and "/freeassociation.sourceforge.net/Europe/Paris" end
 * with the name that counts. */
static struct str behind_prefix(struct str name)
{
    if (name.len == 0 || name.ptr[0] != '/') {
        return name;
    }
    size_t slashes = 0;
    size_t at = name.len;
    while (at > 0 && slashes < 2) {
        slashes += name.ptr[--at] == '/';
    }
    return str_make(name.ptr + at + 1, name.len - at - 1);
}

static icaltimezone *known_zone(struct str name, struct arena *arena)
{
    const struct str plain = behind_prefix(str_trim(name));
    const char *windows = zones_of_windows(plain);
    if (windows == NULL && !is_iana_shape(plain)) {
        return NULL;
    }
    icaltimezone *zone = icaltimezone_get_builtin_timezone(
        windows != NULL ? windows : arena_strndup(arena, plain.ptr, plain.len));
    if (zone != NULL) {
        /* Loads what belongs to it now. */
        struct icaltimetype late = {.year = 2040, .month = 7, .day = 1};
        int is_daylight = 0;
        (void)icaltimezone_get_utc_offset(zone, &late, &is_daylight);
    }
    return zone;
}

/* ---- What the file itself defines ---- */

static bool is_slow_rule(const struct line *line)
{
    return line_is(line, "RRULE") && strstr(line->whole.ptr, "FREQ=YEARLY") == NULL;
}

static icaltimezone *defined_zone(const struct lines *lines, const struct part *part,
                                  struct arena *arena)
{
    enum { LINES_OF_ZONE = 4000 };
    const size_t last = part->last < lines->count ? part->last : lines->count - 1;
    if (last - part->first > LINES_OF_ZONE) {
        return NULL;
    }
    size_t size = 1;
    for (size_t i = part->first; i <= last; i++) {
        size += lines->items[i].whole.len + 2;
    }
    char *text = arena_alloc(arena, size);
    size_t len = 0;
    for (size_t i = part->first; i <= last; i++) {
        const struct line *line = &lines->items[i];
        if (is_slow_rule(line)) {
            return NULL; /* clocks change once a year or by dates */
        }
        memcpy(text + len, line->whole.ptr, line->whole.len);
        memcpy(text + len + line->whole.len, "\r\n", 2);
        len += line->whole.len + 2;
    }
    icalcomponent *component = icalparser_parse_string(text);
    icaltimezone *zone = icaltimezone_new();
    if (component == NULL || zone == NULL || !icaltimezone_set_component(zone, component)) {
        if (component != NULL) {
            icalcomponent_free(component);
        }
        if (zone != NULL) {
            icaltimezone_free(zone, 1);
        }
        return NULL;
    }
    return zone;
}

static icaltimezone *find_defined(const struct lines *lines, const struct parts *parts,
                                  struct str name, size_t calendar, struct arena *arena)
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->items[i];
        const struct line *id = part->kind == PART_ZONE && part->calendar == calendar
                                    ? part_line(lines, part, "TZID")
                                    : NULL;
        if (id != NULL && str_equal(str_trim(line_value(id)), str_trim(name))) {
            return defined_zone(lines, part, arena);
        }
    }
    return NULL;
}

/* ---- All of a file ---- */

static const char *add_zone(const struct lines *lines, const struct parts *parts, struct str name,
                            size_t calendar, struct arena *arena, struct zones *zones)
{
    for (size_t i = 0; i < zones->count; i++) {
        if (zones->items[i].calendar == calendar && str_equal(zones->items[i].name, name)) {
            return NULL;
        }
    }
    if (zones->count == ZONES_MAX) {
        return "too_many_zones";
    }
    struct zone *zone = &zones->items[zones->count++];
    *zone = (struct zone){.name = name, .calendar = calendar, .zone = known_zone(name, arena)};
    if (zone->zone == NULL) {
        zone->zone = find_defined(lines, parts, name, calendar, arena);
        zone->origin = ZONE_DEFINED;
    }
    if (zone->zone == NULL) {
        zone->zone = zones->house.zone;
        zone->origin = ZONE_UNKNOWN;
    }
    return NULL;
}

const char *zones_load(const struct lines *lines, const struct parts *parts, const char *house,
                       struct arena *arena, struct zones *zones)
{
    *zones =
        (struct zones){.utc = {.name = str_of("UTC"), .zone = icaltimezone_get_utc_timezone()}};
    zones->house = (struct zone){.name = str_of(house), .zone = known_zone(str_of(house), arena)};
    if (zones->house.zone == NULL) {
        return "no_zone";
    }
    const char *refusal = NULL;
    for (size_t i = 0; i < parts->count && refusal == NULL; i++) {
        const struct part *part = &parts->items[i];
        if (part->kind == PART_ZONE) {
            continue;
        }
        const struct line *line;
        for (size_t at = part->first + 1; refusal == NULL && part->kind == PART_EVENT &&
                                          (line = part_next(lines, part, &at)) != NULL;) {
            const struct str name = line_param(line, "TZID");
            if (name.ptr != NULL) {
                refusal = add_zone(lines, parts, name, part->calendar, arena, zones);
            }
        }
        const struct line *general =
            part->kind == PART_CALENDAR ? part_line(lines, part, "X-WR-TIMEZONE") : NULL;
        if (refusal == NULL && general != NULL) {
            refusal = add_zone(lines, parts, str_trim(line_value(general)), i, arena, zones);
        }
    }
    return refusal;
}

void zones_free(struct zones *zones)
{
    for (size_t i = 0; i < zones->count; i++) {
        if (zones->items[i].origin == ZONE_DEFINED) {
            icaltimezone_free(zones->items[i].zone, 1);
        }
    }
}

const struct zone *zones_find(const struct zones *zones, struct str name, size_t calendar)
{
    for (size_t i = 0; i < zones->count; i++) {
        if (zones->items[i].calendar == calendar && str_equal(zones->items[i].name, name)) {
            return &zones->items[i];
        }
    }
    return &zones->house;
}

/* ---- Times ---- */

/* The local time as if it were UTC. */
static int64_t plain_s(struct icaltimetype local)
{
    local.zone = icaltimezone_get_utc_timezone();
    local.is_date = 0;
    return (int64_t)icaltime_as_timet(local);
}

static struct icaltimetype utc_time(int64_t utc_s)
{
    return icaltime_from_timet_with_zone((time_t)utc_s, 0, icaltimezone_get_utc_timezone());
}

static int64_t offset_s(const struct zone *zone, int64_t utc_s)
{
    struct icaltimetype utc = utc_time(utc_s);
    int is_daylight = 0;
    return icaltimezone_get_utc_offset_of_utc_time(zone->zone, &utc, &is_daylight);
}

int64_t zone_utc_s(const struct zone *zone, struct icaltimetype local)
{
    enum { DAY_S = 86400 };
    const int64_t plain = plain_s(local);
    const int64_t before_s = offset_s(zone, plain - DAY_S);
    const int64_t after_s = offset_s(zone, plain + DAY_S);
    if (before_s == after_s || offset_s(zone, plain - before_s) == before_s) {
        return plain - before_s;
    }
    return offset_s(zone, plain - after_s) == after_s ? plain - after_s : plain - before_s;
}

struct icaltimetype zone_local(const struct zone *zone, int64_t utc_s)
{
    struct icaltimetype local = utc_time(utc_s + offset_s(zone, utc_s));
    local.zone = NULL;
    return local;
}
