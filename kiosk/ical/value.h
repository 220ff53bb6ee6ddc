/* Values of properties: words, and times, durations and rules, whose grammar is libical's; what it
 * lets pass though it cannot be, such as the 31st of June, is refused here. */
#pragma once

#include <libical/ical.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/text.h"

/* The same word, in whatever case, white space at its ends aside. */
bool value_is(struct str value, const char *word);

/* DATE or DATE-TIME. *time has no zone. False: it is neither. */
bool value_time(struct str text, struct icaltimetype *time, bool *is_utc);
bool value_duration(struct str text, struct icaldurationtype *duration);
/* Days from the one date to the other. */
int value_days_between(struct icaltimetype from, struct icaltimetype to);

struct value_rule {
    struct icalrecurrencetype rule; /* without UNTIL and COUNT, which the caller keeps himself */
    int count;                      /* COUNT; 0: none */
    bool has_until;
    struct icaltimetype until; /* is_date, and the UTC zone or none */
};

/* RRULE. Gives NULL, or what cannot be understood of it: the part's name. */
const char *value_rule(struct str text, struct arena *arena, struct value_rule *rule);

/* TEXT: unescaped, trimmed, at most so many bytes; without control characters but line feeds, which
 * become spaces unless has_lines. */
const char *value_text(struct str text, size_t most_bytes, bool has_lines, struct arena *arena,
                       bool *is_cut);
