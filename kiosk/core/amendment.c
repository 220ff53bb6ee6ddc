#include "core/amendment.h"

#include "core/query.h"
#include "core/request_rows.h"
#include "core/session_parts.h"

enum { OPEN_MAX = 8 };

/* Another date, and another place or other seats, are two questions. */
enum dated { DATED_NO, DATED_YES, DATED_BOTH = -1 };

static enum err list_open(struct db *db, int64_t session_id, enum dated dated,
                          int64_t ids[OPEN_MAX], int *count)
{
    *count = 0;
    struct query q = db_query(db, Q_AMENDMENT_OPEN);
    query_int(&q, "session_id", session_id);
    query_int(&q, "dated", dated);
    while (*count < OPEN_MAX && query_step(&q)) {
        ids[(*count)++] = take_int(&q);
    }
    return query_end(&q);
}

static enum err take_back_open(struct db *db, int64_t session_id, enum verb verb,
                               struct actor actor)
{
    int64_t ids[OPEN_MAX];
    int count = 0;
    enum err err =
        list_open(db, session_id, verb == VERB_CHANGE ? DATED_NO : DATED_YES, ids, &count);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        struct outcome outcome;
        const struct move move = move_make(ids[i], VERB_CANCEL, actor);
        err = move_apply(db, &move, 0, 0, false, &outcome);
    }
    return err;
}

/* What the request itself does not hold. */
struct details {
    const char *place; /* NULL: as it is */
    int least_people;  /* -1: as it is */
    const char *reason_code;
    const char *words;
    enum session_scope scope;
};

static enum err ask_for(struct db *db, struct ask *ask, const struct details *details,
                        unsigned *reasons)
{
    struct receipt receipt;
    ask->channel = "desk";
    ask->words_count = details->words[0] == '\0' ? 0 : 1;
    ask->words[0] = (struct ask_words){.field = "", .words = details->words};
    enum err err = take_back_open(db, ask->parent_id, verb_of(ask->choice), ask->actor);
    if (err == ERR_OK) {
        err = request_ask(db, ask, &receipt);
        *reasons = receipt.reasons;
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_AMENDMENT_ADD);
    query_int(&q, "request_id", receipt.request_id);
    if (details->place != NULL) {
        query_text(&q, "place", details->place);
    }
    if (details->least_people >= 0) {
        query_int(&q, "least_people", details->least_people);
    }
    query_text(&q, "reason_code", details->reason_code);
    query_int(&q, "with_following", details->scope == SESSION_AND_FOLLOWING);
    return query_run(&q);
}

static struct ask ask_about(int64_t session_id, enum verb verb, struct actor actor)
{
    struct ask ask = ask_make(KIND_AMENDMENT, VERB_ASK, actor);
    ask.parent_id = session_id;
    ask.choice = verb_code(verb);
    ask.terms.session_id = session_id;
    return ask;
}

enum err amendment_ask_act(struct db *db, const struct session_act *act, unsigned *reasons)
{
    struct ask ask = ask_about(act->session_id, act->verb, act->actor);
    ask.lang = act->lang;
    ask.terms.from_s = act->starts_s;
    ask.terms.until_s = act->ends_s;
    return ask_for(db, &ask,
                   &(struct details){
                       .least_people = -1,
                       .reason_code = act->reason_code,
                       .words = act->words,
                       .scope = act->scope,
                   },
                   reasons);
}

enum err amendment_ask_change(struct db *db, const struct session_change *change, unsigned *reasons)
{
    struct ask ask = ask_about(change->session_id, VERB_CHANGE, change->actor);
    ask.terms.adults = change->capacity;
    return ask_for(db, &ask,
                   &(struct details){
                       .place = change->place,
                       .least_people = change->least_people,
                       .reason_code = "",
                       .words = "",
                       .scope = change->scope,
                   },
                   reasons);
}

/* ---- Yes ---- */

/* Strings in the arena. */
static enum err read_details(struct db *db, int64_t request_id, struct arena *arena,
                             struct details *details, const char **lang)
{
    struct query q = db_query(db, Q_AMENDMENT_GET);
    query_int(&q, "request_id", request_id);
    if (query_step(&q)) {
        const bool has_place = take_int(&q) != 0;
        const char *place = take_text(&q, arena);
        details->place = has_place ? place : NULL;
        details->least_people = (int)take_int(&q);
        details->reason_code = take_text(&q, arena);
        details->scope = take_int(&q) != 0 ? SESSION_AND_FOLLOWING : SESSION_ALONE;
        details->words = take_text(&q, arena);
        *lang = take_text(&q, arena);
    }
    return query_end(&q);
}

static enum err apply(struct db *db, const struct request *amendment, struct actor actor,
                      const struct details *details, const char *lang)
{
    struct session_done done = {0};
    const enum verb verb = verb_of(amendment->choice);
    if (verb == VERB_CHANGE) {
        return session_change_because(db, amendment,
                                      &(struct session_change){
                                          .session_id = amendment->parent_id,
                                          .actor = actor,
                                          .scope = details->scope,
                                          .capacity = amendment->terms.adults,
                                          .least_people = details->least_people,
                                          .place = details->place,
                                      },
                                      &done);
    }
    return session_act_because(db, amendment,
                               &(struct session_act){
                                   .session_id = amendment->parent_id,
                                   .actor = actor,
                                   .verb = verb,
                                   .scope = details->scope,
                                   .starts_s = amendment->terms.from_s,
                                   .ends_s = amendment->terms.until_s,
                                   .reason_code = details->reason_code,
                                   .words = details->words,
                                   .lang = lang,
                               },
                               &done);
}

enum err amendment_accepted(struct db *db, const struct request *amendment, const struct move *move)
{
    struct details details = {.least_people = -1, .reason_code = "", .words = ""};
    const char *lang = "fr";
    struct arena *arena = arena_create("amendment", 1 << 16);
    enum err err = read_details(db, amendment->id, arena, &details, &lang);
    if (err == ERR_OK) {
        err = apply(db, amendment, move->actor, &details, lang);
    }
    arena_destroy(arena);
    return err;
}

enum err amendment_end_all(struct db *db, const struct request *session)
{
    int64_t ids[OPEN_MAX];
    int count = 0;
    const bool is_off = session->state == STATE_CANCELLED;
    enum err err = list_open(db, session->id, DATED_BOTH, ids, &count);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        struct outcome outcome;
        const struct move move = move_make(ids[i], is_off ? VERB_CANCEL : VERB_EXPIRE,
                                           (struct actor){.who = is_off ? WHO_HOUSE : WHO_TIME});
        err = move_apply(db, &move, session->id, session->no, false, &outcome);
    }
    return err;
}
