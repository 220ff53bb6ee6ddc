#include "ical/reader.h"

#include <stdlib.h>
#include <string.h>

#include "ical/repeat.h"
#include "ical/rows.h"

enum { MEMORY_BYTES = 192 << 20, EVENT_BYTES = 16 << 20 };

struct file {
    const struct reader_options *options;
    struct arena *arena; /* of the file */
    struct arena *group; /* of the dates of one UID */
    struct lines lines;
    struct parts parts;
    struct zones zones;
    struct event **events; /* by calendar and UID */
    size_t event_count;
    long steps;
    long dates, problems;
    FILE *out;
};

/* What a time without a zone means in a calendar. */
static const struct zone *floating_zone(const struct file *file, size_t calendar)
{
    const struct line *general =
        part_line(&file->lines, &file->parts.items[calendar], "X-WR-TIMEZONE");
    return general == NULL ? &file->zones.house
                           : zones_find(&file->zones, str_trim(line_value(general)), calendar);
}

static bool cancels_all(const struct file *file, size_t calendar)
{
    const struct line *method = part_line(&file->lines, &file->parts.items[calendar], "METHOD");
    return method != NULL && str_equal(str_trim(line_value(method)), str_of("CANCEL"));
}

static void tell_problem(struct file *file, const struct event *event, struct event_problem problem)
{
    file->problems++;
    rows_problem(file->out, event, problem);
}

static void read_events(struct file *file)
{
    file->events = arena_array(file->arena, file->parts.count, sizeof(struct event *));
    const struct zone *floating = &file->zones.house;
    bool is_cancelled = false;
    for (size_t i = 0; i < file->parts.count; i++) {
        const struct part *part = &file->parts.items[i];
        if (part->kind == PART_CALENDAR) {
            floating = floating_zone(file, i);
            is_cancelled = cancels_all(file, i);
            rows_calendar(file->out, &file->lines, part);
        } else if (part->kind == PART_EVENT) {
            struct event *event = arena_alloc(file->arena, sizeof(*event));
            const struct event_problem problem =
                event_read(&file->lines, part, &file->zones, floating, file->arena, event);
            if (is_cancelled) {
                event->status = "cancelled";
            }
            if (problem.code != NULL) {
                tell_problem(file, event, problem);
            } else {
                file->events[file->event_count++] = event;
            }
        }
    }
}

static int by_uid(const void *a, const void *b)
{
    const struct event *one = *(struct event *const *)a;
    const struct event *other = *(struct event *const *)b;
    const int order = strcmp(one->uid, other->uid);
    return order != 0 ? order : (one->line > other->line) - (one->line < other->line);
}

static void write_dates(struct file *file)
{
    qsort(file->events, file->event_count, sizeof(struct event *), by_uid);
    struct expansion expansion = {
        .from_s = file->options->from_s,
        .until_s = file->options->until_s,
        .steps = &file->steps,
    };
    for (size_t begin = 0, end; begin < file->event_count; begin = end) {
        end = begin + 1;
        while (end < file->event_count &&
               strcmp(file->events[end]->uid, file->events[begin]->uid) == 0) {
            end++;
        }
        const char *code = expand_group(file->events + begin, end - begin, file->group, &expansion);
        if (code != NULL) {
            tell_problem(file, file->events[begin], (struct event_problem){code, "RRULE"});
        }
        for (size_t i = 0; i < expansion.count; i++) {
            rows_date(file->out, &expansion.items[i]);
            file->dates++;
        }
        arena_reset(file->group);
    }
}

static const char *read_file(struct file *file, const char *bytes, size_t len)
{
    const struct reader_options *options = file->options;
    const char *refusal = lines_read(bytes, len, file->arena, &file->lines);
    if (refusal == NULL) {
        refusal = parts_read(&file->lines, file->arena, &file->parts);
    }
    if (refusal == NULL) {
        refusal =
            zones_load(&file->lines, &file->parts, options->house_zone, file->arena, &file->zones);
    }
    if (refusal == NULL && options->confine != NULL && !options->confine()) {
        refusal = "sandbox";
    }
    if (refusal == NULL) {
        read_events(file);
        write_dates(file);
        rows_end(file->out, file->lines.mended, (long)file->event_count + file->problems,
                 file->dates, file->problems);
    }
    return refusal;
}

bool reader_run(const char *bytes, size_t len, const struct reader_options *options, FILE *out)
{
    struct file file = {
        .options = options,
        .arena = arena_create("calendar", MEMORY_BYTES),
        .group = arena_create("dates", EVENT_BYTES),
        .steps = REPEAT_STEPS,
        .out = out,
    };
    icalerror_set_errors_are_fatal(0);
    const char *refusal = read_file(&file, bytes, len);
    if (refusal != NULL) {
        rows_refusal(out, refusal);
    }
    zones_free(&file.zones);
    arena_destroy(file.group);
    arena_destroy(file.arena);
    return refusal == NULL;
}
