/* The desk's day: who is there, who comes, what is to be done, and closing for today. */
#include <string.h>

#include "base/clock.h"
#include "core/calls.h"
#include "core/close_day.h"
#include "core/copy_tasks.h"
#include "core/handover.h"
#include "core/house.h"
#include "core/setting.h"
#include "desk/lines.h"
#include "desk/route.h"

/* ---- The day, in parts ---- */

enum { DAY_LINES_MOST = 60 };

struct part {
    const char *name;
    enum query_id query;
    int days;      /* from the day on */
    bool is_lines; /* its rows are requests: desk/lines.h; else it is one row of JSON */
};

static const struct part DAY[] = {
    {"presence", Q_DESK_TODAY_PRESENCE, 1, false},
    {"roster", Q_DESK_TODAY_ROSTER, 2, false},
    {"closings", Q_DESK_TODAY_CLOSING, 2, false},
    {"sessions", Q_DESK_TODAY_SESSIONS, 1, false},
    {"comings", Q_DESK_TODAY_COMINGS, 1, true},
    {"prepare", Q_DESK_TODAY_PREPARE, 2, true},
    {"late", Q_DESK_TODAY_LATE, 1, true},
    {"attendance", Q_DESK_TODAY_ATTENDANCE, 1, false},
    {"counts", Q_DESK_TODAY_COUNTS, 1, false},
    {"unshown", Q_DESK_TODAY_UNSHOWN, 1, true},
    {"remarks", Q_DESK_TODAY_REMARKS, 1, true},
    {"handover", Q_DESK_TODAY_HANDOVER, 1, false},
    {"oncall", Q_DESK_TODAY_ONCALL, 1, false},
    {"decided", Q_DESK_TODAY_DECIDED, 1, true},
};

/* What closing now would touch. */
static const struct part CLOSING[] = {
    {"follows", Q_DESK_TODAY_FOLLOWS, 1, false},
    {"sessions", Q_DESK_TODAY_SESSIONS, 1, false},
    {"comings", Q_DESK_TODAY_COMINGS, 1, true},
};

static void bind_part(const struct exchange *exchange, struct query *q, int64_t day_s, int days)
{
    const struct {
        const char *name;
        int64_t value;
    } own[] = {
        {"from_s", day_s},
        {"until_s", clock_day_s(day_s, days)},
        {"recent_s", exchange->now_s - HANDOVER_RECENT_S},
        {"since_s", exchange->now_s - setting_get(exchange->db, SETTING_UNDO_S)},
    };
    exchange_bind(exchange, q);
    for (size_t i = 0; i < ARRAY_LEN(own); i++) {
        if (query_has_param(q, own[i].name)) {
            query_int(q, own[i].name, own[i].value);
        }
    }
}

/* Adds them to the fields of an object that begins with `json`. */
static enum err add_parts(struct exchange *exchange, const struct part *parts, size_t count,
                          int64_t day_s, const char **json)
{
    enum err err = ERR_OK;
    for (size_t i = 0; err == ERR_OK && i < count; i++) {
        const char *value = NULL;
        struct query q = db_query(exchange->db, parts[i].query);
        bind_part(exchange, &q, day_s, parts[i].days);
        err = parts[i].is_lines ? lines_list(exchange, &q, DAY_LINES_MOST, &value, NULL)
                                : json_take(exchange, &q, &value);
        *json = arena_printf(exchange->arena, "%s,\"%s\":%s", *json, parts[i].name, value);
    }
    return err;
}

/* "[[from_s, until_s], …]": when the house is open that day and the next; none while the clock is
 * wrong. */
static enum err list_hours(struct exchange *exchange, int64_t day_s, const char **json)
{
    struct house_spans spans = {0};
    enum err err = house_open_spans(exchange->db, day_s, clock_day_s(day_s, 2), &spans);
    if (err != ERR_OK && err != ERR_CLOCK) {
        return err;
    }
    *json = "";
    for (int i = 0; i < spans.count; i++) {
        *json = arena_printf(exchange->arena, "%s%s[%lld,%lld]", *json, i == 0 ? "" : ",",
                             (long long)spans.spans[i].from_s, (long long)spans.spans[i].until_s);
    }
    *json = arena_printf(exchange->arena, "[%s]", *json);
    return ERR_OK;
}

