#include "core/mine.h"

#include <string.h>

#include "base/clock.h"
#include "core/codes.h"
#include "core/query.h"
#include "core/setting.h"

/* Whoever replied offered by replying: the yes that is waited for is the other's; whom the desk
 * thought of is asked. */
bool mine_asks(const struct mine_line *line)
{
    return (flow_state_flags(line->kind, line->state) & STATE_RESIDENT_ANSWERS) != 0 &&
           (strcmp(line->direction, "reply") != 0 || line->is_proposed);
}

bool mine_is_news(const struct mine_line *line)
{
    return line->is_untold || mine_asks(line);
}

static bool is_on_board(const struct mine_line *line)
{
    const struct help_category *category = help_category_find(line->category);
    return line->state == STATE_PUBLISHED && category != NULL && category->is_for_board &&
           !line->is_private;
}

static void take_line(struct query *q, struct arena *arena, struct mine_line *line)
{
    char code[CODE_BYTES];
    *line = (struct mine_line){.request_id = take_int(q), .no = (int)take_int(q)};
    take_code(q, code, sizeof(code));
    line->kind = kind_of(code);
    take_code(q, code, sizeof(code));
    line->state = state_of(code);
    take_code(q, code, sizeof(code));
    line->verb = verb_of(code);
    take_code(q, code, sizeof(code));
    line->by = who_of(code);
    take_code(q, line->reason, sizeof(line->reason));
    line->since_s = take_int(q);
    line->is_ended = take_int(q) != 0;
    line->answer_by_s = take_int(q);
    line->session_id = take_int(q);
    line->item_id = take_int(q);
    line->service_id = take_int(q);
    line->copy_id = take_int(q);
    line->parent_id = take_int(q);
    line->from_s = take_int(q);
    line->until_s = take_int(q);
    line->adults = (int)take_int(q);
    line->children = (int)take_int(q);
    line->is_private = take_int(q) != 0;
    take_code(q, line->direction, sizeof(line->direction));
    take_code(q, line->category, sizeof(line->category));
    take_code(q, line->choice, sizeof(line->choice));
    take_code(q, line->number, sizeof(line->number));
    line->title = take_said(q, arena);
    line->icon = take_text(q, arena);
    line->is_proposed = take_int(q) != 0;
    line->awaits_other = take_int(q) != 0;
    line->is_untold = take_int(q) != 0;
    line->is_on_board = is_on_board(line);
}

/* Keeps what a reader of this access may know. */
static struct mine_line narrow(const struct mine_line *line, enum access access)
{
    if (access == ACCESS_FULL) {
        return *line;
    }
    struct mine_line narrowed = {
        .request_id = line->request_id,
        .no = line->no,
        .kind = line->kind,
        .state = line->state,
        .verb = line->verb,
        .by = line->by,
        .since_s = line->since_s,
        .answer_by_s = line->answer_by_s,
        .is_ended = line->is_ended,
        .is_untold = line->is_untold,
        .is_proposed = line->is_proposed,
        .awaits_other = line->awaits_other,
        .is_on_board = line->is_on_board,
        .is_private = line->is_private,
        .title = "",
        .icon = "",
    };
    memcpy(narrowed.reason, line->reason, sizeof(narrowed.reason));
    memcpy(narrowed.direction, line->direction, sizeof(narrowed.direction));
    if (access == ACCESS_ANSWER) {
        narrowed.from_s = line->from_s;
        narrowed.until_s = line->until_s;
    } else {
        memcpy(narrowed.number, line->number, sizeof(narrowed.number)); /* they typed it */
    }
    return narrowed;
}

/* ---- Lists ---- */

struct list_spec {
    const char *part; /* "all", "news", "told" */
    bool is_ended;
    int most;
    int64_t from_s;
    struct mine_key after;
};

static bool sees_all_of_own(const struct actor *actor)
{
    return actor->has_card && actor->has_pin;
}

