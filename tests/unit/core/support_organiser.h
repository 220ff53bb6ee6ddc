/* An association's line of the agenda, for the tests of what its organisers may do. */
#pragma once

#include "support_session.h"

#define LINE_STARTS "2026-09-15T14:00"

/* An association, one session of its in the agenda, two people booked. */
struct line {
    struct association of;
    int64_t activity_id, session_id, booking_id;
};
struct line build_line(struct world *world, const char *rule);

/* Acts of its organiser. */
struct session_act line_act(const struct line *line, enum verb verb);
struct session_act line_move(const struct line *line); /* to 2026-09-16T15:00, with words */
void must_act(struct world *world, struct session_act act, bool is_proposed);
/* Two weekly dates of its activity, of which the first is given. */
int64_t announce(struct world *world, const struct line *line, struct actor actor, enum verb verb,
                 enum err expected);
/* What was proposed for it last; 0: nothing. */
int64_t amendment_of(struct world *world, const struct line *line);
