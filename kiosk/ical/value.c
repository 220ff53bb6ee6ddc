#include "ical/value.h"

#include <string.h>
#include <strings.h>

enum { SHORT_BYTES = 64, YEAR_MIN = 1902, YEAR_MAX = 2200 };

bool value_is(struct str value, const char *word)
{
    const struct str inside = str_trim(value);
    return inside.len == strlen(word) && strncasecmp(inside.ptr, word, inside.len) == 0;
}

/* A short value for libical, which wants it ended by NUL. */
static bool copy_short(struct str text, char copy[SHORT_BYTES])
{
    const struct str inside = str_trim(text);
    if (inside.len == 0 || inside.len >= SHORT_BYTES) {
        return false;
    }
    memcpy(copy, inside.ptr, inside.len);
    copy[inside.len] = '\0';
    return true;
}

static bool exists(struct icaltimetype time)
{
    return time.year >= YEAR_MIN && time.year <= YEAR_MAX && time.month >= 1 && time.month <= 12 &&
           time.day >= 1 && time.day <= icaltime_days_in_month(time.month, time.year) &&
           (time.is_date || (time.hour >= 0 && time.hour <= 23 && time.minute >= 0 &&
                             time.minute <= 59 && time.second >= 0 && time.second <= 60));
}

bool value_time(struct str text, struct icaltimetype *time, bool *is_utc)
{
    char copy[SHORT_BYTES];
    if (!copy_short(text, copy)) {
        return false;
    }
    *time = icaltime_from_string(copy);
    *is_utc = icaltime_is_utc(*time) != 0;
    time->zone = NULL;
    if (icaltime_is_null_time(*time) || !exists(*time)) {
        return false;
    }
    time->second = time->second == 60 ? 59 : time->second; /* a leap second */
    return true;
}

bool value_duration(struct str text, struct icaldurationtype *duration)
{
    char copy[SHORT_BYTES];
    if (!copy_short(text, copy)) {
        return false;
    }
    *duration = icaldurationtype_from_string(copy);
    /* About a year at most; longer ones are mistakes. */
    return icaldurationtype_is_bad_duration(*duration) == 0 && duration->weeks <= 60 &&
           duration->days <= 400 && duration->hours <= 10000 && duration->minutes <= 600000 &&
           duration->seconds <= 36000000;
}

int value_days_between(struct icaltimetype from, struct icaltimetype to)
{
    enum { DAY_S = 86400 };
    from.is_date = to.is_date = 1;
    from.hour = from.minute = from.second = to.hour = to.minute = to.second = 0;
    from.zone = to.zone = icaltimezone_get_utc_timezone();
    return (int)((icaltime_as_timet(to) - icaltime_as_timet(from)) / DAY_S);
}

/* ---- Rules ---- */

static bool is_name_of_rule(struct str name)
{
    static const char *const known[] = {
        "FREQ",  "UNTIL",      "COUNT",     "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR",
        "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH",  "BYSETPOS", "WKST"};
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (value_is(name, known[i])) {
            return true;
        }
    }
    return false;
}

/* Takes UNTIL and COUNT out, and gives the rest as libical wants it; NULL and *detail otherwise. */
static const char *split_rule(struct str text, struct arena *arena, struct value_rule *rule,
                              const char **detail)
{
    char *rest_of_rule = arena_alloc(arena, text.len + 2);
    size_t len = 0;
    struct str rest = str_trim(text);
    struct str part;
    while (str_split(&rest, ';', &part)) {
        struct str value = part;
        struct str name;
        if (str_trim(part).len == 0 || !str_split(&value, '=', &name)) {
            continue;
        }
        *detail = arena_strndup(arena, name.ptr, name.len < SHORT_BYTES ? name.len : SHORT_BYTES);
        bool is_utc = false;
        int64_t count = 0;
        if (value.ptr == NULL || !is_name_of_rule(name)) {
            return NULL;
        }
        if (value_is(name, "UNTIL")) {
            if (!value_time(value, &rule->until, &is_utc)) {
                return NULL;
            }
            rule->until.zone = is_utc ? icaltimezone_get_utc_timezone() : NULL;
            rule->has_until = true;
        } else if (value_is(name, "COUNT")) {
            if (text_parse_int(str_trim(value), 1000000, &count) != ERR_OK || count == 0) {
                return NULL;
            }
            rule->count = (int)count;
        } else {
            memcpy(rest_of_rule + len, part.ptr, part.len);
            len += part.len;
            rest_of_rule[len++] = ';';
        }
    }
    rest_of_rule[len > 0 ? len - 1 : 0] = '\0';
    return rest_of_rule;
}

const char *value_rule(struct str text, struct arena *arena, struct value_rule *rule)
{
    *rule = (struct value_rule){0};
    const char *detail = "RRULE";
    const char *split = split_rule(text, arena, rule, &detail);
    if (split == NULL) {
        return detail;
    }
    rule->rule = icalrecurrencetype_from_string(split);
    if (rule->rule.freq == ICAL_NO_RECURRENCE || rule->rule.rscale != NULL) {
        return "RRULE";
    }
    return rule->rule.interval < 1 ? "INTERVAL" : NULL;
}

/* ---- Words ---- */

const char *value_text(struct str text, size_t most_bytes, bool has_lines, struct arena *arena,
                       bool *is_cut)
{
    char *out = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\\' && i + 1 < text.len) {
            c = text.ptr[++i];
            c = c == 'n' || c == 'N' ? '\n' : c;
        }
        if ((unsigned char)c >= 0x20 && c != 0x7F) {
            out[len++] = c;
        } else if (c == '\n' || c == '\t') {
            out[len++] = c == '\n' && has_lines ? '\n' : ' ';
        }
    }
    *is_cut = len > most_bytes;
    len = *is_cut ? most_bytes : len;
    while (*is_cut && len > 0 && ((unsigned char)out[len] & 0xC0) == 0x80) {
        len--;
    }
    const struct str inside = str_trim(str_make(out, len));
    return arena_strndup(arena, inside.ptr, inside.len);
}
