/* The agenda: what takes place, and new sessions. An organiser reads the lines of their own
 * association, and no other. */
#include "base/clock.h"
#include "base/text.h"
#include "core/session_desk.h"
#include "core/setting.h"
#include "desk/route.h"

enum { PAGE_SESSIONS = 150, SKIPS_CHARS = SERIES_SKIPS_MAX * 11 };

/* ---- Looking ---- */

/* :sees_all and :partner_id: whatever shows sessions has both. */
static void bind_reader(const struct exchange *exchange, struct query *q)
{
    exchange_bind(exchange, q);
    query_int(q, "sees_all", exchange->role >= ROLE_CONCIERGE);
}

static enum err list_sessions(struct exchange *exchange)
{
    struct query q = db_query(exchange->db, Q_DESK_AGENDA_LIST);
    bind_reader(exchange, &q);
    query_int(&q, "from_s", field_int(exchange, "from_s"));
    query_int(&q, "until_s", field_int(exchange, "until_s"));
    query_int(&q, "after_s", field_int(exchange, "after_s"));
    query_int(&q, "after_id", field_int(exchange, "after_id"));
    query_text(&q, "kind", field_text(exchange, "kind", CODE_BYTES));
    query_int(&q, "of_partner_id", field_int(exchange, "of_partner_id"));
    query_int(&q, "most", PAGE_SESSIONS);
    if (exchange->field_err != ERR_OK) {
        q.err = exchange->field_err;
    }
    return exchange_answer(exchange, &q);
}

static enum err show_session(struct exchange *exchange)
{
    struct query q = db_query(exchange->db, Q_DESK_AGENDA_SESSION);
    bind_reader(exchange, &q);
    query_int(&q, "session_id", field_int(exchange, "session_id"));
    query_int(&q, "undo_s", setting_get(exchange->db, SETTING_UNDO_S));
    if (exchange->field_err != ERR_OK) {
        q.err = exchange->field_err;
    }
    return exchange_answer(exchange, &q);
}

/* What the statement shows of one thing, if its reader may see it. */
static enum err show_one(struct exchange *exchange, enum query_id id, const char *name)
{
    struct query q = db_query(exchange->db, id);
    bind_reader(exchange, &q);
    query_int(&q, name, field_int(exchange, name));
    if (exchange->field_err != ERR_OK) {
        q.err = exchange->field_err;
    }
    return exchange_answer(exchange, &q);
}

static enum err show_activity(struct exchange *exchange)
{
    return show_one(exchange, Q_DESK_AGENDA_ACTIVITY, "activity_id");
}

static enum err show_proposals(struct exchange *exchange)
{
    return show_one(exchange, Q_DESK_AGENDA_PROPOSALS, "session_id");
}

static enum err show_choices(struct exchange *exchange)
{
    struct query q = db_query(exchange->db, Q_DESK_AGENDA_CHOICES);
    bind_reader(exchange, &q);
    return exchange_answer(exchange, &q);
}

/* ---- New sessions ---- */

/* "2026-10-27,2026-11-03" */
static void read_skips(struct exchange *exchange, struct series_rule *rule)
{
    struct str rest = str_of(field_text(exchange, "skips", SKIPS_CHARS));
    struct str day;
    while (exchange->field_err == ERR_OK && rest.len > 0 && str_split(&rest, ',', &day)) {
        const char *text = arena_printf(exchange->arena, "%.*sT00:00", (int)day.len, day.ptr);
        if (rule->skip_count == SERIES_SKIPS_MAX ||
            clock_parse(text, &rule->skips[rule->skip_count]) != ERR_OK) {
            exchange->field_err = ERR_INVALID;
            exchange->field = "skips";
            return;
        }
        rule->skip_count++;
    }
}

/* Once, unless "times" or "until", the last day, say more. */
static struct series_rule read_rule(struct exchange *exchange)
{
    const int64_t last_day_s = field_time(exchange, "until");
    struct series_rule rule = {
        .starts_s = field_time(exchange, "starts"),
        .ends_s = field_time(exchange, "ends"),
        .weeks = field_small(exchange, "weeks"),
        .times = field_small(exchange, "times"),
        .skips_closed = field_int(exchange, "skips_closed") != 0,
    };
    if (last_day_s != 0) {
        rule.until_s = clock_day_s(last_day_s, 1) - 1;
    } else if (rule.times == 0) {
        rule.times = 1;
    }
    if (rule.weeks == 0) {
        rule.weeks = 1;
    }
    read_skips(exchange, &rule);
    return rule;
}

