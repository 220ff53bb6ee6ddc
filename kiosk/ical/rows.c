#include "ical/rows.h"

#include <string.h>

#include "base/text.h"

static void put_text(FILE *out, const char *key, struct str text)
{
    (void)fprintf(out, ",\"%s\":\"", key);
    for (size_t i = 0; i < text.len; i++) {
        const unsigned char c = (unsigned char)text.ptr[i];
        if (c == '"' || c == '\\') {
            (void)fprintf(out, "\\%c", c);
        } else if (c < 0x20) {
            (void)fprintf(out, "\\u%04x", c);
        } else {
            (void)fputc(c, out);
        }
    }
    (void)fputc('"', out);
}

static void put_number(FILE *out, const char *key, int64_t number)
{
    (void)fprintf(out, ",\"%s\":%lld", key, (long long)number);
}

/* names[i] stands for bit i. */
static void put_bits(FILE *out, const char *key, unsigned bits, const char *const *names,
                     size_t count)
{
    const char *comma = "";
    (void)fprintf(out, ",\"%s\":[", key);
    for (size_t i = 0; i < count; i++) {
        if ((bits & 1U << i) != 0) {
            (void)fprintf(out, "%s\"%s\"", comma, names[i]);
            comma = ",";
        }
    }
    (void)fputc(']', out);
}

void rows_calendar(FILE *out, const struct lines *lines, const struct part *calendar)
{
    static const struct {
        const char *key, *name, *other;
    } facts[] = {
        {"name", "X-WR-CALNAME", "NAME"},
        {"zone", "X-WR-TIMEZONE", NULL},
        {"method", "METHOD", NULL},
        {"program", "PRODID", NULL},
    };
    (void)fputs("{\"is\":\"calendar\"", out);
    put_number(out, "line", lines->items[calendar->first].number);
    for (size_t i = 0; i < ARRAY_LEN(facts); i++) {
        const struct line *line = part_line(lines, calendar, facts[i].name);
        if (line == NULL && facts[i].other != NULL) {
            line = part_line(lines, calendar, facts[i].other);
        }
        put_text(out, facts[i].key, line == NULL ? str_of("") : str_trim(line_value(line)));
    }
    (void)fputs("}\n", out);
}

void rows_date(FILE *out, const struct instance *instance)
{
    static const char *const notes[] = {"floating", "zone_defined", "zone_unknown", "no_uid",
                                        "no_end",   "cut",          "alone"};
    const struct event *event = instance->event;
    (void)fputs("{\"is\":\"date\"", out);
    put_number(out, "line", event->line);
    put_text(out, "uid", str_of(event->uid));
    put_number(out, "is_series", instance->is_of_series);
    put_number(out, "key_s", instance->key_s);
    put_number(out, "starts_s", instance->starts_s);
    put_number(out, "ends_s", instance->ends_s);
    put_number(out, "is_day", event->starts.is_date);
    put_text(out, "status", str_of(event->status));
    put_number(out, "sequence", event->sequence);
    put_text(out, "visibility", str_of(event->visibility));
    put_text(out, "title", str_of(event->title));
    put_text(out, "words", str_of(event->words));
    put_text(out, "place", str_of(event->place));
    put_text(out, "url", str_of(event->url));
    put_bits(out, "notes", event->notes, notes, ARRAY_LEN(notes));
    (void)fputs("}\n", out);
}

void rows_problem(FILE *out, const struct event *event, struct event_problem problem)
{
    (void)fputs("{\"is\":\"problem\"", out);
    put_number(out, "line", event->line);
    put_text(out, "uid", str_of(event->uid));
    put_text(out, "title", str_of(event->title));
    put_text(out, "code", str_of(problem.code));
    put_text(out, "detail", str_of(problem.detail));
    (void)fputs("}\n", out);
}

void rows_end(FILE *out, unsigned mended, long events, long dates, long problems)
{
    static const char *const names[] = {"folding", "charset", "cut"};
    (void)fputs("{\"is\":\"end\"", out);
    put_number(out, "events", events);
    put_number(out, "dates", dates);
    put_number(out, "problems", problems);
    put_bits(out, "mended", mended, names, ARRAY_LEN(names));
    (void)fputs("}\n", out);
}

void rows_refusal(FILE *out, const char *code)
{
    (void)fputs("{\"is\":\"refusal\"", out);
    put_text(out, "code", str_of(code));
    (void)fputs("}\n", out);
}
