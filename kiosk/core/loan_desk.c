#include "core/loan_desk.h"

#include "base/clock.h"
#include "core/house.h"
#include "core/query.h"

static enum err load_loan(struct db *db, int64_t loan_id, struct arena *arena,
                          struct loan_desk *desk)
{
    struct query q = db_query(db, Q_LOAN_DESK_GET);
    query_int(&q, "request_id", loan_id);
    const bool found = query_step(&q);
    if (found) {
        desk->deposit_cents = take_int(&q);
        desk->shelf = take_text(&q, arena);
        const int64_t cents = take_int(&q);
        const bool is_taken = take_int(&q) != 0;
        const bool is_returned = take_int(&q) != 0;
        desk->held_cents = is_taken && !is_returned ? cents : 0;
    }
    const enum err err = query_end(&q);
    return err != ERR_OK ? err : found ? ERR_OK : ERR_NOT_FOUND;
}

static enum err load_parts(struct db *db, struct arena *arena, struct loan_desk *desk)
{
    struct query q = db_query(db, Q_LOAN_DESK_PARTS);
    query_int(&q, "request_id", desk->line.request_id);
    query_int(&q, "item_id", desk->line.item_id);
    while (desk->part_count < LOAN_PARTS_MAX && query_step(&q)) {
        struct loan_part *part = &desk->parts[desk->part_count++];
        part->position = (int)take_int(&q);
        part->label = take_text(&q, arena);
        part->is_out = take_int(&q) != 0;
        part->is_back = take_int(&q) != 0;
    }
    const bool is_more = desk->part_count == LOAN_PARTS_MAX && query_step(&q);
    const enum err err = query_end(&q);
    return err == ERR_OK && is_more ? ERR_FULL : err;
}

enum err loan_desk_load(struct db *db, int64_t loan_id, struct arena *arena, struct loan_desk *desk)
{
    *desk = (struct loan_desk){0};
    enum err err = load_loan(db, loan_id, arena, desk);
    if (err == ERR_OK) {
        err = queue_get(db, loan_id, arena, &desk->line);
    }
    return err == ERR_OK ? load_parts(db, arena, desk) : err;
}

static bool is_part_missing(const struct loan_desk *desk, const bool parts[LOAN_PARTS_MAX])
{
    for (int i = 0; i < desk->part_count; i++) {
        if (desk->parts[i].is_out && !parts[i]) {
            return true;
        }
    }
    return false;
}

enum verb loan_desk_back_verb(const struct loan_desk *desk, const bool parts[LOAN_PARTS_MAX],
                              bool is_odd)
{
    return is_odd || is_part_missing(desk, parts) ? VERB_TAKE_BACK_TO_CHECK : VERB_TAKE_BACK;
}

static enum err run_for(struct db *db, enum query_id id, int64_t loan_id)
{
    struct query q = db_query(db, id);
    query_int(&q, "request_id", loan_id);
    return query_run(&q);
}

static enum err take_deposit(struct db *db, int64_t loan_id, int64_t cents, int64_t at_s)
{
    struct query q = db_query(db, Q_LOAN_DESK_TAKE_DEPOSIT);
    query_int(&q, "request_id", loan_id);
    query_int(&q, "cents", cents);
    query_int(&q, "at_s", at_s);
    return query_run(&q);
}

static enum err write_out(struct db *db, const struct loan_desk *desk, int64_t loan_id,
                          const bool parts[LOAN_PARTS_MAX], bool has_deposit, int64_t at_s)
{
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < desk->part_count; i++) {
        if (parts[i]) {
            struct query q = db_query(db, Q_LOAN_DESK_ADD_PART);
            query_int(&q, "request_id", loan_id);
            query_int(&q, "position", desk->parts[i].position);
            err = query_run(&q);
        }
    }
    if (err == ERR_OK && has_deposit && desk->deposit_cents > 0) {
        err = take_deposit(db, loan_id, desk->deposit_cents, at_s);
    }
    return err;
}

static enum err set_returned(struct db *db, int64_t loan_id, int64_t at_s)
{
    struct query q = db_query(db, Q_LOAN_DESK_SET_RETURNED);
    query_int(&q, "request_id", loan_id);
    query_int_or_null(&q, "returned_at_s", at_s);
    return query_run(&q);
}

static int64_t happened_at(const struct loan_act *act)
{
    return act->happened_at_s == 0 ? clock_now_s() : act->happened_at_s;
}

static enum err write_back(struct db *db, const struct loan_desk *desk, const struct loan_act *act)
{
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < desk->part_count; i++) {
        struct query q = db_query(db, Q_LOAN_DESK_SET_PART);
        query_int(&q, "request_id", act->loan_id);
        query_int(&q, "position", desk->parts[i].position);
        query_int(&q, "is_back", act->parts[i]);
        err = query_run(&q);
    }
    const bool is_over = act->verb != VERB_TAKE_BACK_TO_CHECK;
    if (err == ERR_OK && is_over && act->has_deposit && desk->held_cents > 0) {
        err = set_returned(db, act->loan_id, happened_at(act));
    }
    return err;
}

static bool is_taking_back(enum verb verb)
{
    return verb == VERB_TAKE_BACK || verb == VERB_TAKE_BACK_TO_CHECK || verb == VERB_CLEAR ||
           verb == VERB_FIND;
}

