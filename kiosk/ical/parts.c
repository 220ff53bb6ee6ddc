#include "ical/parts.h"

#include <string.h>
#include <strings.h>

static bool opens(const struct line *line, const char *what)
{
    const struct str value = str_trim(line_value(line));
    return strlen(what) == value.len && strncasecmp(value.ptr, what, value.len) == 0;
}

static enum part_kind kind_of(const struct line *begin, bool is_in_calendar)
{
    if (!is_in_calendar) {
        return opens(begin, "VCALENDAR") ? PART_CALENDAR : PART_OTHER;
    }
    return opens(begin, "VEVENT") ? PART_EVENT : opens(begin, "VTIMEZONE") ? PART_ZONE : PART_OTHER;
}

struct walk {
    struct parts *parts;
    size_t open[PARTS_DEPTH_MAX]; /* those begun and not ended; COUNT: not kept */
    size_t depth;
};

enum { NOT_KEPT = PARTS_MAX };

static const char *begin_part(struct walk *walk, const struct line *line, size_t at)
{
    struct parts *parts = walk->parts;
    if (walk->depth == PARTS_DEPTH_MAX) {
        return "too_deep";
    }
    /* Calendars stand at the top, what they hold right below. */
    const bool is_top = walk->depth == 0;
    const bool is_below = walk->depth == 1 && walk->open[0] != NOT_KEPT;
    const enum part_kind kind = is_top || is_below ? kind_of(line, is_below) : PART_OTHER;
    walk->open[walk->depth] = NOT_KEPT;
    if (kind != PART_OTHER) {
        if (parts->count == PARTS_MAX) {
            return "too_many_events";
        }
        parts->items[parts->count] = (struct part){
            .kind = kind,
            .calendar = is_top ? parts->count : walk->open[0],
            .first = at,
        };
        walk->open[walk->depth] = parts->count++;
    }
    walk->depth++;
    return NULL;
}

static void end_part(struct walk *walk, size_t at)
{
    walk->depth--;
    if (walk->open[walk->depth] != NOT_KEPT) {
        walk->parts->items[walk->open[walk->depth]].last = at;
    }
}

const char *parts_read(const struct lines *lines, struct arena *arena, struct parts *parts)
{
    size_t begun = 0;
    for (size_t i = 0; i < lines->count; i++) {
        begun += line_is(&lines->items[i], "BEGIN");
    }
    const size_t room = begun < PARTS_MAX ? begun : PARTS_MAX;
    *parts = (struct parts){.items = arena_array(arena, room, sizeof(*parts->items))};
    struct walk walk = {.parts = parts};
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        if (line_is(line, "BEGIN")) {
            const char *refusal = begin_part(&walk, line, i);
            if (refusal != NULL) {
                return refusal;
            }
        } else if (line_is(line, "END") && walk.depth > 0) {
            /* Of a calendar: what is still open inside ends with it. */
            while (walk.depth > 1 && opens(line, "VCALENDAR")) {
                end_part(&walk, i);
            }
            end_part(&walk, i);
        }
    }
    while (walk.depth > 0) {
        end_part(&walk, lines->count);
    }
    return parts->count > 0 && parts->items[0].kind == PART_CALENDAR ? NULL : "not_calendar";
}

const struct line *part_next(const struct lines *lines, const struct part *part, size_t *at)
{
    size_t depth = 0;
    while (*at < part->last && *at < lines->count) {
        const struct line *line = &lines->items[(*at)++];
        if (line_is(line, "BEGIN")) {
            depth++;
        } else if (line_is(line, "END")) {
            depth -= depth > 0;
        } else if (depth == 0) {
            return line;
        }
    }
    return NULL;
}

const struct line *part_line(const struct lines *lines, const struct part *part, const char *name)
{
    size_t at = part->first + 1;
    const struct line *line;
    do {
        line = part_next(lines, part, &at);
    } while (line != NULL && !line_is(line, name));
    return line;
}
