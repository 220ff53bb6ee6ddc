/* The dates of one rule, in local time, in order.
 *
 * Days and longer periods are libical's. Hours, minutes and seconds are walked here, day by day:
 * libical looks at each second of five centuries for a rule that never comes true
 * (FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30). */
#pragma once

#include <libical/ical.h>
#include <stdbool.h>
#include <stdint.h>

struct repeat; /* a walk along a rule */

/* Steps that all rules of a file may take together; beyond it a rule is given up. */
enum { REPEAT_STEPS = 4000000 };

/* starts: local, without a zone; borrowed: *steps, counted down. NULL: a rule that is not
 * understood: BYSETPOS below the day. repeat_free() is due. */
struct repeat *repeat_begin(const struct icalrecurrencetype *rule, struct icaltimetype starts,
                            long *steps);
/* The next date, from starts on; false: there is none up to the year 2200, or *steps are used up
 * (then it is 0). */
bool repeat_next(struct repeat *repeat, struct icaltimetype *local);
void repeat_free(struct repeat *repeat);
