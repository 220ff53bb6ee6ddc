#include "ical/expand.h"

#include <stdlib.h>
#include <string.h>

#include "ical/repeat.h"
#include "ical/value.h"

enum { DAY_S = 86400 };

/* ---- Times of an event ---- */

/* Where an event that begins at `local` ends. */
static int64_t end_of(const struct event *event, struct icaltimetype local, int64_t starts_s,
                      int64_t length_s)
{
    if (length_s >= 0) {
        return starts_s + length_s;
    }
    if (event->length_days == 0) {
        return starts_s + event->length_s;
    }
    local.is_date = 0;
    icaltime_adjust(&local, event->length_days, 0, 0, 0);
    return zone_utc_s(event->starts.zone, local) + (event->starts.is_date ? 0 : event->length_s);
}

static bool touches(const struct expansion *expansion, int64_t starts_s, int64_t ends_s)
{
    return ends_s >= expansion->from_s && starts_s <= expansion->until_s;
}

static bool is_same_day(struct icaltimetype a, struct icaltimetype b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* The same date of a series: the same moment; or the same day, where one of the two is a day. */
static bool is_same(const struct when *series, int64_t utc_s, const struct when *named)
{
    if (series->is_date == named->is_date) {
        return utc_s == named->utc_s;
    }
    const struct icaltimetype local = zone_local(series->zone, utc_s);
    return is_same_day(local,
                       named->is_date ? named->local : zone_local(series->zone, named->utc_s));
}

/* ---- The dates of a series ---- */

static struct instance *add(struct expansion *expansion, struct arena *arena,
                            struct instance instance)
{
    if (expansion->count == expansion->room) {
        const size_t room = expansion->room == 0 ? 64 : 2 * expansion->room;
        struct instance *items = arena_array(arena, room, sizeof(*items));
        if (expansion->count > 0) {
            memcpy(items, expansion->items, expansion->count * sizeof(*items));
        }
        expansion->items = items;
        expansion->room = room;
    }
    expansion->items[expansion->count] = instance;
    return &expansion->items[expansion->count++];
}

static const char *add_date(struct expansion *expansion, struct arena *arena,
                            const struct event *series, struct icaltimetype local, int64_t utc_s,
                            int64_t length_s)
{
    const int64_t ends_s = end_of(series, local, utc_s, length_s);
    if (!touches(expansion, utc_s, ends_s)) {
        return NULL;
    }
    if (expansion->count == EXPAND_DATES_MAX) {
        return "too_often";
    }
    (void)add(expansion, arena,
              (struct instance){
                  .event = series,
                  .is_of_series = true,
                  .key_s = utc_s,
                  .starts_s = utc_s,
                  .ends_s = ends_s,
              });
    return NULL;
}

/* Calls take() for each date of a rule, DTSTART first: it always counts. */
static const char *
walk_rule(struct expansion *expansion, const struct event *series, const struct rule *rule,
          const char *(*take)(void *context, struct icaltimetype local, int64_t utc_s),
          void *context)
{
    struct icaltimetype local = series->starts.local;
    struct repeat *repeat = repeat_begin(&rule->parts, local, expansion->steps);
    if (repeat == NULL) {
        return "rule";
    }
    const char *code = NULL;
    bool is_first = true;
    int taken = 0;
    do {
        local.is_date = series->starts.is_date;
        const int64_t utc_s = zone_utc_s(series->starts.zone, local);
        if (utc_s > rule->until_s || utc_s > expansion->until_s ||
            (rule->times > 0 && taken == rule->times)) {
            break;
        }
        /* The rule itself may give DTSTART once more. */
        if (is_first || utc_s != series->starts.utc_s) {
            code = take(context, local, utc_s);
            taken++;
        }
        is_first = false;
    } while (code == NULL && repeat_next(repeat, &local));
    repeat_free(repeat);
    return code != NULL ? code : *expansion->steps <= 0 ? "too_often" : NULL;
}

struct collector {
    struct expansion *expansion;
    struct arena *arena;
    const struct event *series;
};

static const char *take_date(void *context, struct icaltimetype local, int64_t utc_s)
{
    const struct collector *collector = context;
    return add_date(collector->expansion, collector->arena, collector->series, local, utc_s, -1);
}

static const char *leave_out(void *context, struct icaltimetype local, int64_t utc_s)
{
    struct expansion *expansion = context;
    (void)local;
    for (size_t i = 0; i < expansion->count; i++) {
        if (expansion->items[i].key_s == utc_s) {
            expansion->items[i] = expansion->items[--expansion->count];
            break;
        }
    }
    return NULL;
}

static int by_key(const void *a, const void *b)
{
    const struct instance *one = a;
    const struct instance *other = b;
    return (one->key_s > other->key_s) - (one->key_s < other->key_s);
}

/* In order, each moment once; of two, the one with its own length (a period) is kept. */
static void make_unique(struct expansion *expansion)
{
    if (expansion->count == 0) {
        return;
    }
    qsort(expansion->items, expansion->count, sizeof(*expansion->items), by_key);
    size_t kept = 1;
    for (size_t i = 1; i < expansion->count; i++) {
        if (expansion->items[i].key_s != expansion->items[kept - 1].key_s) {
            expansion->items[kept++] = expansion->items[i];
        }
    }
    expansion->count = kept;
}

static void take_exceptions(struct expansion *expansion, const struct event *series)
{
    size_t kept = 0;
    for (size_t i = 0; i < expansion->count; i++) {
        bool is_left_out = false;
        for (size_t j = 0; j < series->except.count && !is_left_out; j++) {
            is_left_out =
                is_same(&series->starts, expansion->items[i].key_s, &series->except.items[j].when);
        }
        if (!is_left_out) {
            expansion->items[kept++] = expansion->items[i];
        }
    }
    expansion->count = kept;
}

static const char *expand_series(struct expansion *expansion, struct arena *arena,
                                 const struct event *series)
{
    struct collector collector = {expansion, arena, series};
    const char *code = NULL;
    for (size_t i = 0; i < series->extra.count && code == NULL; i++) {
        const struct extra_date *extra = &series->extra.items[i];
        code =
            add_date(expansion, arena, series, zone_local(series->starts.zone, extra->when.utc_s),
                     extra->when.utc_s, extra->length_s);
    }
    if (code == NULL) {
        code = add_date(expansion, arena, series, series->starts.local, series->starts.utc_s, -1);
    }
    for (size_t i = 0; i < series->rule_count && code == NULL; i++) {
        code = walk_rule(expansion, series, &series->rules[i], take_date, &collector);
    }
    for (size_t i = 0; i < series->except_rule_count && code == NULL; i++) {
        code = walk_rule(expansion, series, &series->except_rules[i], leave_out, expansion);
    }
    make_unique(expansion);
    take_exceptions(expansion, series);
    return code;
}

/* ---- Changed dates ---- */

static int by_recurrence_id(const void *a, const void *b)
{
    const struct event *one = *(struct event *const *)a;
    const struct event *other = *(struct event *const *)b;
    const int64_t one_s = one->has_recurrence_id ? one->recurrence_id.utc_s : INT64_MIN;
    const int64_t other_s = other->has_recurrence_id ? other->recurrence_id.utc_s : INT64_MIN;
    if (one_s != other_s) {
        return one_s > other_s ? 1 : -1;
    }
    /* The newest last: it wins. */
    return one->sequence != other->sequence ? (one->sequence > other->sequence ? 1 : -1)
                                            : (one->line > other->line) - (one->line < other->line);
}

/* From its date on, everything is shifted by as much, and lasts and reads as it does. */
static void shift_from(struct expansion *expansion, const struct event *series,
                       const struct event *change)
{
    const struct icaltimetype was = zone_local(series->starts.zone, change->recurrence_id.utc_s);
    const struct icaltimetype is = zone_local(series->starts.zone, change->starts.utc_s);
    const int days = value_days_between(was, is);
    const int seconds =
        (is.hour - was.hour) * 3600 + (is.minute - was.minute) * 60 + is.second - was.second;
    for (size_t i = 0; i < expansion->count; i++) {
        struct instance *instance = &expansion->items[i];
        if (instance->key_s < change->recurrence_id.utc_s) {
            continue;
        }
        struct icaltimetype local = zone_local(series->starts.zone, instance->key_s);
        icaltime_adjust(&local, days, 0, 0, seconds);
        instance->event = change;
        instance->starts_s = zone_utc_s(series->starts.zone, local);
        instance->ends_s = end_of(change, zone_local(change->starts.zone, instance->starts_s),
                                  instance->starts_s, -1);
    }
}

static void change_one(struct expansion *expansion, struct arena *arena, const struct event *series,
                       const struct event *change)
{
    const int64_t starts_s = change->starts.utc_s;
    const int64_t ends_s = end_of(change, change->starts.local, starts_s, -1);
    for (size_t i = 0; i < expansion->count; i++) {
        struct instance *instance = &expansion->items[i];
        if (series != NULL && is_same(&series->starts, instance->key_s, &change->recurrence_id)) {
            instance->event = change;
            instance->starts_s = starts_s;
            instance->ends_s = ends_s;
            return;
        }
    }
    /* Its usual date is out of sight, or the series is not in the file. */
    if (touches(expansion, starts_s, ends_s) && expansion->count < EXPAND_DATES_MAX) {
        (void)add(expansion, arena,
                  (struct instance){
                      .event = change,
                      .is_of_series = true,
                      .key_s = change->recurrence_id.utc_s,
                      .starts_s = starts_s,
                      .ends_s = ends_s,
                  });
    }
}

const char *expand_group(struct event *const *events, size_t count, struct arena *arena,
                         struct expansion *expansion)
{
    struct event **ordered = arena_array(arena, count, sizeof(struct event *));
    memcpy(ordered, events, count * sizeof(struct event *));
    qsort(ordered, count, sizeof(struct event *), by_recurrence_id);
    size_t changes = 0;
    while (changes < count && !ordered[changes]->has_recurrence_id) {
        changes++;
    }
    /* Of several that claim to be the series, the newest. */
    const struct event *series = changes == 0 ? NULL : ordered[changes - 1];
    expansion->items = NULL;
    expansion->count = expansion->room = 0;
    const char *code = series == NULL ? NULL : expand_series(expansion, arena, series);
    for (size_t i = changes; i < count && code == NULL; i++) {
        if (series != NULL && ordered[i]->is_this_and_future) {
            shift_from(expansion, series, ordered[i]);
        }
    }
    for (size_t i = changes; i < count && code == NULL; i++) {
        if (series == NULL) {
            ordered[i]->notes |= NOTE_ALONE;
        }
        if (series == NULL || !ordered[i]->is_this_and_future) {
            change_one(expansion, arena, series, ordered[i]);
        }
    }
    if (series != NULL && changes == count && series->rule_count == 0 && series->extra.count == 0 &&
        expansion->count == 1) {
        expansion->items[0].is_of_series = false;
    }
    expansion->count = code == NULL ? expansion->count : 0;
    return code;
}
