/* Opening hours as a person writes them: "2-5 09:00-12:00 14:00-18:00; 6 09:00-12:00". */
#include "admin/admin.h"
#include "base/text.h"

/* "09:30" to minutes of the day. */
static enum err parse_time(struct str text, int *minutes)
{
    enum { HOUR_MIN = 60, DAY_MIN = 1440 };
    struct str rest = text;
    struct str hour;
    struct str minute;
    int64_t h = 0;
    int64_t m = 0;
    if (!str_split(&rest, ':', &hour) || !str_split(&rest, ':', &minute) || rest.ptr != NULL ||
        minute.len != 2 || text_parse_int(hour, 24, &h) != ERR_OK ||
        text_parse_int(minute, 59, &m) != ERR_OK || h * HOUR_MIN + m > DAY_MIN) {
        return ERR_INVALID;
    }
    *minutes = (int)(h * HOUR_MIN + m);
    return ERR_OK;
}

/* "2-5" or "6". */
static enum err parse_days(struct str text, int *first, int *last)
{
    struct str rest = text;
    struct str part;
    int64_t from = 0;
    int64_t to = 0;
    if (!str_split(&rest, '-', &part) || text_parse_int(part, 7, &from) != ERR_OK) {
        return ERR_INVALID;
    }
    to = from;
    if (rest.ptr != NULL && text_parse_int(rest, 7, &to) != ERR_OK) {
        return ERR_INVALID;
    }
    *first = (int)from;
    *last = (int)to;
    return from >= 1 && from <= to ? ERR_OK : ERR_INVALID;
}

static enum err add(struct admin_hours *hours, struct house_opening opening)
{
    for (int i = 0; i < hours->count; i++) {
        const struct house_opening *other = &hours->openings[i];
        if (other->weekday == opening.weekday && opening.opens_min < other->closes_min &&
            other->opens_min < opening.closes_min) {
            return ERR_INVALID; /* twice open at once */
        }
    }
    if (hours->count == HOUSE_OPENINGS_MAX) {
        return ERR_FULL;
    }
    hours->openings[hours->count++] = opening;
    return ERR_OK;
}

/* "09:00-12:00", for the days first to last. */
static enum err add_times(struct admin_hours *hours, int first, int last, struct str times)
{
    struct str closes = times;
    struct str opens;
    struct house_opening opening = {0};
    if (!str_split(&closes, '-', &opens) || parse_time(opens, &opening.opens_min) != ERR_OK ||
        parse_time(closes, &opening.closes_min) != ERR_OK ||
        opening.opens_min >= opening.closes_min) {
        return ERR_INVALID;
    }
    enum err err = ERR_OK;
    for (int day = first; err == ERR_OK && day <= last; day++) {
        opening.weekday = day;
        err = add(hours, opening);
    }
    return err;
}

static enum err add_group(struct admin_hours *hours, struct str group)
{
    struct str words = str_trim(group);
    struct str word;
    int first = 0;
    int last = 0;
    int spans = 0;
    if (!str_split(&words, ' ', &word) || parse_days(word, &first, &last) != ERR_OK) {
        return ERR_INVALID;
    }
    while (str_split(&words, ' ', &word)) {
        if (word.len > 0) {
            const enum err err = add_times(hours, first, last, word);
            if (err != ERR_OK) {
                return err;
            }
            spans++;
        }
    }
    return spans > 0 ? ERR_OK : ERR_INVALID;
}

enum err admin_parse_hours(const char *text, struct admin_hours *hours)
{
    struct str rest = str_of(text);
    struct str group;
    *hours = (struct admin_hours){0};
    while (str_split(&rest, ';', &group)) {
        const enum err err = add_group(hours, group);
        if (err != ERR_OK) {
            return err;
        }
    }
    return hours->count > 0 ? ERR_OK : ERR_INVALID;
}

enum err admin_add_hours(struct db *db, const struct admin_hours *hours)
{
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < hours->count; i++) {
        err = house_add_opening(db, hours->openings[i]);
    }
    return err;
}