static struct terms terms_after(const struct loan_act *act, const struct queue_line *line)
{
    return (struct terms){
        .copy_id = act->copy_id == 0 ? line->copy_id : act->copy_id,
        .from_s = act->from_s == 0 ? line->from_s : act->from_s,
        .until_s = act->until_s == 0 ? line->until_s : act->until_s,
        .adults = line->adults,
        .children = line->children,
    };
}

static enum err move_loan(struct db *db, const struct loan_act *act, const struct loan_desk *desk,
                          struct outcome *outcome)
{
    const struct terms terms = terms_after(act, &desk->line);
    const bool has_terms = act->copy_id != 0 || act->from_s != 0 || act->until_s != 0;
    struct move move = move_make(act->loan_id, act->verb, act->actor);
    move.expected_no = act->expected_no;
    move.reason_code = act->reason_code == NULL ? "" : act->reason_code;
    move.words = act->words == NULL ? "" : act->words;
    move.happened_at_s = act->happened_at_s;
    move.terms = has_terms ? &terms : NULL;
    enum err err = request_move(db, &move, outcome);
    if (err == ERR_OK && act->verb == VERB_HAND_OUT) {
        err = write_out(db, desk, act->loan_id, act->parts, act->has_deposit, happened_at(act));
    } else if (err == ERR_OK && is_taking_back(act->verb)) {
        err = write_back(db, desk, act);
    }
    return err;
}

/* What the flow does not look at: parts, days, and when it happened. */
static bool is_possible(const struct loan_desk *desk, const struct loan_act *act)
{
    const struct terms terms = terms_after(act, &desk->line);
    const bool needs_all = act->verb == VERB_TAKE_BACK || act->verb == VERB_CLEAR;
    const bool is_later = terms.until_s > desk->line.until_s && terms.until_s > clock_now_s();
    const bool was_possible =
        act->happened_at_s == 0 || (act->happened_at_s <= clock_now_s() &&
                                    act->happened_at_s + CLOCK_MINUTE_S > desk->line.since_s);
    return !(needs_all && is_part_missing(desk, act->parts)) && was_possible &&
           (act->verb != VERB_EXTEND || is_later) && terms.until_s >= terms.from_s;
}

enum err loan_desk_move(struct db *db, const struct loan_act *act, struct outcome *outcome)
{
    struct loan_desk desk;
    *outcome = (struct outcome){0};
    struct arena *arena = arena_create("loan", 1 << 20);
    enum err err = loan_desk_load(db, act->loan_id, arena, &desk);
    if (err == ERR_OK && !is_possible(&desk, act)) {
        err = ERR_INVALID;
    }
    if (err == ERR_OK) {
        err = house_begin(db, clock_now_s());
    }
    if (err == ERR_OK) {
        err = db_end(db, move_loan(db, act, &desk, outcome));
    }
    arena_destroy(arena);
    return err;
}

static enum err write_counter(struct db *db, struct loan_counter *counter, struct arena *arena,
                              struct receipt *receipt, const char **field)
{
    struct loan_desk desk;
    const int64_t at_s = counter->ask.terms.from_s;
    enum err err = enter_request(db, &counter->ask, arena, receipt, field);
    if (err == ERR_OK) {
        err = loan_desk_load(db, receipt->request_id, arena, &desk);
    }
    return err != ERR_OK ? err
                         : write_out(db, &desk, receipt->request_id, counter->parts,
                                     counter->has_deposit, at_s);
}

enum err loan_desk_counter(struct db *db, struct loan_counter *counter, struct arena *arena,
                           struct receipt *receipt, const char **field)
{
    struct ask *ask = &counter->ask;
    const int64_t now_s = clock_now_s();
    *receipt = (struct receipt){0};
    *field = "";
    ask->kind = KIND_LOAN;
    ask->verb = VERB_HAND_OUT;
    ask->terms.from_s = ask->happened_at_s == 0 ? now_s : ask->happened_at_s;
    if (ask->terms.until_s <= ask->terms.from_s) {
        *field = "until_s";
        return ERR_INVALID;
    }
    const enum err err = house_begin(db, now_s);
    return err == ERR_OK ? db_end(db, write_counter(db, counter, arena, receipt, field)) : err;
}

/* After an undone hand-out, at the counter too, nothing was given; after anything else undone
 * nothing counts as back. */
static enum err follow_undo(struct db *db, const struct request *loan)
{
    const bool is_inside = loan->state == STATE_RESERVED || loan->state == STATE_READY ||
                           loan->state == STATE_UNCLAIMED || loan->state == STATE_CANCELLED;
    if (is_inside) {
        const enum err err = run_for(db, Q_LOAN_DESK_FORGET_PARTS, loan->id);
        return err == ERR_OK ? run_for(db, Q_LOAN_DESK_FORGET_DEPOSIT, loan->id) : err;
    }
    if (!loan->is_ended) {
        const enum err err = run_for(db, Q_LOAN_DESK_FORGET_BACK, loan->id);
        return err == ERR_OK ? set_returned(db, loan->id, 0) : err;
    }
    return ERR_OK;
}

enum err loan_desk_undo(struct db *db, int64_t request_id, int expected_no, struct actor actor,
                        struct outcome *outcome)
{
    struct request request;
    *outcome = (struct outcome){0};
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    err = request_undo(db, request_id, expected_no, actor, outcome);
    if (err == ERR_OK) {
        err = request_load(db, request_id, &request);
    }
    if (err == ERR_OK && request.kind == KIND_LOAN) {
        err = follow_undo(db, &request);
    }
    return db_end(db, err);
}