static enum err read_list(struct db *db, const struct actor *actor, struct list_spec spec,
                          struct arena *arena, struct mine_list *list)
{
    const bool is_first = spec.after.request_id == 0;
    *list =
        (struct mine_list){.lines = arena_array(arena, (size_t)spec.most, sizeof(*list->lines))};
    struct query q = db_query(db, Q_MINE_LIST);
    query_int(&q, "household_id", actor->household_id);
    query_int(&q, "person_id", sees_all_of_own(actor) ? actor->person_id : 0);
    query_int(&q, "is_ended", spec.is_ended);
    query_int(&q, "from_s", spec.from_s);
    query_int(&q, "news_from_s", clock_now_s() - MINE_RECENT_S);
    query_text(&q, "part", spec.part);
    query_int(&q, "since_s", is_first ? INT64_MAX : spec.after.since_s);
    query_int(&q, "request_id", is_first ? INT64_MAX : spec.after.request_id);
    query_int(&q, "most", spec.most + 1);
    while (!list->has_more && query_step(&q)) {
        struct mine_line line;
        take_line(&q, arena, &line);
        list->has_more = list->count == spec.most;
        if (!list->has_more) {
            list->lines[list->count++] =
                narrow(&line, actor->has_card ? ACCESS_FULL : ACCESS_ANSWER);
        }
    }
    return query_end(&q);
}

enum err mine_load(struct db *db, const struct actor *actor, struct mine_key ended_after,
                   struct arena *arena, struct mine *mine)
{
    const int64_t recent_s = clock_now_s() - MINE_RECENT_S;
    *mine = (struct mine){0};
    if (actor->household_id == 0 || (!actor->has_card && !actor->has_pin)) {
        return ERR_OK;
    }
    enum err err = read_list(db, actor, (struct list_spec){.part = "all", .most = MINE_RUNNING_MAX},
                             arena, &mine->running);
    if (err == ERR_OK) {
        err =
            read_list(db, actor,
                      (struct list_spec){
                          .part = "news", .is_ended = true, .most = MINE_PAGE, .from_s = recent_s},
                      arena, &mine->news);
    }
    if (err == ERR_OK) {
        err = read_list(db, actor,
                        (struct list_spec){.part = "told",
                                           .is_ended = true,
                                           .most = MINE_PAGE,
                                           .from_s = sees_all_of_own(actor) ? 0 : recent_s,
                                           .after = ended_after},
                        arena, &mine->ended);
    }
    return err;
}

/* ---- One card ---- */

static enum err read_line(struct db *db, int64_t request_id, struct arena *arena,
                          struct mine_line *line)
{
    struct query q = db_query(db, Q_MINE_LINE);
    query_int(&q, "request_id", request_id);
    const bool is_found = query_step(&q);
    if (is_found) {
        take_line(&q, arena, line);
    }
    const enum err err = query_end(&q);
    return err != ERR_OK || is_found ? err : ERR_NOT_FOUND;
}

static enum state take_state(struct query *q)
{
    char code[CODE_BYTES];
    take_code(q, code, sizeof(code));
    return state_of(code);
}

/* The clock of an offer starts when the resident is told: now, if this is the moment. */
static int64_t offer_until(struct db *db, const struct mine_line *line, int64_t told_at_s)
{
    const int64_t since_s = told_at_s == 0 ? clock_now_s() : told_at_s;
    return line->state == STATE_OFFERED ? since_s + setting_get(db, SETTING_OFFER_S) : 0;
}

