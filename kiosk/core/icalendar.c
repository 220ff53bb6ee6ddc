#include "core/icalendar.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"

enum { LINE_OCTETS = 75, FIRST_ROOM = 4096 };

/* ---- Octets ---- */

static void put(struct icalendar *out, const char *bytes, size_t len)
{
    if (out->room - out->len <= len) {
        out->room = 2 * (out->room + len);
        char *grown = arena_alloc(out->arena, out->room);
        memcpy(grown, out->text, out->len);
        out->text = grown;
    }
    memcpy(out->text + out->len, bytes, len);
    out->len += len;
    out->text[out->len] = '\0';
}

/* Octets that are not to be parted: a character, an escape. */
static void put_whole(struct icalendar *out, const char *bytes, size_t len)
{
    if (out->is_folded && out->column + (int)len > LINE_OCTETS) {
        put(out, "\r\n ", 3);
        out->column = 1;
    }
    put(out, bytes, len);
    out->column += (int)len;
}

static void put_ascii(struct icalendar *out, const char *text)
{
    for (; *text != '\0'; text++) {
        put_whole(out, text, 1);
    }
}

static void end_line(struct icalendar *out)
{
    put(out, "\r\n", 2);
    out->column = 0;
}

/* Backslash, semicolon, comma and line feed are escaped. */
static void put_escaped(struct icalendar *out, const char *text)
{
    const char *end = text + strlen(text);
    for (const char *at = text; at < end;) {
        const char *from = at;
        const uint32_t code = utf8_next(&at, end);
        if (code == '\n') {
            put_whole(out, "\\n", 2);
        } else if (code < ' ' || code == 0x7f) {
            continue;
        } else if (strchr("\\;,", *from) != NULL) {
            const char escaped[] = {'\\', *from};
            put_whole(out, escaped, sizeof(escaped));
        } else {
            put_whole(out, from, (size_t)(at - from));
        }
    }
}

/* ---- Lines ---- */

void icalendar_line(struct icalendar *out, const char *name, const char *value)
{
    put_ascii(out, name);
    put_ascii(out, ":");
    put_ascii(out, value);
    end_line(out);
}

void icalendar_int(struct icalendar *out, const char *name, int64_t value)
{
    icalendar_line(out, name, arena_printf(out->arena, "%lld", (long long)value));
}

void icalendar_text(struct icalendar *out, const char *name, const char *text)
{
    put_ascii(out, name);
    put_ascii(out, ":");
    put_escaped(out, text);
    end_line(out);
}

static const char *write_time(struct arena *arena, struct civil at, const char *end)
{
    return arena_printf(arena, "%04d%02d%02dT%02d%02d%02d%s", at.year, at.month, at.day, at.hour,
                        at.minute, at.second, end);
}

void icalendar_utc(struct icalendar *out, const char *name, int64_t utc_s)
{
    icalendar_line(out, name, write_time(out->arena, clock_utc(utc_s), "Z"));
}

static bool is_second_occurrence(int64_t utc_s)
{
    return clock_utc_s(clock_civil(utc_s)) != utc_s;
}

void icalendar_span(struct icalendar *out, const char *zone, int64_t starts_s, int64_t ends_s)
{
    const bool is_utc = is_second_occurrence(starts_s) || is_second_occurrence(ends_s);
    const struct {
        const char *name;
        int64_t at_s;
    } ends[] = {{"DTSTART", starts_s}, {"DTEND", ends_s}};
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        if (is_utc) {
            icalendar_utc(out, ends[i].name, ends[i].at_s);
        } else {
            icalendar_line(out, arena_printf(out->arena, "%s;TZID=%s", ends[i].name, zone),
                           write_time(out->arena, clock_civil(ends[i].at_s), ""));
        }
    }
}

/* ---- The calendar ---- */

struct icalendar icalendar_begin(struct arena *arena, bool is_folded)
{
    struct icalendar out = {.arena = arena,
                            .is_folded = is_folded,
                            .text = arena_alloc(arena, FIRST_ROOM),
                            .room = FIRST_ROOM};
    icalendar_line(&out, "BEGIN", "VCALENDAR");
    icalendar_line(&out, "VERSION", "2.0");
    icalendar_line(&out, "PRODID", "-//Conciergerie//EN");
    return out;
}

const char *icalendar_end(struct icalendar *out)
{
    icalendar_line(out, "END", "VCALENDAR");
    return out->text;
}