/* How many later loans will not find their copy: the loans' page has them. */
static enum err add_copies(struct exchange *exchange, const char **json)
{
    struct copy_task_list list;
    const enum err err = copy_tasks_list(exchange->db, exchange->arena, &list);
    *json =
        arena_printf(exchange->arena, "%s,\"copies\":%d", *json, err == ERR_OK ? list.count : 0);
    return err;
}

static enum err answer_day(struct exchange *exchange)
{
    static const char *const states[] = {
        [HOUSE_OPEN] = "open",     [HOUSE_EXPECTED] = "expected",         [HOUSE_LATE] = "late",
        [HOUSE_CLOSED] = "closed", [HOUSE_CLOSED_TODAY] = "closed_today", [HOUSE_CLOCK] = "clock",
    };
    struct house_status status;
    const char *hours = NULL;
    const int64_t asked_s = field_time(exchange, "day");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const int64_t day_s = clock_day_s(asked_s == 0 ? exchange->now_s : asked_s, 0);
    enum err err = house_status(exchange->db, exchange->now_s, &status);
    if (err == ERR_OK) {
        err = list_hours(exchange, day_s, &hours);
    }
    if (err != ERR_OK) {
        return err;
    }
    const char *json =
        arena_printf(exchange->arena,
                     "{\"day_s\":%lld,\"hours\":%s,\"house\":{\"state\":\"%s\",\"until_s\":%lld,"
                     "\"next_open_s\":%lld,\"reason_code\":%s}",
                     (long long)day_s, hours, states[status.state], (long long)status.until_s,
                     (long long)status.next_open_s, json_quoted(exchange, status.reason_code));
    err = add_parts(exchange, DAY, ARRAY_LEN(DAY), day_s, &json);
    if (err == ERR_OK) {
        err = add_copies(exchange, &json);
    }
    exchange->json = arena_printf(exchange->arena, "%s}", json);
    return err;
}

/* ---- Presence ---- */

static enum err take_desk(struct exchange *exchange)
{
    return house_take_desk(exchange->db, exchange->login.staff_id);
}

static enum err leave_desk(struct exchange *exchange)
{
    return house_leave_desk(exchange->db, exchange->login.staff_id);
}

/* ---- Closing for today ---- */

static enum err answer_closing(struct exchange *exchange)
{
    int64_t next_s = 0;
    enum err err = close_day_next(exchange->db, &next_s);
    if (err != ERR_OK && err != ERR_NOT_FOUND) {
        return err;
    }
    const char *json = arena_printf(exchange->arena, "{\"next_s\":%lld", (long long)next_s);
    err = add_parts(exchange, CLOSING, ARRAY_LEN(CLOSING), clock_day_s(exchange->now_s, 0), &json);
    exchange->json = arena_printf(exchange->arena, "%s}", json);
    return err;
}

static enum close_what what_of(struct exchange *exchange, const char *path)
{
    static const char *const words[CLOSE_WHAT_COUNT] = {
        [CLOSE_KEEP] = "keep",         [CLOSE_TELL] = "tell",     [CLOSE_MOVE] = "move",
        [CLOSE_POSTPONE] = "postpone", [CLOSE_CANCEL] = "cancel",
    };
    const char *word = field_text(exchange, path, ROUTE_TEXT_CHARS);
    for (int what = 0; what < CLOSE_WHAT_COUNT; what++) {
        if (strcmp(words[what], word) == 0) {
            return (enum close_what)what;
        }
    }
    exchange->field_err = ERR_INVALID;
    exchange->field = path;
    return CLOSE_KEEP;
}

static enum err close_today(struct exchange *exchange)
{
    struct close_result result;
    const char *reason = field_text(exchange, "reason", ROUTE_TEXT_CHARS);
    const int count = field_count(exchange, "choices", CLOSE_CHOICES_MAX);
    struct close_choice *choices = arena_array(exchange->arena, (size_t)count, sizeof(*choices));
    for (int i = 0; i < count; i++) {
        const char *at = arena_printf(exchange->arena, "choices[%d]", i);
        choices[i].request_id =
            field_int(exchange, arena_printf(exchange->arena, "%s.request_id", at));
        choices[i].expected_no = field_small(exchange, arena_printf(exchange->arena, "%s.no", at));
        choices[i].what = what_of(exchange, arena_printf(exchange->arena, "%s.what", at));
    }
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err =
        close_day(exchange->db, exchange->login.staff_id, reason, choices, count, &result);
    exchange->reasons = result.reasons;
    if (err != ERR_OK && result.failed_id != 0) {
        exchange->field = arena_printf(exchange->arena, "%lld", (long long)result.failed_id);
    }
    exchange->json = arena_printf(exchange->arena, "{\"promises\":%d,\"told\":%d,\"sessions\":%d}",
                                  result.promises, result.told, result.sessions);
    return err;
}

