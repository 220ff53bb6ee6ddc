#include "core/possible.h"

#include <string.h>

#include "base/clock.h"
#include "core/query.h"
#include "core/request_rows.h"

/* A need's yes is not a reply's: the flow has a row for each, flow_answer knows which counts. */
static bool is_of_direction(const struct request *request, const struct transition *row)
{
    return row->answer != ANSWER_YES ||
           flow_answer(row->kind, row->from, ANSWER_YES, request->direction) == row;
}

enum err possible_moves(struct db *db, int64_t request_id, const struct actor *actor,
                        struct possible moves[POSSIBLE_MAX], int *count)
{
    struct request request;
    size_t rows = 0;
    const struct transition *table = flow_table(&rows);
    *count = 0;
    enum err err = request_load(db, request_id, &request);
    for (size_t i = 0; err == ERR_OK && i < rows && *count < POSSIBLE_MAX; i++) {
        const struct transition *row = &table[i];
        if (row->kind != request.kind || row->from != request.state ||
            (row->who & actor->who) == 0 || !is_of_direction(&request, row)) {
            continue;
        }
        struct possible *move = &moves[(*count)++];
        *move = (struct possible){.verb = row->verb, .answer = row->answer};
        err = request_leads_to(db, &request, row, &move->to);
        if (err != ERR_OK) {
            break;
        }
        err = guard_check(db, row->guards,
                          &(struct guard_input){
                              .request = &request,
                              .actor = actor,
                              .terms = &request.terms,
                              .now_s = clock_now_s(),
                          },
                          &move->reasons);
    }
    return err;
}

/* States in which nothing has changed hands and nobody has come yet. */
static bool is_before_it_begins(enum state state)
{
    static const enum state states[] = {
        STATE_ASKED,     STATE_COUNTER_PROPOSED, STATE_WAITLISTED, STATE_OFFERED,
        STATE_LAPSED,    STATE_RESERVED,         STATE_READY,      STATE_UNCLAIMED,
        STATE_CONFIRMED, STATE_TO_RECONFIRM,     STATE_ACCEPTED,   STATE_ANNOUNCED,
        STATE_QUALIFIED, STATE_PLANNED,          STATE_PUBLISHED,  STATE_TO_REVIVE,
        STATE_PAUSED,
    };
    for (size_t i = 0; i < ARRAY_LEN(states); i++) {
        if (states[i] == state) {
            return true;
        }
    }
    return false;
}

static void take_ask(struct query *q, const struct request *request, struct arena *arena,
                     struct ask *ask)
{
    ask->channel = take_text(q, arena);
    ask->lang = take_text(q, arena);
    ask->for_whom = take_text(q, arena);
    ask->urgency = take_text(q, arena);
    ask->first_name = take_text(q, arena);
    ask->phone = take_text(q, arena);
    ask->for_name = take_text(q, arena);
    ask->is_private = request->is_private;
    ask->is_danger = request->is_danger;
    ask->parent_id = request->parent_id;
    ask->item_id = request->item_id;
    ask->service_id = request->service_id;
    ask->direction = arena_strdup(arena, request->direction);
    ask->category = arena_strdup(arena, request->category);
    ask->choice = arena_strdup(arena, request->choice);
    ask->terms = request->terms;
}

static enum err read_words(struct db *db, int64_t request_id, struct arena *arena, struct ask *ask)
{
    struct query q = db_query(db, Q_REQUEST_ALL_WORDS);
    query_int(&q, "request_id", request_id);
    while (ask->words_count < ASK_MAX_FIELDS && query_step(&q)) {
        struct ask_words *words = &ask->words[ask->words_count++];
        words->field = take_text(&q, arena);
        words->words = take_text(&q, arena);
    }
    return query_end(&q);
}

static enum err read_answers(struct db *db, int64_t request_id, struct arena *arena,
                             struct ask *ask)
{
    struct query q = db_query(db, Q_REQUEST_ALL_ANSWERS);
    query_int(&q, "request_id", request_id);
    while (ask->answer_count < ASK_MAX_FIELDS && query_step(&q)) {
        struct ask_answer *answer = &ask->answers[ask->answer_count++];
        answer->field = take_text(&q, arena);
        const char *choice = take_text(&q, arena);
        answer->choice = choice[0] == '\0' ? NULL : choice;
        answer->number = take_int(&q);
        answer->date_s = take_int(&q);
    }
    return query_end(&q);
}

enum err possible_correction(struct db *db, int64_t request_id, struct actor actor,
                             struct arena *arena, struct ask *ask)
{
    struct request request;
    enum err err = request_load(db, request_id, &request);
    if (err != ERR_OK) {
        return err;
    }
    if (!is_before_it_begins(request.state) || !flow_has_state(request.kind, STATE_REPLACED)) {
        return ERR_DENIED;
    }
    actor.household_id = request.household_id;
    actor.person_id = request.person_id;
    *ask = ask_make(request.kind, request.state == STATE_WAITLISTED ? VERB_JOIN : VERB_ASK, actor);
    struct query q = db_query(db, Q_REQUEST_AS_ASK);
    query_int(&q, "request_id", request_id);
    if (query_step(&q)) {
        take_ask(&q, &request, arena, ask);
    }
    err = query_end(&q);
    if (err == ERR_OK) {
        err = read_words(db, request_id, arena, ask);
    }
    return err == ERR_OK ? read_answers(db, request_id, arena, ask) : err;
}
