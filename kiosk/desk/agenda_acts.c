/* What the desk does with sessions and activities. */
#include <string.h>

#include "core/activities.h"
#include "core/loan_desk.h"
#include "core/session_desk.h"
#include "desk/route.h"

static enum session_scope read_scope(struct exchange *exchange)
{
    return field_bool(exchange, "with_following") ? SESSION_AND_FOLLOWING : SESSION_ALONE;
}

/* A session that refused, other than the one acted on, is named as the field: "session_12". */
static enum err answer_done(struct exchange *exchange, enum err err, int64_t session_id,
                            const struct session_done *done)
{
    if (err != ERR_OK) {
        exchange->reasons = done->outcome.reasons;
        if (done->refused_id != 0 && done->refused_id != session_id) {
            exchange->field =
                arena_printf(exchange->arena, "session_%lld", (long long)done->refused_id);
        }
        return err;
    }
    struct query q = db_query(exchange->db, Q_DESK_AGENDA_DONE);
    query_text(&q, "state", state_code(done->outcome.state));
    query_int(&q, "no", done->outcome.no);
    query_int(&q, "sessions", done->sessions);
    query_int(&q, "told", done->told);
    query_int(&q, "is_proposed", done->is_proposed);
    return exchange_answer(exchange, &q);
}

static enum err act(struct exchange *exchange)
{
    struct session_done done = {0};
    const struct session_act what = {
        .session_id = field_int(exchange, "session_id"),
        .expected_no = field_small(exchange, "no"),
        .actor = exchange_actor(exchange),
        .verb = verb_of(field_text(exchange, "verb", CODE_BYTES)),
        .scope = read_scope(exchange),
        .starts_s = field_time(exchange, "starts"),
        .ends_s = field_time(exchange, "ends"),
        .reason_code = field_text(exchange, "reason", CODE_BYTES),
        .words = field_text(exchange, "words", ASK_MAX_WORDS_CHARS),
        .lang = "fr",
    };
    const enum err err = exchange->field_err != ERR_OK ? exchange->field_err
                                                       : session_act(exchange->db, &what, &done);
    return answer_done(exchange, err, what.session_id, &done);
}

static enum err change(struct exchange *exchange)
{
    struct session_done done = {0};
    const struct session_change what = {
        .session_id = field_int(exchange, "session_id"),
        .expected_no = field_small(exchange, "no"),
        .actor = exchange_actor(exchange),
        .scope = read_scope(exchange),
        .capacity = field_small(exchange, "capacity"),
        .least_people = field_small(exchange, "least_people"),
        .place = field_text(exchange, "place", SESSION_PLACE_CHARS),
        .starts_s = field_time(exchange, "starts"),
        .ends_s = field_time(exchange, "ends"),
    };
    const enum err err = exchange->field_err != ERR_OK ? exchange->field_err
                                                       : session_change(exchange->db, &what, &done);
    return answer_done(exchange, err, what.session_id, &done);
}

static enum err take_back(struct exchange *exchange)
{
    return exchange_take_step(exchange, loan_desk_undo);
}

/* An organiser takes a proposal back, or has read why it was refused. */
static enum err answer_proposal(struct exchange *exchange)
{
    struct outcome outcome = {0};
    const int64_t request_id = field_int(exchange, "request_id");
    const bool is_read = field_bool(exchange, "is_read");
    struct move move =
        move_make(request_id, is_read ? VERB_CLOSE : VERB_CANCEL, exchange_actor(exchange));
    move.expected_no = field_small(exchange, "no");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err = request_move(exchange->db, &move, &outcome);
    return exchange_answer_move(exchange, err, &outcome);
}

static enum err save_activity(struct exchange *exchange)
{
    struct edit_fault fault = {""};
    int64_t activity_id = 0;
    const struct activity what = {
        .id = field_int(exchange, "activity_id"),
        .kind = field_text(exchange, "kind", CODE_BYTES),
        .title = field_text(exchange, "title", EDIT_TITLE_CHARS),
        .summary = field_text(exchange, "summary", EDIT_SUMMARY_CHARS),
        .icon = field_text(exchange, "icon", CODE_BYTES),
        .spoken = field_text(exchange, "spoken", CODE_BYTES),
        .bring = field_text(exchange, "bring", EDIT_LABEL_CHARS),
        .partner_id = field_int(exchange, "partner_id"),
        .least_age = field_small(exchange, "least_age"),
        .takes_children = field_bool(exchange, "takes_children"),
        .price_cents = field_int(exchange, "price_cents"),
        .subscriber_cents = field_int(exchange, "subscriber_cents"),
        .rule = {.code = field_text(exchange, "rule", CODE_BYTES),
                 .limit = field_small(exchange, "rule_limit"),
                 .training = field_text(exchange, "rule_code", CODE_BYTES)},
    };
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err =
        activity_save(exchange->db, &what, exchange_actor(exchange), &fault, &activity_id);
    if (err != ERR_OK) {
        exchange->field = arena_strdup(exchange->arena, fault.field);
        return err;
    }
    return exchange_answer_int(exchange, "activity_id", activity_id);
}

ROUTE_TABLE(routes_agenda_acts, {METHOD_POST, "/api/agenda/act", ROLE_ORGANISER, .act = act},
            {METHOD_POST, "/api/agenda/change", ROLE_ORGANISER, .act = change},
            {METHOD_POST, "/api/agenda/proposal", ROLE_ORGANISER, .act = answer_proposal},
            {METHOD_POST, "/api/agenda/undo", ROLE_ORGANISER, .act = take_back},
            {METHOD_POST, "/api/agenda/activity", ROLE_ORGANISER, .act = save_activity});
