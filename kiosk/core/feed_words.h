/* What a calendar entry says in words: French, the house's language (DB_HOUSE_LANG), since a file
 * has one reader after the other and no language of its own. For core/feed.c. */
#pragma once

#include "base/arena.h"
#include "core/flow.h"
#include "core/request.h"

struct feed_session {
    const char *uid, *title, *summary, *place, *partner;
    const char *bring;       /* what to bring; "" nothing */
    char kind[CODE_BYTES];   /* of activity_kind_codes */
    char reason[CODE_BYTES]; /* of session_reason_codes, or "" */
    enum state state;
    int64_t sequence, revised_s;
    int64_t starts_s, ends_s;
    int64_t moved_from_s; /* 0: never moved */
    int capacity;         /* 0: free entry */
    int least_age;        /* 0: none */
    int64_t price_cents;
    int64_t subscriber_cents; /* -1: the same for all */
};

/* Postponed, and nobody knows until when: the old date stands in starts_s. */
bool feed_is_without_date(const struct feed_session *session);

/* "Annulé : Réparer son vélo" */
const char *feed_title(const struct feed_session *session, struct arena *arena);
/* What became of it, what it is, for whom, what it costs, what to bring, how to come; a line each.
 */
const char *feed_description(const struct feed_session *session, struct arena *arena);
/* "Ateliers"; "" for an unknown code. */
const char *feed_category(const char *kind);
