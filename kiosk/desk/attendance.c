/* Who comes to a session, who came, and who waits for a seat. */
#include "core/attendance.h"

#include <string.h>

#include "core/people.h"
#include "core/waiting.h"
#include "desk/route.h"

enum { NAME_CHARS = 60, NUMBER_CHARS = 4 };

/* ---- First names ---- */

/* An organiser reads their association's, and no ticket. */
static enum err show(struct exchange *exchange, enum query_id id)
{
    struct query q = db_query(exchange->db, id);
    exchange_bind(exchange, &q);
    query_int(&q, "sees_all", exchange->role >= ROLE_CONCIERGE);
    query_int(&q, "session_id", field_int(exchange, "session_id"));
    if (exchange->field_err != ERR_OK) {
        q.err = exchange->field_err;
    }
    return exchange_answer(exchange, &q);
}

static enum err show_names(struct exchange *exchange)
{
    return show(exchange, Q_DESK_AGENDA_NAMES);
}

static enum err show_list(struct exchange *exchange)
{
    return show(exchange, Q_DESK_AGENDA_ATTENDANCE);
}

/* ---- Who came ---- */

static const struct {
    const char *word;
    enum verb verb;
} MARKS[] = {
    {"present", VERB_MARK_PRESENT},
    {"absent", VERB_MARK_ABSENT},
    {"excused", VERB_MARK_EXCUSED},
};

static enum verb mark_of(const char *word)
{
    for (size_t i = 0; i < ARRAY_LEN(MARKS); i++) {
        if (strcmp(MARKS[i].word, word) == 0) {
            return MARKS[i].verb;
        }
    }
    return VERB_NONE; /* which the core refuses */
}

static struct attendance_mark read_mark(struct exchange *exchange, int i)
{
    struct arena *arena = exchange->arena;
    return (struct attendance_mark){
        .request_id = field_int(exchange, arena_printf(arena, "marks[%d].request_id", i)),
        .expected_no = field_small(exchange, arena_printf(arena, "marks[%d].no", i)),
        .verb = mark_of(field_text(exchange, arena_printf(arena, "marks[%d].mark", i), CODE_BYTES)),
        .adults = field_small(exchange, arena_printf(arena, "marks[%d].adults", i)),
        .children = field_small(exchange, arena_printf(arena, "marks[%d].children", i)),
    };
}

/* A booking that refused is named as the field: "booking_12". */
static enum err enter(struct exchange *exchange)
{
    struct attendance_done done = {0};
    const int count = field_count(exchange, "marks", ATTENDANCE_MARKS_MAX);
    struct attendance_mark *marks = arena_array(exchange->arena, (size_t)count + 1, sizeof(*marks));
    for (int i = 0; i < count; i++) {
        marks[i] = read_mark(exchange, i);
    }
    const struct attendance what = {
        .session_id = field_int(exchange, "session_id"),
        .actor = exchange_actor(exchange),
        .marks = marks,
        .mark_count = count,
        .is_complete = field_bool(exchange, "is_complete"),
        .expected_no = field_small(exchange, "no"),
        .adults = field_small(exchange, "adults"),
        .children = field_small(exchange, "children"),
    };
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err = attendance_enter(exchange->db, &what, &done);
    if (err != ERR_OK && done.refused_id != 0 && done.refused_id != what.session_id) {
        exchange->field = arena_printf(exchange->arena, "booking_%lld", (long long)done.refused_id);
    }
    return exchange_answer_move(exchange, err, &done.outcome);
}

/* "household" is its number; "" nobody's. ERR_NOT_FOUND, with the field. */
static enum err find_household(struct exchange *exchange, int64_t *household_id)
{
    const char *number = field_text(exchange, "household", NUMBER_CHARS);
    *household_id = 0;
    if (exchange->field_err != ERR_OK || number[0] == '\0') {
        return exchange->field_err;
    }
    if (exchange->role < ROLE_CONCIERGE) {
        return ERR_DENIED; /* whether there is such a household is not theirs to know */
    }
    exchange->field = "household";
    return people_find_household(exchange->db, number, household_id);
}

static enum err walk_in(struct exchange *exchange)
{
    struct receipt receipt = {0};
    int beyond = 0;
    int64_t household_id = 0;
    enum err err = find_household(exchange, &household_id);
    if (err != ERR_OK) {
        return err;
    }
    const struct walk_in what = {
        .session_id = field_int(exchange, "session_id"),
        .household_id = household_id,
        .adults = field_small(exchange, "adults"),
        .children = field_small(exchange, "children"),
        .first_name = field_text(exchange, "first_name", NAME_CHARS),
    };
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    err = attendance_walk_in(exchange->db, &what, exchange_actor(exchange), &receipt, &beyond);
    if (err != ERR_OK) {
        exchange->reasons = receipt.reasons;
        return err;
    }
    struct query q = db_query(exchange->db, Q_DESK_AGENDA_WALKED_IN);
    query_int(&q, "request_id", receipt.request_id);
    query_int(&q, "beyond", beyond);
    return exchange_answer(exchange, &q);
}

/* ---- Waiting, and who came by mistake: one booking, the decision seen ---- */

static enum err forget(struct exchange *exchange)
{
    return exchange_take_step(exchange, attendance_forget);
}

static enum err wait_again(struct exchange *exchange)
{
    return exchange_take_step(exchange, waiting_again);
}

static enum err take_off(struct exchange *exchange)
{
    return exchange_take_step(exchange, waiting_take_off);
}

static enum err offer(struct exchange *exchange)
{
    struct outcome outcome = {0};
    const int64_t booking_id = field_int(exchange, "request_id");
    const int no = field_small(exchange, "no");
    const int adults = field_small(exchange, "adults");
    const int children = field_small(exchange, "children");
    const enum err err = exchange->field_err != ERR_OK
                             ? exchange->field_err
                             : waiting_offer(exchange->db, booking_id, no, exchange_actor(exchange),
                                             adults, children, &outcome);
    return exchange_answer_move(exchange, err, &outcome);
}

ROUTE_TABLE(routes_attendance,
            {METHOD_GET, "/api/agenda/bookings", ROLE_CONCIERGE, .query = Q_DESK_AGENDA_BOOKINGS,
             .ints = "session_id"},
            {METHOD_GET, "/api/agenda/names", ROLE_ORGANISER, .act = show_names},
            {METHOD_GET, "/api/agenda/attendance", ROLE_ORGANISER, .act = show_list},
            {METHOD_POST, "/api/agenda/attendance", ROLE_ORGANISER, .act = enter},
            {METHOD_POST, "/api/agenda/walk-in", ROLE_ORGANISER, .act = walk_in},
            {METHOD_POST, "/api/agenda/forget", ROLE_ORGANISER, .act = forget},
            {METHOD_POST, "/api/agenda/offer", ROLE_CONCIERGE, .act = offer},
            {METHOD_POST, "/api/agenda/wait", ROLE_CONCIERGE, .act = wait_again},
            {METHOD_POST, "/api/agenda/take-off", ROLE_CONCIERGE, .act = take_off});
