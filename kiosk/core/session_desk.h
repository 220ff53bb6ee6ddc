/* What the desk does with sessions that stand in the agenda: with one, or with one and all those of
 * its series after it, in one transaction. Each session is moved by request_move, with everything
 * that follows for its bookings; undoing the first undoes the others. All functions do it in a
 * transaction of their own, or in the caller's, if one is open, and also give request_move's
 * errors. Source: db/README.md, "The agenda". */
#pragma once

#include "core/sessions.h"

enum session_scope { SESSION_ALONE, SESSION_AND_FOLLOWING };

struct session_act {
    int64_t session_id;
    int expected_no; /* of this one; 0: any */
    struct actor actor;
    /* VERB_MOVE, VERB_POSTPONE, VERB_PUBLISH, VERB_RETURN, VERB_CANCEL, VERB_TELL */
    enum verb verb;
    enum session_scope scope;
    /* The new date of this one, to come; 0: as it is, or not known yet (VERB_POSTPONE). Those after
     * it move by as many days, to the same local times. */
    int64_t starts_s, ends_s;
    /* Of session_reason_codes, must be with VERB_POSTPONE, VERB_CANCEL; with VERB_RETURN, of
     * refusal_codes. */
    const char *reason_code;
    const char *words; /* every booking gets them; must be with VERB_TELL */
    const char *lang;
};

struct session_done {
    struct outcome outcome; /* of this one; of the one that refused, on an error */
    int sessions;           /* how many changed */
    int told;               /* notices written */
    int64_t refused_id;     /* the session that refused, and with it all; 0: none did */
    bool is_proposed;       /* it waits for the concierge: core/organiser.h */
};

/* Those after this one that do not know the verb in their state are left alone; with VERB_PUBLISH
 * and VERB_RETURN, those in another state than this one. An organiser's act that asks for the
 * house's room is only proposed, unless the association's rule says otherwise. ERR_INVALID another
 * verb, a date that is past, missing or (VERB_MOVE) the same, an unknown or missing reason, words
 * missing, too long or unclean. */
enum err session_act(struct db *db, const struct session_act *act,
                     struct session_done *done) NODISCARD;

struct session_change {
    int64_t session_id;
    int expected_no;
    struct actor actor;
    enum session_scope scope;
    int capacity;             /* 0: as it is */
    int least_people;         /* -1: as it is */
    const char *place;        /* NULL: as it is */
    int64_t starts_s, ends_s; /* of what nobody has seen yet alone; 0: as they are */
};

/* Everything but the date of what is announced. Whoever comes or waits is told of another place;
 * other seats are offered in their order under an automatic rule. The place is no decision: its way
 * back is another change. An organiser's is proposed, as above.
 * ERR_DENIED with GUARD_CAPACITY: more seats are taken · ERR_CONFLICT it is over · ERR_INVALID. */
enum err session_change(struct db *db, const struct session_change *change,
                        struct session_done *done) NODISCARD;
