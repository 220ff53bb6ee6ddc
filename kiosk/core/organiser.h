/* Organisers: members of an association that keep its lines of the house's agenda, and no other.
 *
 * Whether they do so alone is the association's rule (partner.agenda_rule), as data: under
 * "automatic" what they announce or change holds at once; under "desk" a new session is proposed,
 * and a change of one that stands in the agenda is an amendment, until the concierge says yes.
 * Cancelling, postponing and a word to those who come never wait: people have to be told. The
 * flow's table says which is which, by GUARD_AGREED. For every other actor these functions say yes.
 * Reads only. Source: db/README.md, "Organisers". */
#pragma once

#include "core/request.h"

/* Whether the session, or the activity, is their own association's. ERR_DENIED it is not, or they
 * no longer are an organiser · as query_end. */
enum err organiser_check_session(struct db *db, const struct actor *actor,
                                 int64_t session_id) NODISCARD;
enum err organiser_check_activity(struct db *db, const struct actor *actor,
                                  int64_t activity_id) NODISCARD;
/* Whether it holds without the concierge. */
enum err organiser_may_alone(struct db *db, const struct actor *actor, bool *may) NODISCARD;
/* Their association; 0 for everybody else. */
enum err organiser_partner(struct db *db, const struct actor *actor, int64_t *partner_id) NODISCARD;
