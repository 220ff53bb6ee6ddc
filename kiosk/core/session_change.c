/* Changing what a session offers: seats, place, least number of people. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/amendment.h"
#include "core/house.h"
#include "core/organiser.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/session_parts.h"

static bool is_fine(const struct session_change *change)
{
    const struct str place = str_of(change->place == NULL ? "" : change->place);
    return change->capacity >= 0 && change->capacity <= SESSION_CAPACITY_MAX &&
           change->least_people >= -1 && change->least_people <= SESSION_CAPACITY_MAX &&
           utf8_is_clean(place) && utf8_count(place) <= SESSION_PLACE_CHARS &&
           (change->starts_s == 0 || session_is_possible(change->starts_s, change->ends_s));
}

static enum err edit(struct db *db, const struct session_change *change, int64_t session_id)
{
    struct query q = db_query(db, Q_SESSION_EDIT);
    query_int(&q, "session_id", session_id);
    query_int(&q, "now_s", clock_now_s());
    if (change->place != NULL) {
        query_text(&q, "place", change->place);
    }
    if (change->least_people >= 0) {
        query_int(&q, "least_people", change->least_people);
    }
    return query_run(&q);
}

static enum err is_other_place(struct db *db, const struct session_change *change,
                               int64_t session_id, bool *is_other)
{
    *is_other = false;
    if (change->place == NULL) {
        return ERR_OK;
    }
    struct arena *arena = arena_create("place", 1 << 16);
    struct query q = db_query(db, Q_SESSION_PLACE);
    query_int(&q, "session_id", session_id);
    if (query_step(&q)) {
        *is_other = strcmp(take_text(&q, arena), change->place) != 0;
    }
    const enum err err = query_end(&q);
    arena_destroy(arena);
    return err;
}

/* The decision because of which this one is made; none: {0}. */
struct cause {
    int64_t id;
    int no;
};

/* Seats, and the date of what nobody has seen yet: what the flow decides. */
static enum err decide(struct db *db, const struct session_change *change,
                       const struct request *session, const struct cause *cause,
                       struct session_done *done)
{
    const bool is_first = session->id == change->session_id;
    struct terms terms = session->terms;
    struct move move = move_make(session->id, VERB_CHANGE, change->actor);
    struct outcome outcome = {.state = session->state, .no = session->no};
    if (change->capacity > 0) {
        terms.adults = change->capacity;
    }
    const bool is_unseen = (flow_state_flags(KIND_SESSION, session->state) & STATE_UNSEEN) != 0;
    if (is_unseen && change->starts_s != 0 && is_first) {
        terms.from_s = change->starts_s;
        terms.until_s = change->ends_s;
    }
    move.terms = &terms;
    const bool is_same = memcmp(&terms, &session->terms, sizeof(terms)) == 0;
    const enum err err =
        is_same ? ERR_OK : move_apply(db, &move, cause->id, cause->no, false, &outcome);
    if (is_first || err != ERR_OK) {
        done->outcome = outcome;
    }
    return err == ERR_OK && !is_same ? session_count_told(db, session->id, &done->told) : err;
}

static enum err change_one(struct db *db, const struct session_change *change,
                           const struct request *session, const struct cause *cause,
                           struct session_done *done)
{
    bool is_elsewhere = false;
    enum err err = organiser_check_session(db, &change->actor, session->id);
    if (err == ERR_OK) {
        err = decide(db, change, session, cause, done);
    }
    if (err == ERR_OK) {
        err = is_other_place(db, change, session->id, &is_elsewhere);
    }
    if (err == ERR_OK) {
        err = edit(db, change, session->id);
    }
    if (err == ERR_OK && is_elsewhere) {
        err = session_tell(db, session->id, "place_changed", change->place, &done->told);
    }
    if (err != ERR_OK) {
        done->refused_id = session->id;
    } else {
        done->sessions++;
    }
    return err;
}

enum err session_change_because(struct db *db, const struct request *because,
                                const struct session_change *change, struct session_done *done)
{
    struct session_choice chosen;
    struct cause cause = {0};
    if (because != NULL) {
        cause = (struct cause){because->id, because->no};
    }
    enum err err = session_choose(db, change->session_id, change->scope, &chosen);
    for (int i = 0; err == ERR_OK && i < chosen.count; i++) {
        struct request session;
        err = session_load(db, chosen.ids[i], &session);
        if (err != ERR_OK) {
            return err;
        }
        const bool may = flow_find(KIND_SESSION, session.state, VERB_CHANGE) != NULL;
        const bool is_stale = change->expected_no != 0 && change->expected_no != session.no;
        if (i == 0 && (!may || is_stale)) {
            return ERR_CONFLICT;
        }
        err = may ? change_one(db, change, &session, &cause, done) : ERR_OK;
        if (i == 0 && done->outcome.no != session.no) { /* it needed a decision of its own */
            cause = (struct cause){session.id, done->outcome.no};
        }
    }
    return err;
}

static enum err change_or_propose(struct db *db, const struct session_change *change,
                                  struct session_done *done)
{
    struct request session;
    bool waits = false;
    enum err err = session_load(db, change->session_id, &session);
    if (err == ERR_OK) {
        err = session_waits(db, &change->actor, &session, VERB_CHANGE, &waits);
    }
    if (err != ERR_OK || !waits) {
        return err == ERR_OK ? session_change_because(db, NULL, change, done) : err;
    }
    if (change->expected_no != 0 && change->expected_no != session.no) {
        return ERR_CONFLICT;
    }
    done->is_proposed = true;
    done->outcome = (struct outcome){.state = session.state, .no = session.no};
    return amendment_ask_change(db, change, &done->outcome.reasons);
}

enum err session_change(struct db *db, const struct session_change *change,
                        struct session_done *done)
{
    *done = (struct session_done){0};
    if (!is_fine(change) || db_is_writing(db)) {
        return is_fine(change) ? change_or_propose(db, change, done) : ERR_INVALID;
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, change_or_propose(db, change, done)) : err;
}