static enum err read_facts(struct db *db, struct arena *arena, struct mine_card *card)
{
    struct query q = db_query(db, Q_MINE_CARD);
    query_int(&q, "request_id", card->line.request_id);
    if (query_step(&q)) {
        card->asked_at_s = take_int(&q);
        card->place = take_said(&q, arena);
        card->partner = take_own(&q, arena);
        card->session_state = take_state(&q);
        take_code(&q, card->session_reason, sizeof(card->session_reason));
        card->deposit_cents = take_int(&q);
        card->agreed_cents = take_int(&q);
        card->asked_cents = take_int(&q);
        card->paid_cents = take_int(&q);
        card->words = take_text(&q, arena);
        card->words_lang = take_text(&q, arena);
        card->answer = take_text(&q, arena);
        card->answer_lang = take_text(&q, arena);
        card->offer_until_s = offer_until(db, &card->line, take_int(&q));
        card->has_said_fault = take_int(&q) != 0;
        card->has_said_unsettled = take_int(&q) != 0;
        card->has_said_done = take_int(&q) != 0 && card->line.state == STATE_DONE_SAID;
        card->extension_id = take_int(&q);
        card->extension_state = take_state(&q);
        card->extension_until_s = take_int(&q);
        card->before.session_id = take_int(&q);
        card->before.copy_id = take_int(&q);
        card->before.from_s = take_int(&q);
        card->before.until_s = take_int(&q);
        card->before.adults = (int)take_int(&q);
        card->before.children = (int)take_int(&q);
    }
    return query_end(&q);
}

/* Only what was just moved or proposed anew has a "before" that matters. */
static bool has_before(const struct mine_line *line)
{
    return line->state == STATE_TO_RECONFIRM || line->state == STATE_COUNTER_PROPOSED ||
           line->verb == VERB_MOVE;
}

static struct mine_card narrow_card(const struct mine_card *card)
{
    if (card->access == ACCESS_FULL) {
        return *card;
    }
    struct mine_card narrowed = {
        .line = narrow(&card->line, card->access),
        .access = card->access,
        .rank = card->rank,
        .has_said_done = card->has_said_done,
        .agreed_cents = -1,
        .asked_cents = -1,
        .paid_cents = -1,
        .place = "",
        .partner = "",
        .words = "",
        .words_lang = "",
        .answer = "",
        .answer_lang = "",
    };
    if (card->access == ACCESS_ANSWER) {
        narrowed.before.from_s = card->before.from_s;
        narrowed.before.until_s = card->before.until_s;
        narrowed.offer_until_s = card->offer_until_s;
        narrowed.session_state = card->session_state;
        memcpy(narrowed.session_reason, card->session_reason, sizeof(narrowed.session_reason));
    }
    return narrowed;
}

/* Of two who were brought together: what the other one says. */
static bool is_the_others(const struct mine_card *card, enum verb verb)
{
    const struct transition *row = flow_find(card->line.kind, card->line.state, verb);
    const bool is_reply = strcmp(card->line.direction, "reply") == 0;
    return row != NULL &&
           (((row->guards & GUARD_NO_REPLY) != 0 && is_reply) ||
            ((row->guards & GUARD_OWN_YES) != 0 && is_reply && !card->line.is_proposed) ||
            ((row->guards & GUARD_BOTH) != 0 && card->line.awaits_other) ||
            ((row->guards & GUARD_OTHERS_WORD) != 0 && card->has_said_done));
}

enum err mine_card(struct db *db, int64_t request_id, const struct actor *actor,
                   struct arena *arena, struct mine_card *card)
{
    struct request request;
    struct mine_card all = {0};
    enum err err = request_load(db, request_id, &request);
    if (err != ERR_OK) {
        return err;
    }
    all.access = request_access(&request, actor);
    all.is_guests = request.household_id == 0;
    if (all.access == ACCESS_NONE) {
        return ERR_DENIED;
    }
    err = read_line(db, request_id, arena, &all.line);
    if (err == ERR_OK) {
        err = read_facts(db, arena, &all);
    }
    if (err == ERR_OK && request.state == STATE_WAITLISTED) {
        int64_t rank = 0;
        struct query q = db_query(db, Q_STATE_RANK);
        query_int(&q, "request_id", request_id);
        err = query_one_int(&q, &rank);
        all.rank = (int)rank;
    }
    if (!has_before(&all.line)) {
        all.before = (struct terms){0};
    }
    *card = narrow_card(&all);
    for (enum verb verb = VERB_NONE; verb < VERB_COUNT; verb++) {
        card->may[verb] = request_may(&request, verb, actor) && !is_the_others(card, verb);
    }
    return err;
}