/* ---- Notes to colleagues ---- */

static enum err write_note(struct exchange *exchange)
{
    int64_t handover_id = 0;
    const char *words = field_text(exchange, "words", HANDOVER_MAX_CHARS);
    exchange->field = exchange->field == NULL ? "words" : exchange->field;
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err =
        handover_write(exchange->db, exchange->login.staff_id, words, &handover_id);
    return err == ERR_OK ? exchange_answer_int(exchange, "handover_id", handover_id) : err;
}

static enum err rewrite_note(struct exchange *exchange)
{
    const int64_t handover_id = field_int(exchange, "handover_id");
    const char *words = field_text(exchange, "words", HANDOVER_MAX_CHARS);
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : handover_rewrite(exchange->db, handover_id, exchange->login.staff_id, words);
}

static enum err erase_note(struct exchange *exchange)
{
    const int64_t handover_id = field_int(exchange, "handover_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : handover_erase(exchange->db, handover_id, exchange->login.staff_id);
}

static enum err read_note(struct exchange *exchange)
{
    const int64_t handover_id = field_int(exchange, "handover_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : handover_set_read(exchange->db, handover_id, exchange->login.staff_id);
}

static enum err do_note(struct exchange *exchange)
{
    const int64_t handover_id = field_int(exchange, "handover_id");
    const bool is_done = field_bool(exchange, "is_done");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : handover_set_done(exchange->db, handover_id, exchange->login.staff_id, is_done);
}

/* ---- What residents said, what they never saw, and calls ---- */

static enum err see_remark(struct exchange *exchange)
{
    const int64_t remark_id = field_int(exchange, "remark_id");
    const bool is_seen = field_bool(exchange, "is_seen");
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : remark_set_seen(exchange->db, remark_id, is_seen);
}

static enum err see_unshown(struct exchange *exchange)
{
    const int64_t request_id = field_int(exchange, "request_id");
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : ticket_shown(exchange->db, request_id);
}

static enum err answer_call(struct exchange *exchange)
{
    const int64_t call_id = field_int(exchange, "call_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : calls_answer(exchange->db, call_id, exchange->login.staff_id);
}

ROUTE_TABLE(routes_today, {METHOD_GET, "/api/today", ROLE_CONCIERGE, .act = answer_day},
            {METHOD_POST, "/api/today/take", ROLE_CONCIERGE, .act = take_desk},
            {METHOD_POST, "/api/today/leave", ROLE_CONCIERGE, .act = leave_desk},
            {METHOD_GET, "/api/today/close", ROLE_CONCIERGE, .act = answer_closing},
            {METHOD_POST, "/api/today/close", ROLE_CONCIERGE, .act = close_today},
            {METHOD_POST, "/api/handover/write", ROLE_CONCIERGE, .act = write_note},
            {METHOD_POST, "/api/handover/rewrite", ROLE_CONCIERGE, .act = rewrite_note},
            {METHOD_POST, "/api/handover/erase", ROLE_CONCIERGE, .act = erase_note},
            {METHOD_POST, "/api/handover/read", ROLE_CONCIERGE, .act = read_note},
            {METHOD_POST, "/api/handover/done", ROLE_CONCIERGE, .act = do_note},
            {METHOD_POST, "/api/remarks/seen", ROLE_CONCIERGE, .act = see_remark},
            {METHOD_POST, "/api/unshown/seen", ROLE_CONCIERGE, .act = see_unshown},
            {METHOD_GET, "/api/calls", ROLE_CONCIERGE, .query = Q_DESK_CALLS},
            {METHOD_POST, "/api/calls/answer", ROLE_CONCIERGE, .act = answer_call});
