/* Sessions made by the core, for the tests of the agenda's desk. */
#pragma once

#include "support_ask.h"

#include "core/session_desk.h"

/* An activity with that rule, a workshop of the house. */
int64_t build_activity(struct world *world, const char *rule);
/* One session of two hours, published by Nadia. */
int64_t add_session(struct world *world, int64_t activity_id, const char *starts, int capacity);
/* Every week, so many times, two hours each. Gives the first. */
int64_t add_weekly(struct world *world, int64_t activity_id, const char *starts, int capacity,
                   int times);
/* The n-th of its series, from 0. */
int64_t nth_of_series(struct world *world, int64_t session_id, int n);
int64_t session_value(struct world *world, int64_t session_id, const char *column);
int64_t to_tell(struct world *world);

/* An association with that agenda_rule, and an organiser of it. */
struct association {
    int64_t partner_id;
    struct actor organiser;
};
struct association build_association(struct world *world, const char *number, const char *rule);
/* An activity of theirs. */
int64_t build_their_activity(struct world *world, const struct association *of);

struct session_act act_on(int64_t session_id, enum verb verb, enum session_scope scope);
struct session_change change_of(int64_t session_id, enum session_scope scope);