static const char *date_json(struct exchange *exchange, const struct series_date *date,
                             const char *place, enum err *err)
{
    const char *json = NULL;
    struct query q = db_query(exchange->db, Q_DESK_AGENDA_DATE);
    query_int(&q, "starts_s", date->starts_s);
    query_int(&q, "ends_s", date->ends_s);
    query_int(&q, "is_closed", date->is_closed);
    query_int(&q, "is_left_out", date->is_left_out);
    query_text(&q, "place", place);
    *err = json_take(exchange, &q, &json);
    return json;
}

/* Which dates a series would have: nothing is written. */
static enum err show_dates(struct exchange *exchange)
{
    struct series_date dates[SERIES_DATES_MAX];
    int count = 0;
    const char *lines = "[]";
    const struct series_rule rule = read_rule(exchange);
    const char *place = field_text(exchange, "place", SESSION_PLACE_CHARS);
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = series_dates(exchange->db, &rule, dates, &count);
    }
    for (int i = 0; err == ERR_OK && i < count; i++) {
        const char *line = date_json(exchange, &dates[i], place, &err);
        if (err == ERR_OK) {
            lines = json_append(exchange, lines, line);
        }
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(exchange->db, Q_DESK_AGENDA_LIST_OF);
    query_text(&q, "lines", lines);
    return exchange_answer(exchange, &q);
}

static enum err answer_created(struct exchange *exchange, int64_t first_id, int count)
{
    struct query q = db_query(exchange->db, Q_DESK_AGENDA_CREATED);
    query_int(&q, "session_id", first_id);
    query_int(&q, "sessions", count);
    return exchange_answer(exchange, &q);
}

static enum err create(struct exchange *exchange)
{
    int64_t session_id = 0;
    int count = 0;
    const struct series_rule rule = read_rule(exchange);
    const struct session_plan plan = {
        .activity_id = field_int(exchange, "activity_id"),
        .place = field_text(exchange, "place", SESSION_PLACE_CHARS),
        .capacity = field_small(exchange, "capacity"),
        .least_people = field_small(exchange, "least_people"),
    };
    const bool is_draft = field_bool(exchange, "is_draft");
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = series_add(exchange->db, &plan, &rule, is_draft ? VERB_DRAFT : VERB_PUBLISH,
                         exchange_actor(exchange), &session_id, &count);
    }
    return err == ERR_OK ? answer_created(exchange, session_id, count) : err;
}

/* A series goes on after its last date. */
static enum err extend(struct exchange *exchange)
{
    int64_t first_id = 0;
    int count = 0;
    const int64_t session_id = field_int(exchange, "session_id");
    const struct series_rule rule = read_rule(exchange);
    const enum err err = exchange->field_err == ERR_OK
                             ? series_extend(exchange->db, session_id, &rule, VERB_PUBLISH,
                                             exchange_actor(exchange), &first_id, &count)
                             : exchange->field_err;
    return err == ERR_OK ? answer_created(exchange, first_id, count) : err;
}

ROUTE_TABLE(routes_agenda, {METHOD_GET, "/api/agenda", ROLE_ORGANISER, .act = list_sessions},
            {METHOD_GET, "/api/agenda/session", ROLE_ORGANISER, .act = show_session},
            {METHOD_GET, "/api/agenda/proposals", ROLE_ORGANISER, .act = show_proposals},
            {METHOD_GET, "/api/agenda/choices", ROLE_ORGANISER, .act = show_choices},
            {METHOD_GET, "/api/agenda/activity", ROLE_ORGANISER, .act = show_activity},
            {METHOD_GET, "/api/agenda/dates", ROLE_ORGANISER, .act = show_dates},
            {METHOD_GET, "/api/agenda/organiser", ROLE_ORGANISER, .query = Q_DESK_ORGANISER},
            {METHOD_POST, "/api/agenda/create", ROLE_ORGANISER, .act = create},
            {METHOD_POST, "/api/agenda/extend", ROLE_ORGANISER, .act = extend});
