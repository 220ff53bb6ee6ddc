#include "core/help_desk.h"

#include "base/clock.h"
#include "base/text.h"
#include "core/codes.h"
#include "core/help_words.h"
#include "core/house.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/sent.h"

struct help_act help_act_make(int64_t request_id, enum verb verb, struct actor actor)
{
    return (struct help_act){
        .request_id = request_id,
        .actor = actor,
        .verb = verb,
        .reason_code = "",
        .words = "",
        .lang = "fr",
    };
}

static bool is_reason(enum verb verb, const char *code)
{
    size_t count = 0;
    switch (verb) {
    case VERB_REFUSE: {
        const char *const *codes = refusal_codes(KIND_HELP, &count);
        return text_is_one_of(code, codes, count);
    }
    case VERB_CLOSE: {
        const char *const *codes = help_closing_codes(&count);
        return text_is_one_of(code, codes, count);
    }
    case VERB_REDIRECT: {
        const char *const *codes = need_codes(&count);
        return code[0] == '\0' || text_is_one_of(code, codes, count);
    }
    default:
        return code[0] == '\0';
    }
}

static bool hangs_on_board(const struct request *help)
{
    const struct help_category *category = help_category_find(help->category);
    return category != NULL && category->is_for_board && !help->is_private;
}

/* The first thing that is missing or cannot be; "" nothing. */
static const char *find_fault(const struct help_act *act, const struct request *help)
{
    const struct str words = str_of(act->words);
    if (!utf8_is_clean(words) || utf8_count(words) > ASK_MAX_WORDS_CHARS ||
        (act->verb == VERB_PUBLISH && words.len > 0 && !hangs_on_board(help))) {
        return "words";
    }
    if (!is_reason(act->verb, act->reason_code)) {
        return "reason_code";
    }
    if (act->verb == VERB_PLAN && act->from_s <= 0) {
        return "from_s";
    }
    if (act->until_s != 0 && act->until_s < act->from_s) {
        return "until_s";
    }
    if (act->minutes < 0 || act->minutes > HELP_MINUTES_MOST ||
        (act->minutes > 0 && act->verb != VERB_FINISH)) {
        return "minutes";
    }
    const bool needs_partner = act->verb == VERB_REDIRECT && act->reason_code[0] == '\0';
    return needs_partner && act->partner_id == 0 ? "partner_id" : "";
}

static enum err forget_words(struct db *db, int64_t request_id)
{
    struct query q = db_query(db, Q_HELP_FORGET_WORDS);
    query_int(&q, "request_id", request_id);
    return query_run(&q);
}

/* In other words it hangs where it hung: neither newer on the board nor fresher in its month. */
static int64_t since_when(const struct help_act *act, const struct request *help)
{
    const bool is_reworded = act->verb == VERB_PUBLISH && help->state == STATE_PUBLISHED;
    return is_reworded ? help->since_s : 0;
}

static enum err make_move(struct db *db, const struct help_act *act, const struct request *help,
                          struct outcome *outcome)
{
    struct terms terms = help->terms;
    struct move move = move_make(act->request_id, act->verb, act->actor);
    if (act->from_s != 0) {
        terms.from_s = act->from_s;
        terms.until_s = act->until_s;
    }
    move.expected_no = act->expected_no;
    move.reason_code = act->reason_code;
    move.words = act->words;
    move.lang = act->lang;
    move.terms = &terms;
    move.minutes = act->minutes;
    move.happened_at_s = since_when(act, help);
    return request_move(db, &move, outcome);
}

/* Of words for the board that name somebody, all that stands against the move is said at once. */
static enum err refuse_words(struct db *db, const struct help_act *act, const struct request *help,
                             struct outcome *outcome)
{
    const struct transition *row = flow_find(help->kind, help->state, act->verb);
    if (row == NULL || (act->expected_no != 0 && act->expected_no != help->no)) {
        return ERR_CONFLICT;
    }
    const enum err err = guard_check(db, row->guards,
                                     &(struct guard_input){
                                         .request = help,
                                         .actor = &act->actor,
                                         .terms = &help->terms,
                                         .now_s = clock_now_s(),
                                     },
                                     &outcome->reasons);
    outcome->reasons |= GUARD_NAMELESS;
    return err == ERR_OK ? ERR_DENIED : err;
}

static enum err move_checked(struct db *db, const struct help_act *act, const struct request *help,
                             struct outcome *outcome)
{
    bool is_nameless = true;
    enum err err = ERR_OK;
    if (act->verb == VERB_PUBLISH) {
        err = help_words_check(db, act->request_id, act->words, &is_nameless);
    }
    if (err == ERR_OK && !is_nameless) {
        return refuse_words(db, act, help, outcome);
    }
    if (err == ERR_OK) {
        err = make_move(db, act, help, outcome);
    }
    if (err == ERR_OK && act->verb == VERB_PUBLISH && act->forgets_words) {
        err = forget_words(db, act->request_id);
    }
    return err;
}

static enum err move_help(struct db *db, const struct help_act *act, struct outcome *outcome,
                          const char **field)
{
    struct request help;
    enum err err = request_load(db, act->request_id, &help);
    if (err == ERR_OK && help.kind != KIND_HELP) {
        err = ERR_NOT_FOUND;
    }
    if (err == ERR_OK) {
        *field = find_fault(act, &help);
        err = (*field)[0] == '\0' ? move_checked(db, act, &help, outcome) : ERR_INVALID;
    }
    if (err == ERR_OK && act->verb == VERB_REDIRECT && act->partner_id != 0) {
        err = sent_write(db, act->request_id, outcome->no, act->partner_id, true);
        if (err == ERR_NOT_FOUND) {
            *field = "partner_id";
            err = ERR_INVALID;
        }
    }
    return err;
}

enum err help_move(struct db *db, const struct help_act *act, struct outcome *outcome,
                   const char **field)
{
    *outcome = (struct outcome){0};
    *field = "";
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, move_help(db, act, outcome, field)) : err;
}
